import {
  ApplicationFailure,
  Trigger,
  allHandlersFinished,
  condition,
  workflowInfo,
} from '@temporalio/workflow';
import { refusalOf, refuse } from '../src/charts/kernel/refusal.js';
import type { Refusal } from '../src/charts/kernel/refusal.js';
import { pathOf } from '../src/charts/kernel/step.js';
import type { Chart, ChartEvent, ChartState, Deadline, Order, Step } from '../src/charts/kernel/types.js';
import type { Carried, Command, Decided, Reply, SubjectInput } from '../src/contract/messages.js';
import { REFUSAL } from '../src/contract/names.js';
import { eventOf, msUntil, now, ownEvent } from './events.js';
import { LedgerLane } from './ledger-lane.js';
import type { LedgerDoor } from './ledger-lane.js';

/** How long after a deadline its timer fires, so that what was received in the last instant is in the inbox. */
const RECEIPT_GRACE_MS = 1_000;

/** How often a passed deadline asks again whether a command received in time has arrived. */
const AWAITED_RETRY_MS = 1_000;

/** What a ChartRun needs of the world: the ledger, the inbox, and somebody who performs an order. */
export interface Doors extends LedgerDoor {
  readonly isAwaited: (subjectId: string, due: string) => Promise<boolean>;
  readonly perform: (order: Order, key: string) => Promise<Reply>;
}

/** An event in the queue and what becomes of it; `isBooked`: nobody waits, so a refusal goes to the ledger. */
interface Entry {
  readonly event: ChartEvent;
  readonly isBooked: boolean;
  readonly settled: Trigger<Decided | Refusal>;
}

/**
 * Runs one subject's chart inside its workflow: one event at a time through the pure chart, its row to the
 * ledger before anything follows from it, effects beside it, one timer on the earliest deadline.
 * 1. A decision answers when its row is committed. 2. An effect starts when its row is committed.
 * 3. The timer announces, the guard enforces: a deadline passes only when the inbox owes nothing from before it.
 * 4. A command is applied once, also across continue-as-new.
 * 5. Where ledger and history differ after a crash, the ledger's row stands.
 */
export class ChartRun {
  readonly #applied: Record<string, Decided>;
  readonly #queue: Entry[] = [];
  #state: ChartState;
  #isDraining = false;
  #effectsUnderWay = 0;
  #defect: Error | undefined;

  private constructor(
    private readonly chart: Chart,
    private readonly id: string,
    private readonly doors: Doors,
    private readonly lane: LedgerLane,
    carried: Carried,
  ) {
    this.#state = carried.state;
    this.#applied = { ...carried.applied };
  }

  /** Begins the subject with its first row, or goes on from what was carried over. */
  static async open(chart: Chart, input: SubjectInput, doors: Doors): Promise<ChartRun> {
    const { id } = input.identity;
    const lane = new LedgerLane(chart, input.identity, doors);
    if (input.carried) return new ChartRun(chart, id, doors, lane, input.carried);
    const steps = await lane.begin(input, eventOf(input.command));
    const [first] = steps;
    if (!first) throw new Error(`${id} has no beginning`);
    const run = new ChartRun(chart, id, doors, lane, { state: first.state, applied: {} });
    for (const taken of steps) run.#follow(taken);
    return run;
  }

  /** The Update's validator: throws a `Refusal` failure, and so leaves nothing in the history. */
  validate(command: Command): void {
    if (this.#applied[command.id]) return;
    const isPublic = this.chart.events[command.type]?.source === 'public';
    const refusal = isPublic
      ? refusalOf(this.chart, this.#state, eventOf(command))
      : refuse('unknownEvent', this.#state, command.type);
    if (refusal) throw failureOf(refusal);
  }

  /** The Update's handler: answers once the decision's ledger row is committed, or with the refusal. */
  async decide(command: Command): Promise<Decided> {
    const settled = await this.#enqueue(eventOf(command), false);
    if ('blockedBy' in settled) throw failureOf(settled);
    return settled;
  }

  /** The Signal's handler: applies an announcement, or books that the chart didn't take it and why. */
  announce(command: Command): void {
    const source = this.chart.events[command.type]?.source;
    if (source === 'announced' || source === 'internal') void this.#enqueue(eventOf(command), true);
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
    return !this.#isDraining && this.#effectsUnderWay === 0 && allHandlersFinished();
  }

  #enqueue(event: ChartEvent, isBooked: boolean): Trigger<Decided | Refusal> {
    const settled = new Trigger<Decided | Refusal>();
    this.#queue.push({ event, isBooked, settled });
    if (!this.#isDraining) this.#drain().catch((error: unknown) => this.#fail(error));
    return settled;
  }

  async #drain(): Promise<void> {
    this.#isDraining = true;
    for (let entry = this.#queue.shift(); entry; entry = this.#queue.shift()) {
      entry.settled.resolve(await this.#settle(entry));
    }
    this.#isDraining = false;
  }

  async #settle({ event, isBooked }: Entry): Promise<Decided | Refusal> {
    const applied = (): Decided | undefined => this.#applied[event.commandId ?? ''];
    for (let decided = applied(); ; decided = applied()) {
      if (decided) return decided;
      const refusal = refusalOf(this.chart, this.#state, event);
      if (refusal && !isBooked) return refusal;
      const steps = refusal
        ? await this.lane.ignore(this.#state, event, refusal.code)
        : await this.lane.append(this.#state, event);
      for (const taken of steps) this.#follow(taken);
    }
  }

  /** What follows from a committed row: the state, the command's answer, and the effects. */
  #follow(taken: Step): void {
    const { seq } = taken.state;
    this.#state = taken.state;
    this.#applied[taken.event.commandId ?? ''] = { subjectId: this.id, seq, state: this.path };
    taken.orders.forEach((order, index) => {
      if (!this.doors.isPosting(order.name)) this.#perform(order, `${this.id}/${seq}.${index}`);
    });
  }

  #perform(order: Order, key: string): void {
    this.#effectsUnderWay += 1;
    const work = async (): Promise<void> => {
      const reply = await this.doors.perform(order, key);
      if (reply) await this.#enqueue(ownEvent(reply.type, reply.data, now(), key), true);
    };
    work()
      .catch((error: unknown) => this.#fail(error))
      .finally(() => (this.#effectsUnderWay -= 1));
  }

  async #untilDeadlineOr(isOver: () => boolean): Promise<void> {
    const [id, deadline] = this.#earliest() ?? [];
    const isStale = (): boolean =>
      this.#earliest()?.[0] !== id || this.#earliest()?.[1].due !== deadline?.due;
    const isWoken = (): boolean => this.#defect !== undefined || isStale() || isOver();
    if (!id || !deadline) await condition(isWoken);
    else if (!(await condition(isWoken, msUntil(deadline.due) + RECEIPT_GRACE_MS)))
      await this.#pass(id, deadline);
    if (this.#defect) throw this.#defect;
  }

  async #pass(id: string, { due }: Deadline): Promise<void> {
    const isGone = (): boolean => this.#state.deadlines[id]?.due !== due;
    const isAwaited = (): Promise<boolean> => this.doors.isAwaited(this.id, due);
    while (!isGone() && (await isAwaited())) await condition(isGone, AWAITED_RETRY_MS);
    if (!isGone()) await this.#enqueue(ownEvent(id, {}, due, `${this.id}/due/${id}/${due}`), true);
  }

  #earliest(): [string, Deadline] | undefined {
    return Object.entries(this.#state.deadlines).sort(([, a], [, b]) => a.due.localeCompare(b.due))[0];
  }

  /** Keeps a defect for the main function, whose task must fail loudly rather than the workflow end. */
  #fail(error: unknown): void {
    this.#defect ??= new Error(`defect in ${this.id}: ${String(error)}`, { cause: error });
  }
}

function failureOf(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.code, REFUSAL, refusal);
}
