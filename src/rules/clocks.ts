import type { ClockName, Length, Terms, Window, Words } from '../program/types.js';
import { addDays, dayOf, endOfDay, lastDayOfMonths, msOf, rollToWorkingDay, startOfDay } from './calendar.js';
import type { Day } from './calendar.js';
import { exactStep, firstDayStep, lengthStep, rollStep, startStep, stayStep } from './clock-steps.js';

/** What counting needs of the terms: the clocks and the days off. */
export type ClockTerms = Pick<Terms, 'clocks' | 'holidays'>;

/**
 * A counted deadline. `from`, `due`: UTC moments; `due` is the last millisecond that is still in time.
 * `lastDay`: the Korean calendar day of `due`; `rule`: how it was counted; `steps`: the arithmetic, for people to read.
 */
export interface Due {
  readonly clock: ClockName;
  readonly from: string;
  readonly due: string;
  readonly lastDay: Day;
  readonly rule: 'civil' | 'duty' | 'exact';
  readonly steps: readonly Words[];
  readonly clause: Words;
}

/** `length` replaces the clock's own: a notice that states its own period, or a limit extended with notice. */
export interface DueOptions {
  readonly length?: Length;
}

const UNIT_MS = { hours: 60 * 60 * 1000, seconds: 1000 };

function lastDayFrom(first: Day, length: Length): Day {
  return length.unit === 'months' ? lastDayOfMonths(first, length.count) : addDays(first, length.count - 1);
}

function dueOnADay(terms: ClockTerms, clock: ClockName, from: string, length: Length): Due {
  const { name, counting, clause } = terms.clocks[clock];
  const start = dayOf(from);
  const first = counting === 'civil' ? addDays(start, 1) : start;
  // Nothing from a day is that day itself; with months the rule of article 160 would otherwise look a month ahead.
  const last = length.count === 0 ? start : lastDayFrom(first, length);
  const lastDay = counting === 'civil' ? rollToWorkingDay(last, terms.holidays) : last;
  const steps = [startStep(name, start), ...(length.count === 0 ? [] : [firstDayStep(counting, first)])];
  steps.push(lengthStep(length, last));
  if (counting === 'duty') steps.push(stayStep());
  else if (lastDay !== last) steps.push(rollStep(last, lastDay));
  return { clock, from, due: endOfDay(lastDay), lastDay, rule: counting, steps, clause };
}

function dueAtAMoment(
  terms: ClockTerms,
  clock: ClockName,
  from: string,
  length: Length,
  unitMs: number,
): Due {
  const { name, clause } = terms.clocks[clock];
  const due = new Date(msOf(from) + length.count * unitMs).toISOString();
  return {
    clock,
    from,
    due,
    lastDay: dayOf(due),
    rule: 'exact',
    steps: [exactStep(name, from, length)],
    clause,
  };
}

/**
 * When a named clock runs out that starts at the UTC moment `from` (domain.md section 4).
 * Days and months run to the end of a Korean calendar day, by the clock's own rule: `civil` leaves out the first day and
 * rolls off days off, `duty` counts the first day and stays. Hours and seconds run exactly from the moment.
 * Throws a plain Error that names the year if a `civil` clock ends in a year without a table of days off.
 */
export function dueOf(terms: ClockTerms, clock: ClockName, from: string, options: DueOptions = {}): Due {
  const length = options.length ?? terms.clocks[clock].length;
  switch (length.unit) {
    case 'months':
    case 'days':
      return dueOnADay(terms, clock, from, length);
    case 'hours':
    case 'seconds':
      return dueAtAMoment(terms, clock, from, length, UNIT_MS[length.unit]);
  }
}

/**
 * The first UTC moment at which the act of a clock starting at `from` is accepted: `from` itself, or the clock's
 * `opensBefore` earlier (a stage report before its stage ends). Days and months open at the start of the Korean day.
 */
export function opensAt(terms: ClockTerms, clock: ClockName, from: string): string {
  const before = terms.clocks[clock].opensBefore;
  if (before === undefined) return from;
  switch (before.unit) {
    case 'months':
      throw new Error(`Clock ${clock} opens months before its start; say it in days`);
    case 'days':
      return startOfDay(addDays(dayOf(from), -before.count));
    case 'hours':
    case 'seconds':
      return new Date(msOf(from) - before.count * UNIT_MS[before.unit]).toISOString();
  }
}

/** Whether something received at a UTC moment is in time; the due moment itself still is. */
export function isWithin(due: string, receivedAt: string): boolean {
  return msOf(receivedAt) <= msOf(due);
}

/** Whether a UTC moment lies in a window, both ends included. */
export function isWithinWindow(window: Window, receivedAt: string): boolean {
  return msOf(window.opens) <= msOf(receivedAt) && msOf(receivedAt) <= msOf(window.closes);
}
