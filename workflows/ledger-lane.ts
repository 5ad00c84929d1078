import { condition, upsertSearchAttributes } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import { pathOf } from '../src/charts/kernel/step.js';
import type { ChartEvent, ChartState, Order, Step } from '../src/charts/kernel/types.js';
import type { LedgerRow, Posting, SubjectIdentity } from '../src/contract/messages.js';

/** How many rows one transaction takes at the most; a burst of decisions shares commits. */
const ROWS_AT_ONCE = 50;

const STATE = defineSearchAttributeKey('State', 'KEYWORD');
const STAGE = defineSearchAttributeKey('Stage', 'INT');
const NEXT_DUE = defineSearchAttributeKey('NextDue', 'DATETIME');

/** Where rows go: appended in order, each with its projection, in one transaction. */
export interface LedgerDoor {
  /** Whether an order is money that is posted with the row, or something to perform once it is committed. */
  readonly isPosting: (order: string) => boolean;
  readonly append: (rows: readonly LedgerRow[]) => Promise<void>;
}

/** Writes a subject's rows in order, several at a time, while the workflow goes on. */
export class LedgerLane {
  readonly #identity: SubjectIdentity;
  readonly #door: LedgerDoor;
  readonly #rows: LedgerRow[] = [];
  #committedSeq: number;
  #isWriting = false;
  #shown = '';
  #defect: Error | undefined;

  constructor(identity: SubjectIdentity, door: LedgerDoor, committedSeq: number) {
    this.#identity = identity;
    this.#door = door;
    this.#committedSeq = committedSeq;
  }

  /** Queues an accepted step's row, its money with it, and gives back the orders that are effects. */
  append(taken: Step): Order[] {
    const postings = taken.orders.filter((order) => this.#door.isPosting(order.name));
    this.#queue(taken.event, taken.state, {
      outcome: 'applied',
      reason: null,
      from: taken.from,
      orders: taken.orders,
      postings: postings.map((order) => order.params as unknown as Posting),
    });
    return taken.orders.filter((order) => !this.#door.isPosting(order.name));
  }

  /** Queues the row of an announcement that the chart didn't take. */
  appendIgnored(event: ChartEvent, state: ChartState, reason: string): void {
    const path = pathOf(state.value);
    this.#queue(event, state, { outcome: 'ignored', reason, from: path, orders: [], postings: [] });
  }

  /** Resolves when the row with this number is committed; never before the ones under it. */
  async committed(seq: number): Promise<void> {
    await condition(() => this.#committedSeq >= seq);
  }

  /** Nothing is waiting to be written. */
  isIdle(): boolean {
    return !this.#isWriting && this.#rows.length === 0;
  }

  /** Keeps a defect for the main function, whose task must fail loudly rather than the workflow end. */
  fail(error: unknown): void {
    this.#defect ??= new Error(`defect in ${this.#identity.id}: ${String(error)}`, { cause: error });
  }

  hasFailed(): boolean {
    return this.#defect !== undefined;
  }

  throwIfFailed(): void {
    if (this.#defect) throw this.#defect;
  }

  #queue(
    event: ChartEvent,
    state: ChartState,
    rest: Pick<LedgerRow, 'outcome' | 'reason' | 'from' | 'orders' | 'postings'>,
  ): void {
    const { terms: _terms, ...facts } = state.context as Record<string, unknown>;
    const { seq, deadlines, done } = state;
    const to = pathOf(state.value);
    this.#rows.push({ identity: this.#identity, seq, event, to, facts, deadlines, done, ...rest });
    this.#show(to, state);
    if (!this.#isWriting) this.#write().catch((error: unknown) => this.fail(error));
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#rows.length > 0) {
      const batch = this.#rows.splice(0, ROWS_AT_ONCE);
      await this.#door.append(batch);
      this.#committedSeq = batch.at(-1)?.seq ?? this.#committedSeq;
    }
    this.#isWriting = false;
  }

  /** Staff who look at Temporal's own list see where a subject stands; written only when it changed. */
  #show(state: string, { context, deadlines }: ChartState): void {
    const dues = Object.values(deadlines).map((deadline) => deadline.due);
    const nextDue = dues.sort()[0];
    const shown = `${state} ${String(context['stage'])} ${nextDue ?? ''}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const stage: unknown = context['stage'];
    upsertSearchAttributes([
      { key: STATE, value: state },
      { key: STAGE, value: typeof stage === 'number' ? stage : null },
      { key: NEXT_DUE, value: nextDue ? new Date(nextDue) : null },
    ]);
  }
}
