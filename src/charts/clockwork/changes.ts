import type { ClockName, Length } from '../../program/types.js';
import { startOfDay } from '../../rules/calendar.js';
import {
  extended,
  extendedDue,
  latestExtension,
  recounted,
  recountedDue,
  resumed,
  suspended,
} from '../../rules/counting.js';
import type { ClockDecision, DaysAdded, MoreTime, RunningClock } from '../../rules/counting.js';
import { dataOf } from '../payload.js';
import { counting, runningClock } from './running.js';
import type { ClockArgs, Counting, TendedClock } from './running.js';

/** Which clock a decision is about. */
export interface OfClock {
  readonly clock: ClockName;
}

/** More time for a clock: until the end of a Korean day, or by a length; and why. */
export interface Extending extends OfClock {
  readonly until?: string;
  readonly length?: Length;
  readonly ground: string;
}

/** Another day from which a clock runs, and why. */
export interface Correcting extends OfClock {
  readonly from: string;
  readonly ground: string;
}

/** Days off that were decided after the edition: by whom, and why. */
export interface Recounting {
  readonly daysAdded: DaysAdded;
  readonly ground: string;
  readonly decidedBy: string;
}

/** A clock as counting left it, with what was said of it to whom. */
export function tended(before: TendedClock, after: RunningClock): TendedClock {
  return { ...after, escalations: before.escalations };
}

/** Who decided it, for whom, when it was received, and why. */
export function decision({ event }: ClockArgs, ground: string): ClockDecision {
  const { person, onBehalfOf } = event.by;
  const whose = onBehalfOf === undefined ? {} : { onBehalfOf };
  return { by: person, ...whose, ground, at: event.receivedAt };
}

function moreTime({ until, length }: Extending): MoreTime {
  return length === undefined ? { until: String(until) } : { length };
}

/** A clock with the more time that a decision gives it; throws a plain Error for one that stands still. */
export function extendedBy(args: ClockArgs): TendedClock {
  const said = dataOf<Extending>(args.event);
  const { clock, ground } = said;
  const running = runningClock(args.context, clock);
  const why = decision(args, ground);
  return tended(running, extended(counting(args.context), clock, running, moreTime(said), why));
}

/** A clock that stands still from an ISO instant on. */
export function suspendedClock(running: TendedClock, at: string): TendedClock {
  return tended(running, suspended(running, at));
}

/** A clock that goes on at an ISO instant with what was left of it. */
export function resumedClock(
  context: Counting,
  clock: ClockName,
  running: TendedClock,
  at: string,
): TendedClock {
  return tended(running, resumed(counting(context), clock, running, at));
}

/** A clock counted anew from another Korean day. */
export function correctedBy(args: ClockArgs): TendedClock {
  const { clock, from, ground } = dataOf<Correcting>(args.event);
  const running = runningClock(args.context, clock);
  const start = { from: startOfDay(from), ...decision(args, ground) };
  return tended(running, recounted(counting(args.context), clock, running, start));
}

/** To which ISO instant a decision moves its clock; null in a year for which nobody knows the days off. */
export function decidedDue({ context, event }: ClockArgs): string | null {
  const said = dataOf<Extending & Partial<Correcting>>(event);
  const { clock, from } = said;
  const running = runningClock(context, clock);
  if (from !== undefined) return recountedDue(counting(context), clock, running, startOfDay(from));
  return extendedDue(counting(context), clock, running, moreTime(said));
}

/** The latest ISO instant to which the clock of a decision can be extended; null where no limit is stated. */
export function latestDue({ context, event }: ClockArgs): string | null {
  const { clock } = dataOf<OfClock>(event);
  return latestExtension(counting(context), clock, runningClock(context, clock));
}
