import type { ClockName, Words } from '../program/types.js';
import { dayOf, msOf } from './calendar.js';
import { countClock } from './count.js';
import { correctedStep } from './counting-steps.js';
import type { ClockDecision, CountingTerms, Given, MoreTime, RunningClock } from './counting-types.js';
import { NoTableOfDaysOff } from './days-off.js';
import { reached, remainingOf, standingStill } from './running-count.js';

// An extension that nobody decides: it is only asked how far it would go.
const NOBODY = { by: '', ground: '', at: '9999-12-31T23:59:59.999Z' };

function givenOf({ length, statedDue, daysAdded = {} }: Given): { given?: Given } {
  const given: Given = {
    ...(length === undefined ? {} : { length }),
    ...(statedDue === undefined ? {} : { statedDue }),
    ...(Object.keys(daysAdded).length === 0 ? {} : { daysAdded }),
  };
  return Object.keys(given).length === 0 ? {} : { given };
}

/**
 * A clock that starts running at the UTC moment `from`, counted by `countClock` with the terms' days added; into years
 * without an official table by the forecast. Throws NoTableOfDaysOff where there is neither.
 */
export function started(
  terms: CountingTerms,
  clock: ClockName,
  from: string,
  options: Given = {},
): RunningClock {
  const given = { ...options, daysAdded: options.daysAdded ?? terms.daysAdded ?? {} };
  const { due, rule, provisional } = countClock(terms, clock, from, { ...given, allowForecast: true });
  return {
    ...{ from, due, rule, provisional, ...givenOf(given) },
    ...{ suspended: null, extensions: [], corrections: [], said: [], overdueSince: null },
  };
}

/** A due that moved has nothing said of it yet; that it was overdue stands only while it still is. */
function moved(running: RunningClock, at: string): RunningClock {
  const isLate = msOf(running.due) < msOf(at);
  return { ...running, said: [], overdueSince: isLate ? running.overdueSince : null };
}

function recountedFrom(terms: CountingTerms, clock: ClockName, running: RunningClock): RunningClock {
  const { due, rule, provisional } = reached(terms, clock, running);
  return { ...running, due, rule, provisional };
}

function notSuspended(clock: ClockName, { suspended }: RunningClock): void {
  if (suspended !== null) throw new Error(`The clock ${clock} stands still since ${suspended.at}`);
}

/**
 * A clock with more time: until a Korean day, or by a length counted on from its due; moved off days off where the clock
 * is a `civil` one. An extension never shortens. Throws a plain Error for a clock that stands still.
 */
export function extended(
  terms: CountingTerms,
  clock: ClockName,
  running: RunningClock,
  more: MoreTime,
  decision: ClockDecision,
): RunningClock {
  notSuspended(clock, running);
  const kept = withDays(terms, running);
  const extension = { ...more, ...decision, from: running.due, to: running.due };
  const trial = recountedFrom(terms, clock, { ...kept, extensions: [...kept.extensions, extension] });
  const extensions = [...kept.extensions, { ...extension, to: trial.due }];
  return moved({ ...trial, extensions }, decision.at);
}

/**
 * To which UTC moment a clock would be extended, or null where that is in a year for which there is neither a table of days
 * off nor a forecast. Throws a plain Error for a clock that stands still.
 */
export function extendedDue(
  terms: CountingTerms,
  clock: ClockName,
  running: RunningClock,
  more: MoreTime,
): string | null {
  return dueUnlessUncounted(() => extended(terms, clock, running, more, NOBODY));
}

/** To which UTC moment a clock would move that runs from another start (UTC moment); null as for `extendedDue`. */
export function recountedDue(
  terms: CountingTerms,
  clock: ClockName,
  running: RunningClock,
  from: string,
): string | null {
  return dueUnlessUncounted(() => recounted(terms, clock, running, { ...NOBODY, from }));
}

function dueUnlessUncounted(count: () => RunningClock): string | null {
  try {
    return count().due;
  } catch (error) {
    if (error instanceof NoTableOfDaysOff) return null;
    throw error;
  }
}

/** A clock that stands still from the UTC moment `at` on, with what is left of it; itself if it already does. */
export function suspended(running: RunningClock, at: string): RunningClock {
  if (running.suspended !== null) return running;
  return { ...running, suspended: { at, remaining: remainingOf(running.due, at) } };
}

/**
 * A clock that goes on at the UTC moment `at` with what was left: the days that were left, again to the end of a Korean
 * day and off days off where it is `civil`; else the milliseconds. Throws a plain Error for a clock that doesn't stand still.
 */
export function resumed(
  terms: CountingTerms,
  clock: ClockName,
  running: RunningClock,
  at: string,
): RunningClock {
  const { suspended: stop } = running;
  if (stop === null) throw new Error(`The clock ${clock} doesn't stand still`);
  const kept = withDays(terms, running);
  const pauses = [...(kept.pauses ?? []), { ...stop, resumedAt: at }];
  return moved(recountedFrom(terms, clock, { ...kept, suspended: null, pauses }), at);
}

function withDays({ daysAdded }: CountingTerms, running: RunningClock): RunningClock {
  if (daysAdded === undefined) return running;
  const { given, ...kept } = running;
  return { ...kept, ...givenOf({ ...given, daysAdded }) };
}

/**
 * A clock counted anew with the terms' days added, or from another start (UTC moment): its extensions and pauses are
 * applied again, in their order. The very same clock where nothing moves.
 */
export function recounted(
  terms: CountingTerms,
  clock: ClockName,
  running: RunningClock,
  { from = running.from, ...decision }: ClockDecision & { readonly from?: string },
): RunningClock {
  const again = recountedFrom(terms, clock, { ...withDays(terms, running), from });
  if (again.due === running.due && from === running.from) return running;
  const correction = {
    ...{ from: running.from, to: from, dueBefore: running.due, dueAfter: again.due },
    ...decision,
  };
  const { suspended: stop } = again;
  const still = stop && { ...stop, remaining: remainingOf(again.due, stop.at) };
  const corrections = [...running.corrections, correction];
  return moved({ ...again, suspended: still, corrections }, decision.at);
}

/** Every step of a running clock's arithmetic: its corrections, its count, each extension and pause, in Korean and English. */
export function explained(terms: CountingTerms, clock: ClockName, running: RunningClock): Words[] {
  const corrected = running.corrections
    .filter(({ from, to }) => from !== to)
    .map(({ from, to, ground }) => correctedStep(dayOf(from), dayOf(to), ground));
  return [...corrected, ...reached(terms, clock, running).steps, ...standingStill(running)];
}

/**
 * The latest UTC moment to which a clock may be extended in all, counted from the due it had before any extension; null
 * where no limit is stated. Throws a plain Error for a clock that can't be extended.
 */
export function latestExtension(
  terms: CountingTerms,
  clock: ClockName,
  running: RunningClock,
): string | null {
  const { extendable } = terms.clocks[clock];
  if (extendable === undefined) throw new Error(`The clock ${clock} can't be extended`);
  if (extendable.most === null) return null;
  // Counted before its pauses are, as an extension that was there from the beginning.
  const limit = { ...NOBODY, at: running.from, from: running.due, to: running.due, length: extendable.most };
  return reached(terms, clock, { ...running, extensions: [limit] }).due;
}
