import {
  ApplicationFailure,
  CancellationScope,
  allHandlersFinished,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import type { Refusal } from '../src/charts/kernel/refusal.js';
import { pathOf } from '../src/charts/kernel/step.js';
import type { Chart, ChartState, Step } from '../src/charts/kernel/types.js';
import type { Carried, Command, Decided, SubjectInput } from '../src/contract/messages.js';
import { REFUSAL } from '../src/contract/names.js';
import { Applied } from './applied.js';
import { untilPassed } from './deadlines.js';
import { EffectLane } from './effect-lane.js';
import type { EffectDoor } from './effect-lane.js';
import { refusalAt } from './entrances.js';
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
 * ledger before anything follows from it, effects beside it, one timer on the earliest deadline.
 * 1. A decision answers when its row is committed. 2. An effect starts when its row is committed.
 * 3. The timer announces, the guard enforces: a deadline passes only when the inbox owes nothing from before it.
 * 4. A command is applied once, also across continue-as-new.
 * 5. Where ledger and history differ after a crash, the ledger's row stands.
 */
export class ChartRun {
  readonly #id: string;
  readonly #lane: LedgerLane;
  readonly #effects: EffectLane;
  readonly #applied: Applied;
  readonly #shown = new Shown();
  readonly #turns = new Turns();
  #state: ChartState;
  #defect: Error | undefined;
  #answeredAt = 0;

  private constructor(
    private readonly chart: Chart,
    input: SubjectInput,
    private readonly doors: Doors,
  ) {
    const { identity, carried, facts, command } = input;
    this.#id = identity.id;
    this.#lane = new LedgerLane(chart, identity, doors);
    const reply = (answer: Command): Promise<unknown> => this.#inTurn(() => this.#settle(answer, 'reply'));
    this.#effects = new EffectLane(doors, reply, (error) => this.#fail(error));
    this.#applied = new Applied(carried?.applied);
    this.#state = carried ? withTerms(carried.state, input) : firstStep(chart, facts, eventOf(command)).state;
  }

  /** Begins the subject with its first row, or goes on from what was carried over; whatever comes meanwhile waits its turn. */
  static open(chart: Chart, input: SubjectInput, doors: Doors): ChartRun {
    const run = new ChartRun(chart, input, doors);
    if (!input.carried) run.#inTurn(() => run.#begin(input)).catch(() => undefined);
    return run;
  }

  /** The Update's validator: throws a `Refusal` failure, and so leaves nothing in the history. */
  validate(command: Command): void {
    if (this.#applied.of(command.id)) return;
    const refusal = refusalAt('decision', this.chart, this.#state, eventOf(command));
    if (refusal) throw failureOf(refusal);
  }

  /** The Update's handler: answers once the decision's ledger row is committed, or with the refusal. */
  async decide(command: Command): Promise<Decided> {
    const settled = await this.#inTurn(() => this.#settle(command, 'decision'));
    this.#answeredAt = workflowInfo().historyLength;
    if ('blockedBy' in settled) throw failureOf(settled);
    return settled;
  }

  /** The Signal's handler: applies an announcement, or books that the chart didn't take it and why. */
  announce(command: Command): void {
    this.#inTurn(() => this.#settle(command, 'announcement')).catch(() => undefined);
  }

  /**
   * Lives until the chart is done (null), or the history should be cut: then what to carry over. A stage's end cuts it,
   * and the server's own suggestion. Nobody but the chart ends a subject: a cancellation from Temporal's side is not heard.
   */
  live(): Promise<Carried | null> {
    const stage: unknown = this.#state.context['stage'];
    const isStageOver = (): boolean => typeof stage === 'number' && this.#state.context['stage'] !== stage;
    const isOver = (): boolean =>
      (this.#state.done || isStageOver() || workflowInfo().continueAsNewSuggested) && this.#isIdle();
    return CancellationScope.nonCancellable(async () => {
      do {
        while (!isOver()) await this.#untilSomething(() => this.#defect !== undefined || isOver());
        await this.#untilAnswersAreOut();
      } while (!isOver());
      return this.#state.done ? null : this.#carried();
    });
  }

  /** The dotted path of the state that the subject is in. */
  get path(): string {
    return pathOf(this.#state.value);
  }

  #carried(): Carried {
    const state = { ...this.#state, context: withoutTerms(this.#state.context) };
    return { state, applied: this.#applied.carried() };
  }

  #isIdle(): boolean {
    const isAtRest = this.#turns.isIdle && this.#effects.isIdle && this.#defect === undefined;
    return isAtRest && allHandlersFinished();
  }

  /** A task that answers and also ends the run is done again when a signal comes meanwhile, and the answer is lost. */
  async #untilAnswersAreOut(): Promise<void> {
    while (this.#answeredAt === workflowInfo().historyLength) await sleep(1);
  }

  async #untilSomething(isWoken: () => boolean): Promise<void> {
    const standing = (): ChartState['deadlines'] => this.#state.deadlines;
    const isAwaited = (due: string): Promise<boolean> => this.doors.isAwaited(this.#id, due);
    const passed = await untilPassed({ standing, isAwaited }, isWoken);
    if (this.#defect) throw this.#defect;
    if (passed) await this.#inTurn(() => this.#pass(passed.type, passed.due));
  }

  async #begin({ facts, command }: SubjectInput): Promise<void> {
    this.#follow(await this.#lane.begin(facts, eventOf(command)));
  }

  async #pass(type: string, due: string): Promise<void> {
    await this.#settle(ownCommand(`${this.#id}/due/${this.#state.seq}`, type, due), 'deadline');
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
      const decided = { subjectId: this.#id, seq: taken.state.seq, state: taken.to };
      this.#applied.add(taken.event.commandId, decided);
      this.#effects.start(this.#id, taken);
    }
    this.#shown.show(this.#state, this.path);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns
      .take(() => CancellationScope.nonCancellable(work))
      .catch((error: unknown) => {
        throw this.#fail(error);
      });
  }

  /** Keeps a defect for the main function, whose task must fail loudly rather than the workflow end. */
  #fail(error: unknown): Error {
    this.#defect ??= new Error(`defect in ${this.#id}: ${String(error)}`, { cause: error });
    return this.#defect;
  }
}

function failureOf(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.nonRetryable(refusal.code, REFUSAL, refusal);
}
