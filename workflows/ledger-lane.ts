import { upsertSearchAttributes } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import { begin, pathOf, step } from '../src/charts/kernel/step.js';
import type { Chart, ChartEvent, ChartState, Step } from '../src/charts/kernel/types.js';
import type {
  LedgerRow,
  Posting,
  StandingRow,
  SubjectIdentity,
  SubjectInput,
} from '../src/contract/messages.js';

const STATE = defineSearchAttributeKey('State', 'KEYWORD');
const STAGE = defineSearchAttributeKey('Stage', 'INT');
const NEXT_DUE = defineSearchAttributeKey('NextDue', 'DATETIME');

/** Where rows go: each with its projection in one transaction. */
export interface LedgerDoor {
  /** Whether an order is money that is posted with the row, or something to perform once it is committed. */
  readonly isPosting: (order: string) => boolean;
  /** Commits a row; empty if it stands now, otherwise what already stands from its number on. */
  readonly appendRow: (row: LedgerRow) => Promise<readonly StandingRow[]>;
}

/**
 * Writes a subject's rows in order. A worker that dies between the ledger's commit and Temporal's leaves a row
 * that the history doesn't know. The ledger keeps it, so the chart takes what stands there first (ADR 5).
 */
export class LedgerLane {
  readonly #chart: Chart;
  readonly #identity: SubjectIdentity;
  readonly #door: LedgerDoor;
  #shown = '';

  constructor(chart: Chart, identity: SubjectIdentity, door: LedgerDoor) {
    this.#chart = chart;
    this.#identity = identity;
    this.#door = door;
  }

  /** Commits the subject's first row and gives back the steps that stand: one, or more after a crash. */
  async begin({ facts }: SubjectInput, event: ChartEvent): Promise<Step[]> {
    const first = (as: ChartEvent): Step => begin(this.#chart, { ...facts, openedAt: as.receivedAt }, as);
    const taken = first(event);
    const [standing, ...later] = await this.#write(taken, null);
    if (!standing) return this.#show([taken]);
    const stood = first(standing.event);
    return this.#show([stood, ...this.#replay(stood.state, later)]);
  }

  /** Commits an accepted event; gives back the steps that stand from here on: its own, or others' first. */
  async append(state: ChartState, event: ChartEvent): Promise<Step[]> {
    const taken = step(this.#chart, state, event);
    const standing = await this.#write(taken, null);
    return this.#show(standing.length > 0 ? this.#replay(state, standing) : [taken]);
  }

  /** Commits that an announcement was not taken, and why. */
  async ignore(state: ChartState, event: ChartEvent, reason: string): Promise<Step[]> {
    const taken = untaken(state, event);
    const standing = await this.#write(taken, reason);
    return this.#show(standing.length > 0 ? this.#replay(state, standing) : [taken]);
  }

  #replay(state: ChartState, rows: readonly StandingRow[]): Step[] {
    const steps: Step[] = [];
    for (const { event, outcome } of rows) {
      const before = steps.at(-1)?.state ?? state;
      steps.push(outcome === 'applied' ? step(this.#chart, before, event) : untaken(before, event));
    }
    return steps;
  }

  #write(taken: Step, reason: string | null): Promise<readonly StandingRow[]> {
    const { event, from, to, state, orders } = taken;
    const { seq, deadlines, done } = state;
    // The edition's terms are the same in every row; the identity's hash says which they are.
    const { terms: _terms, ...facts } = state.context as Record<string, unknown>;
    const postings = orders.filter(({ name }) => this.#door.isPosting(name));
    return this.#door.appendRow({
      identity: this.#identity,
      ...{ seq, event, from, to, orders, facts, deadlines, done, reason },
      outcome: reason === null ? 'applied' : 'ignored',
      postings: postings.map(({ params }) => params as unknown as Posting),
    });
  }

  /** Whoever looks at Temporal's own list sees where a subject stands; written only when it changed. */
  #show(steps: Step[]): Step[] {
    const last = steps.at(-1);
    if (!last) return steps;
    const nextDue = Object.values(last.state.deadlines)
      .map(({ due }) => due)
      .sort()[0];
    const stage: unknown = last.state.context['stage'];
    const shown = `${last.to} ${String(stage)} ${nextDue ?? ''}`;
    if (shown === this.#shown) return steps;
    this.#shown = shown;
    upsertSearchAttributes([
      { key: STATE, value: last.to },
      { key: STAGE, value: typeof stage === 'number' ? stage : null },
      { key: NEXT_DUE, value: nextDue ? new Date(nextDue) : null },
    ]);
    return steps;
  }
}

/** An announcement that leaves the subject as it was, but takes a number in its ledger. */
function untaken(before: ChartState, event: ChartEvent): Step {
  const path = pathOf(before.value);
  return { event, from: path, to: path, state: { ...before, seq: before.seq + 1 }, orders: [] };
}
