import { ApplicationFailure, allHandlersFinished, condition, workflowInfo } from '@temporalio/workflow';
import { refusalOf, refuse } from '../src/charts/kernel/refusal.js';
import type { Refusal } from '../src/charts/kernel/refusal.js';
import { begin, pathOf, step } from '../src/charts/kernel/step.js';
import { SYSTEM } from '../src/charts/kernel/types.js';
import type { Chart, ChartEvent, ChartState, EventSource, Order, Step } from '../src/charts/kernel/types.js';
import type { Carried, Command, Decided, Reply, SubjectInput } from '../src/contract/messages.js';
import { REFUSAL } from '../src/contract/names.js';
import { LedgerLane } from './ledger-lane.js';
import type { LedgerDoor } from './ledger-lane.js';

/** How long after a deadline its timer fires, so that what was received in the last instant is in the inbox. */
const RECEIPT_GRACE_MS = 1_000;

/** How often a passed deadline asks again whether a command received in time has arrived. */
const AWAITED_RETRY_MS = 1_000;

/** What a ChartRun needs of the world: the ledger, the inbox, and somebody who performs an order. */
export interface Doors extends LedgerDoor {
  readonly isAwaited: (subjectId: string, due: string) => Promise<boolean>;
  readonly perform: (order: Order, key: string, at: string) => Promise<Reply>;
}

/**
 * Runs one subject's chart inside its workflow: one event at a time through the pure chart, rows to the
 * ledger lane in order, effects beside it, one timer on the earliest deadline.
 * 1. A decision answers when its row is committed. 2. An effect starts when its row is committed.
 * 3. The timer announces, the guard enforces: a deadline passes only when the inbox owes nothing from before it.
 * 4. A command is applied once, also across continue-as-new.
 */
export class ChartRun {
  readonly #chart: Chart;
  readonly #input: SubjectInput;
  readonly #doors: Doors;
  readonly #lane: LedgerLane;
  readonly #applied: Record<string, Decided>;
  #state: ChartState;
  #effectsUnderWay = 0;

  constructor(chart: Chart, input: SubjectInput, doors: Doors) {
    this.#chart = chart;
    this.#input = input;
    this.#doors = doors;
    this.#applied = { ...input.carried?.applied };
    this.#lane = new LedgerLane(input.identity, doors, input.carried?.state.seq ?? 0);
    this.#state = input.carried?.state ?? this.#record(this.#begin(input.command));
  }

  /** Why a command from outside, of one of these sources, would be refused now; null if it would be taken. */
  refusal(command: Command, sources: readonly EventSource[]): Refusal | null {
    const source = this.#chart.events[command.type]?.source;
    if (source && sources.includes(source)) return refusalOf(this.#chart, this.#state, eventOf(command));
    return refuse('unknownEvent', this.#state, command.type);
  }

  /** The Update's validator: throws a `Refusal` failure, and so leaves nothing in the history. */
  validate(command: Command): void {
    if (this.#applied[command.id]) return;
    const refusal = this.refusal(command, ['public']);
    if (refusal) throw ApplicationFailure.nonRetryable(refusal.code, REFUSAL, refusal);
  }

  /** The Update's handler: applies the decision and answers once its ledger row is committed. */
  async decide(command: Command): Promise<Decided> {
    // Two decisions in one workflow task are both validated before either is applied: so ask again.
    this.validate(command);
    const decided = this.#applied[command.id] ?? this.#apply(command);
    await this.#lane.committed(decided.seq);
    return decided;
  }

  /** The Signal's handler: applies an announcement, or books that the chart didn't take it and why. */
  announce(command: Command): void {
    if (this.#applied[command.id]) return;
    const refusal = this.refusal(command, ['announced', 'internal']);
    if (refusal) this.#ignore(eventOf(command), refusal);
    else this.#apply(command);
  }

  /** Lives until the chart is done (null) or the history should be cut: then what to carry over. */
  async live(): Promise<Carried | null> {
    const stage: unknown = this.#state.context['stage'];
    const wantsCut = (): boolean =>
      workflowInfo().continueAsNewSuggested || this.#state.context['stage'] !== stage;
    const isOver = (): boolean => (this.#state.done || wantsCut()) && this.#isIdle();
    while (!isOver()) await this.#untilDeadlineOr(isOver);
    return this.#state.done ? null : { state: this.#state, applied: this.#applied };
  }

  /** The dotted path of the state that the subject is in. */
  get path(): string {
    return pathOf(this.#state.value);
  }

  #isIdle(): boolean {
    return this.#lane.isIdle() && this.#effectsUnderWay === 0 && allHandlersFinished();
  }

  #begin(command: Command): Step {
    const event = eventOf(command);
    return begin(this.#chart, { ...this.#input.facts, openedAt: command.receivedAt }, event);
  }

  #apply(command: Command): Decided {
    this.#state = this.#record(step(this.#chart, this.#state, eventOf(command)));
    const decided = { subjectId: this.#input.identity.id, seq: this.#state.seq, state: this.path };
    this.#applied[command.id] = decided;
    return decided;
  }

  #record(taken: Step): ChartState {
    const effects = this.#lane.append(taken);
    effects.forEach((order, index) => this.#perform(order, taken.state.seq, index));
    return taken.state;
  }

  #ignore(event: ChartEvent, refusal: Refusal): void {
    this.#state = { ...this.#state, seq: this.#state.seq + 1 };
    this.#lane.appendIgnored(event, this.#state, refusal.code);
  }

  #perform(order: Order, seq: number, index: number): void {
    this.#effectsUnderWay += 1;
    const key = `${this.#input.identity.id}/${seq}.${index}`;
    const work = async (): Promise<void> => {
      await this.#lane.committed(seq);
      const reply = await this.#doors.perform(order, key, now());
      if (reply)
        this.#takeOwn({
          type: reply.type,
          data: reply.data,
          by: SYSTEM,
          at: now(),
          receivedAt: now(),
          commandId: key,
        });
    };
    work()
      .catch((error: unknown) => this.#lane.fail(error))
      .finally(() => (this.#effectsUnderWay -= 1));
  }

  /** An event of the service's own: a reply or a passed deadline, which the chart may no longer want. */
  #takeOwn(event: ChartEvent): void {
    const refusal = refusalOf(this.#chart, this.#state, event);
    if (refusal) this.#ignore(event, refusal);
    else this.#state = this.#record(step(this.#chart, this.#state, event));
  }

  async #untilDeadlineOr(isOver: () => boolean): Promise<void> {
    const [id, deadline] = this.#earliest() ?? [];
    const isStale = (): boolean =>
      this.#earliest()?.[1].due !== deadline?.due || this.#earliest()?.[0] !== id;
    const isWoken = (): boolean => this.#lane.hasFailed() || isStale() || isOver();
    if (!id || !deadline) await condition(isWoken);
    else if (!(await condition(isWoken, msUntil(deadline.due) + RECEIPT_GRACE_MS)))
      await this.#pass(id, deadline.due);
    this.#lane.throwIfFailed();
  }

  async #pass(id: string, due: string): Promise<void> {
    const isGone = (): boolean => this.#state.deadlines[id]?.due !== due;
    while (!isGone() && (await this.#doors.isAwaited(this.#input.identity.id, due)))
      await condition(isGone, AWAITED_RETRY_MS);
    if (!isGone()) this.#takeOwn({ type: id, by: SYSTEM, at: now(), receivedAt: due, data: {} });
  }

  #earliest(): [string, { readonly due: string }] | undefined {
    return Object.entries(this.#state.deadlines).sort(([, a], [, b]) => a.due.localeCompare(b.due))[0];
  }
}

/** The workflow's own time, which the SDK makes the same in every replay. */
function now(): string {
  return new Date().toISOString();
}

function msUntil(instant: string): number {
  return Math.max(0, Date.parse(instant) - Date.now());
}

function eventOf(command: Command): ChartEvent {
  const { id, type, data, by, receivedAt } = command;
  return { type, data, by, receivedAt, at: now(), commandId: id };
}
