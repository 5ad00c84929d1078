import type { ClockName, Terms } from '../../program/types.js';
import { started } from '../../rules/counting.js';
import type { CountingTerms, DaysAdded, Given, RunningClock } from '../../rules/counting.js';
import type { ChartEvent } from '../kernel/types.js';

/** To whom a late duty was escalated: the mark, who was told, and for whom where a delegation covers an absence. */
export interface Escalation {
  readonly mark: string;
  readonly person: string;
  readonly onBehalfOf: string | null;
  readonly at: string;
}

/** A running clock with what was said of it to whom. */
export interface TendedClock extends RunningClock {
  readonly escalations: readonly Escalation[];
}

/** The clocks of a case by their names. */
export type Clocks = Readonly<Partial<Record<ClockName, TendedClock>>>;

/** What every context with clocks holds; `daysAdded` are days off that were added after the edition. */
export interface Clocked {
  readonly subjectId: string;
  readonly companyId: string;
  readonly terms: Terms;
  readonly clocks: Clocks;
  readonly daysAdded: DaysAdded;
}

/** What the clockwork's guards and updates look at. */
export interface ClockArgs<Context extends Clocked = Clocked> {
  readonly context: Context;
  readonly event: ChartEvent;
}

/** What counting needs to know of a case. */
export type Counting = Pick<Clocked, 'terms' | 'daysAdded'>;

/** What counting looks at: the edition's terms, with the days off that were added since. */
export function counting({ terms, daysAdded }: Counting): CountingTerms {
  return { ...terms, daysAdded };
}

/**
 * A clock that starts at an ISO instant, counted by the edition's rule for it with the days off that were added since
 * (domain.md section 4). Into years without an official table it is counted with the forecast, and says that it is provisional.
 */
export function startedClock(
  context: Counting,
  clock: ClockName,
  from: string,
  given: Pick<Given, 'length' | 'statedDue'> = {},
): TendedClock {
  return { ...started(counting(context), clock, from, given), escalations: [] };
}

/** A clock that is running; throws a plain Error where the chart looks at one that was never started. */
export function runningClock(
  { clocks, subjectId }: Pick<Clocked, 'clocks' | 'subjectId'>,
  clock: ClockName,
): TendedClock {
  const found = clocks[clock];
  if (!found) throw new Error(`the clock ${clock} of ${subjectId} was never started`);
  return found;
}

/** The clocks of a case with one of them put in or replaced. */
export function withClock(
  { clocks }: Pick<Clocked, 'clocks'>,
  clock: ClockName,
  running: TendedClock,
): Clocks {
  return { ...clocks, [clock]: running };
}
