import { begin, pathOf, step } from '../src/charts/kernel/step.js';
import type { Chart, ChartEvent, ChartState, Step } from '../src/charts/kernel/types.js';
import type { LedgerRow, StandingRow, SubjectIdentity, SubjectInput } from '../src/contract/messages.js';
import { postingOf } from '../src/contract/postings.js';
import { clockLinesOf } from './clock-lines.js';
import { withoutTerms } from './terms.js';

/** Where rows go: each with its projection in one transaction. */
export interface LedgerDoor {
  /** Whether an order is money that is posted with the row, or something to perform once it is committed. */
  readonly isPosting: (order: string) => boolean;
  /** Commits a row; empty if it stands now, otherwise what already stands from its number on. */
  readonly appendRow: (row: LedgerRow) => Promise<readonly StandingRow[]>;
}

/** A subject's first step, by the event that began it. */
export function firstStep(chart: Chart, facts: SubjectInput['facts'], event: ChartEvent): Step {
  return begin(chart, { ...facts, openedAt: event.receivedAt }, event);
}

/**
 * Writes a subject's rows in order. A worker that dies between the ledger's commit and Temporal's leaves a row
 * that the history doesn't know. The ledger keeps it, so the chart takes what stands there first (ADR 5).
 */
export class LedgerLane {
  readonly #chart: Chart;
  readonly #identity: SubjectIdentity;
  readonly #door: LedgerDoor;

  constructor(chart: Chart, identity: SubjectIdentity, door: LedgerDoor) {
    this.#chart = chart;
    this.#identity = identity;
    this.#door = door;
  }

  /** Commits the subject's first row and gives back the steps that stand: one, or more after a crash. */
  async begin(facts: SubjectInput['facts'], event: ChartEvent): Promise<Step[]> {
    const taken = firstStep(this.#chart, facts, event);
    const [standing, ...later] = await this.#write(taken, null);
    if (!standing) return [taken];
    const stood = firstStep(this.#chart, facts, standing.event);
    return [stood, ...this.#replay(stood.state, later)];
  }

  /** Commits an accepted event; gives back the steps that stand from here on: its own, or others' first. */
  async append(state: ChartState, event: ChartEvent): Promise<Step[]> {
    const taken = step(this.#chart, state, event);
    const standing = await this.#write(taken, null);
    return standing.length > 0 ? this.#replay(state, standing) : [taken];
  }

  /** Commits that an announcement was not taken, and why. */
  async ignore(state: ChartState, event: ChartEvent, reason: string): Promise<Step[]> {
    const taken = untaken(state, event);
    const standing = await this.#write(taken, reason);
    return standing.length > 0 ? this.#replay(state, standing) : [taken];
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
    const postings = orders.filter(({ name }) => this.#door.isPosting(name));
    const clocks = clockLinesOf(this.#chart, state);
    return this.#door.appendRow({
      identity: this.#identity,
      ...{ seq, event, from, to, orders, deadlines, done, reason },
      facts: withoutTerms(state.context),
      outcome: reason === null ? 'applied' : 'ignored',
      postings: postings.map(({ params }) => postingOf(params)),
      ...(clocks === undefined ? {} : { clocks }),
    });
  }
}

/** An announcement that leaves the subject as it was, but takes a number in its ledger. */
function untaken(before: ChartState, event: ChartEvent): Step {
  const path = pathOf(before.value);
  return { event, from: path, to: path, state: { ...before, seq: before.seq + 1 }, orders: [] };
}
