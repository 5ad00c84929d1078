import type { ClockName, Length, Words } from '../program/types.js';
import { addDays, dayOf, endOfDay, lastDayOfMonths, msOf } from './calendar.js';
import type { Day } from './calendar.js';
import { exactStep, firstDayStep, lengthStep, rollStep, startStep, stayStep } from './clock-steps.js';
import { addedStep, forecastStep, statedStep } from './counting-steps.js';
import type { Counted, CountingTerms, CountOptions } from './counting-types.js';
import { rolledOff, tablesOf } from './days-off.js';
import type { Tables } from './days-off.js';

const UNIT_MS = { hours: 60 * 60 * 1000, seconds: 1000 };
const A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The end of a count: its last moment (UTC), whether a forecast was looked at, and what there is to say of it. */
export interface End {
  readonly due: string;
  readonly provisional: boolean;
  readonly steps: readonly Words[];
}

/** The last UTC moment of a stated date: a Korean day's end, or the moment itself. */
export function stated(date: string): string {
  return A_DAY.test(date) ? endOfDay(date) : new Date(msOf(date)).toISOString();
}

/** Whether a due moment is the end of a Korean day, and so counted in days. */
export function isEndOfDay(due: string): boolean {
  return due === endOfDay(dayOf(due));
}

/** The end of the first working day from `last` on, with what there is to say of it. */
export function rolledEnd(last: Day, tables: Tables): End {
  const { day, added, forecast } = rolledOff(last, tables);
  return {
    due: endOfDay(day),
    provisional: forecast.length > 0,
    steps: [
      ...(added.length > 0 ? [addedStep(added)] : []),
      ...(day === last ? [] : [rollStep(last, day)]),
      ...(forecast.length > 0 ? [forecastStep(forecast)] : []),
    ],
  };
}

/** The last day of a length of days or months whose first day is `first`. */
export function lastDayFrom(first: Day, { unit, count }: Length): Day {
  return unit === 'months' ? lastDayOfMonths(first, count) : addDays(first, count - 1);
}

function countedInDays(
  name: Words,
  counting: 'civil' | 'duty',
  from: string,
  length: Length,
  tables: Tables,
): End {
  const start = dayOf(from);
  const first = counting === 'civil' ? addDays(start, 1) : start;
  // Nothing from a day is that day itself; with months the rule of article 160 would otherwise look a month ahead.
  const last = length.count === 0 ? start : lastDayFrom(first, length);
  const steps = [startStep(name, start), ...(length.count === 0 ? [] : [firstDayStep(counting, first)])];
  steps.push(lengthStep(length, last));
  if (counting === 'duty') return { due: endOfDay(last), provisional: false, steps: [...steps, stayStep()] };
  const end = rolledEnd(last, tables);
  return { ...end, steps: [...steps, ...end.steps] };
}

function countedExactly(name: Words, from: string, length: Length, unitMs: number): End {
  const due = new Date(msOf(from) + length.count * unitMs).toISOString();
  return { due, provisional: false, steps: [exactStep(name, from, length)] };
}

function ruleOf(length: Length, counting: 'civil' | 'duty'): Counted['rule'] {
  return length.unit === 'months' || length.unit === 'days' ? counting : 'exact';
}

function endOf(terms: CountingTerms, clock: ClockName, from: string, length: Length, tables: Tables): End {
  const { name, counting } = terms.clocks[clock];
  const { unit } = length;
  if (unit === 'hours' || unit === 'seconds') return countedExactly(name, from, length, UNIT_MS[unit]);
  return countedInDays(name, counting, from, length, tables);
}

/**
 * Counts a named clock that starts at the UTC moment `from` (domain.md section 4), with every step of the arithmetic.
 * Days and months run to the end of a Korean day by the clock's own rule; hours and seconds run exactly; a stated date is
 * taken as it is. Throws NoTableOfDaysOff where a `civil` clock ends in a year without an official table, unless
 * `allowForecast` lets the forecast stand in for it: then the count is provisional.
 */
export function countClock(
  terms: CountingTerms,
  clock: ClockName,
  from: string,
  options: CountOptions = {},
): Counted {
  const { name, counting, clause, length: own } = terms.clocks[clock];
  const { length = own, statedDue, daysAdded = terms.daysAdded ?? {}, allowForecast = false } = options;
  const common = { clock, from, clause };
  if (statedDue !== undefined) {
    const due = stated(statedDue);
    const lastDay = dayOf(due);
    return {
      ...common,
      due,
      lastDay,
      rule: 'stated',
      provisional: false,
      steps: [statedStep(name, lastDay)],
    };
  }
  const tables = tablesOf(terms, daysAdded, allowForecast);
  const end = endOf(terms, clock, from, length, tables);
  return { ...common, ...end, lastDay: dayOf(end.due), rule: ruleOf(length, counting) };
}
