import type { ClockName, Length, Words } from '../program/types.js';
import { addDays, dayOf, endOfDay, lastDayOfMonths, msOf, startOfDay } from './calendar.js';
import type { Day } from './calendar.js';
import { countClock, isEndOfDay, rolledEnd, stated } from './count.js';
import type { End } from './count.js';
import { extendedStep, outrunStep, resumedStep, suspendedStep } from './counting-steps.js';
import type {
  Counted,
  CountingRule,
  CountingTerms,
  Extension,
  MoreTime,
  Pause,
  Remaining,
  RunningClock,
} from './counting-types.js';
import { tablesOf } from './days-off.js';
import type { Tables } from './days-off.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const UNIT_MS = { hours: 60 * 60 * 1000, seconds: 1000 };

/** How far a running clock was counted: its end, and by which rule. */
export interface Reached extends End {
  readonly rule: CountingRule;
}

interface Ruled {
  readonly tables: Tables;
  /** Whether a last day off is moved on. */
  readonly rolls: boolean;
}

const isoOf = (ms: number): string => new Date(ms).toISOString();

function onDay(due: string, day: Day): string {
  return isoOf(msOf(startOfDay(day)) + msOf(due) - msOf(startOfDay(dayOf(due))));
}

// Days and months keep the time of day in Korea.
function later(moment: string, { unit, count }: Length): string {
  switch (unit) {
    case 'months':
      return count === 0 ? moment : onDay(moment, lastDayOfMonths(addDays(dayOf(moment), 1), count));
    case 'days':
      return isoOf(msOf(moment) + count * DAY_MS);
    case 'hours':
    case 'seconds':
      return isoOf(msOf(moment) + count * UNIT_MS[unit]);
  }
}

function rolled(due: string, { tables, rolls }: Ruled): End {
  if (!rolls || !isEndOfDay(due)) return { due, provisional: false, steps: [] };
  return rolledEnd(dayOf(due), tables);
}

/** What is left of a due moment at a UTC moment: whole days for a clock of days, else milliseconds; never less than none. */
export function remainingOf(due: string, at: string): Remaining {
  if (!isEndOfDay(due)) return { unit: 'ms', count: Math.max(0, msOf(due) - msOf(at)) };
  const whole = (msOf(endOfDay(dayOf(due))) - msOf(endOfDay(dayOf(at)))) / DAY_MS;
  return { unit: 'days', count: Math.max(0, whole) };
}

function after(at: string, { unit, count }: Remaining): string {
  return unit === 'ms' ? isoOf(msOf(at) + count) : endOfDay(addDays(dayOf(at), count));
}

/** A due moment with more time, before it is moved off days off. */
function withMore(due: string, more: MoreTime): string {
  return 'until' in more ? stated(more.until) : later(due, more.length);
}

function moreOf({ until, length }: Pick<Extension, 'until' | 'length'>, to: string): MoreTime {
  if (length !== undefined) return { length };
  return { until: until ?? to };
}

function extendedFrom(reached: Reached, extension: Extension, ruled: Ruled): Reached {
  const target = withMore(reached.due, moreOf(extension, extension.to));
  const said = extendedStep(extension.length, dayOf(target), extension.ground);
  if (msOf(target) < msOf(reached.due)) {
    return { ...reached, steps: [...reached.steps, said, outrunStep(dayOf(reached.due))] };
  }
  const end = rolled(target, ruled);
  return { ...end, rule: reached.rule, steps: [...reached.steps, said, ...end.steps] };
}

function resumedFrom(reached: Reached, { at, resumedAt }: Pause, ruled: Ruled): Reached {
  const remaining = remainingOf(reached.due, at);
  const target = after(resumedAt, remaining);
  const end = rolled(target, ruled);
  const said = [suspendedStep(dayOf(at), remaining), resumedStep(dayOf(resumedAt), remaining, dayOf(target))];
  return { ...end, rule: 'resumed', steps: [...reached.steps, ...said, ...end.steps] };
}

type Change = { readonly at: string; readonly apply: (reached: Reached) => Reached };

function changesOf({ extensions, pauses = [] }: RunningClock, ruled: Ruled): Change[] {
  const all: Change[] = [
    ...extensions.map((one) => ({ at: one.at, apply: (it: Reached) => extendedFrom(it, one, ruled) })),
    ...pauses.map((one) => ({ at: one.at, apply: (it: Reached) => resumedFrom(it, one, ruled) })),
  ];
  return all.toSorted((a, b) => msOf(a.at) - msOf(b.at));
}

/** The clock as it was counted when it started, or as it is after its start was corrected. */
function beginning(terms: CountingTerms, clock: ClockName, { from, given = {} }: RunningClock): Counted {
  return countClock({ ...terms, daysAdded: {} }, clock, from, { ...given, allowForecast: true });
}

/**
 * Counts a running clock anew from its start, with each extension and pause in its order and the days off that it was
 * given. A year that has no official table is counted by the forecast; throws NoTableOfDaysOff where it has neither.
 */
export function reached(terms: CountingTerms, clock: ClockName, running: RunningClock): Reached {
  const { rule, due, provisional, steps } = beginning(terms, clock, running);
  const ruled = {
    tables: tablesOf(terms, running.given?.daysAdded ?? {}, true),
    rolls: rule === 'civil',
  };
  const start: Reached = { due, rule, provisional, steps };
  return changesOf(running, ruled).reduce((so, { apply }) => apply(so), start);
}

/** What there is to say of a clock that stands still. */
export function standingStill({ suspended }: RunningClock): Words[] {
  return suspended === null ? [] : [suspendedStep(dayOf(suspended.at), suspended.remaining)];
}
