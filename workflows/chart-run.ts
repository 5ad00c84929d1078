import { CancellationScope, workflowInfo } from '@temporalio/workflow';
import type { Refusal } from '../src/charts/kernel/refusal.js';
import type { Chart, ChartState, Step } from '../src/charts/kernel/types.js';
import type { Carried, Command, Decided, SubjectInput } from '../src/contract/messages.js';
import { Applied } from './applied.js';
import { Arrivals } from './arrivals.js';
import type { Passed } from './deadlines.js';
import { EffectLane } from './effect-lane.js';
import type { EffectDoor } from './effect-lane.js';
import { failureOf, refusalAt } from './entrances.js';
import type { Way } from './entrances.js';
import { eventOf, ownCommand } from './events.js';
import { LedgerLane, firstStep } from './ledger-lane.js';
import type { LedgerDoor } from './ledger-lane.js';
import { Shown } from './shown.js';
import { withTerms, withoutTerms } from './terms.js';
import { Turns } from './turns.js';

/** What a ChartRun needs of the world: the ledger, somebody who performs an order, and whether the inbox owes something. */
export interface Doors extends LedgerDoor, EffectDoor {
  readonly isAwaited: (subjectId: string, due: string) => Promise<boolean>;
}

/**
 * Runs one subject's chart inside its workflow: one event at a time through the pure chart, its row to the
 * ledger before anything follows from it, effects beside it.
 * 1. A decision answers when its row is committed. 2. An effect starts when its row is committed.
 * 3. The timer announces, the guard enforces: a deadline passes only when the inbox owes nothing from before it.
 * 4. A command is applied once, also across continue-as-new.
 * 5. Where ledger and history differ after a crash, the ledger's row stands.
 */
export class ChartRun {
  /** Rejects with the first defect, plain, so that the task fails loudly rather than the workflow. */
  readonly defect: Promise<never>;
  /** How long the history was when a decision was last answered. */
  answeredAt = 0;
  readonly #id: string;
  readonly #lane: LedgerLane;
  readonly #effects: EffectLane;
  readonly #applied: Applied;
  readonly #arrivals: Arrivals;
  readonly #shown = new Shown();
  readonly #turns = new Turns();
  #state: ChartState;
  #fail: (error: unknown) => void = () => undefined;

  private constructor(
    private readonly chart: Chart,
    input: SubjectInput,
    private readonly doors: Doors,
  ) {
    const { identity, carried, facts, command } = input;
    this.#id = identity.id;
    this.defect = new Promise((_, reject) => {
      this.#fail = (cause) => reject(new Error(`defect in ${this.#id}: ${String(cause)}`, { cause }));
    });
    this.#lane = new LedgerLane(chart, identity, doors);
    const reply = (answer: Command): Promise<unknown> => this.#inTurn(() => this.#settle(answer, 'reply'));
    this.#effects = new EffectLane(doors, reply, (error) => this.#fail(error));
    this.#applied = new Applied(carried?.applied);
    this.#state = carried ? withTerms(carried.state, input) : firstStep(chart, facts, eventOf(command)).state;
    this.#arrivals = this.#arrivalsFrom(carried);
  }

  /** Begins the subject with its first row, or goes on from what was carried over; whatever comes meanwhile waits its turn. */
  static open(chart: Chart, input: SubjectInput, doors: Doors): ChartRun {
    const run = new ChartRun(chart, input, doors);
    const { carried, facts, command } = input;
    const begin = async (): Promise<void> => run.#follow(await run.#lane.begin(facts, eventOf(command)));
    if (!carried) void run.#inTurn(begin);
    return run;
  }

  /** The Update's validator: throws a `Refusal` failure, and so leaves nothing in the history. */
  validate(command: Command): void {
    if (this.#applied.of(command.id)) return;
    const refusal = refusalAt('decision', this.chart, this.#state, eventOf(command));
    if (refusal) throw failureOf(refusal, this.#state.seq);
  }

  /** The Update's handler: answers once the decision's ledger row is committed, or with the refusal. */
  async decide(command: Command): Promise<Decided> {
    const settled = await this.#inTurn(() => this.#settle(command, 'decision'));
    this.answeredAt = workflowInfo().historyLength;
    if ('blockedBy' in settled) throw failureOf(settled);
    return settled;
  }

  /** The Signal's handler: applies an announcement, or books that the chart didn't take it and why. */
  announce(command: Command): void {
    this.#arrivals.add(command);
  }

  /** Applies a deadline that has passed, unless it was moved meanwhile. */
  async pass({ type, due }: Passed): Promise<void> {
    const command = (): Command => ownCommand(`${this.#id}/due/${this.#state.seq}`, type, due);
    await this.#inTurn(() => this.#settle(command(), 'deadline'));
  }

  /** Whether a command for this subject was received by `due` and is still on its way. */
  isAwaited(due: string): Promise<boolean> {
    return this.doors.isAwaited(this.#id, due);
  }

  /** Where the subject stands by the rows that are committed. */
  get state(): ChartState {
    return this.#state;
  }

  /** Whether no row is being written, no effect is under way, and nothing waits that would be lost. */
  get isAtRest(): boolean {
    const isNothingLost = this.#state.done ? this.#arrivals.isEmpty : this.#arrivals.isFewEnough;
    return isNothingLost && this.#turns.isIdle && this.#effects.isIdle;
  }

  /** What the next run goes on from. */
  carried(): Carried {
    const state = { ...this.#state, context: withoutTerms(this.#state.context) };
    return { state, applied: this.#applied.carried(), waiting: this.#arrivals.carried() };
  }

  #arrivalsFrom(carried: Carried | undefined): Arrivals {
    const atWork = (): number => this.#turns.unfinished + this.#effects.underWay;
    const isOver = (): boolean => this.#state.done;
    const take = (command: Command): void => void this.#inTurn(() => this.#settle(command, 'announcement'));
    return new Arrivals({ atWork, isOver, take }, carried?.waiting);
  }

  async #settle(command: Command, way: Way): Promise<Decided | Refusal> {
    for (;;) {
      const decided = this.#applied.of(command.id);
      if (decided) return decided;
      const event = eventOf(command);
      const refusal = refusalAt(way, this.chart, this.#state, event);
      // Somebody waits for a decision's answer, and a deadline that was moved hasn't passed: neither needs a row.
      if (refusal && (way === 'decision' || way === 'deadline')) return refusal;
      const steps = refusal
        ? await this.#lane.ignore(this.#state, event, refusal.code)
        : await this.#lane.append(this.#state, event);
      this.#follow(steps);
    }
  }

  /** What follows from committed rows: the state, the commands' answers, and the effects. */
  #follow(steps: readonly Step[]): void {
    for (const taken of steps) {
      this.#state = taken.state;
      this.#applied.add(taken.event.commandId, {
        subjectId: this.#id,
        seq: taken.state.seq,
        state: taken.to,
      });
      this.#effects.start(this.#id, taken);
    }
    this.#shown.show(this.#state);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#turns.take(() => CancellationScope.nonCancellable(work));
    } catch (error) {
      this.#fail(error);
      return new Promise(() => undefined);
    }
  }
}
