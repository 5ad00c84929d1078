import type { ClockName, Length, Terms } from '../program/types.js';
import { addDays, dayOf, lastDayOfMonths, msOf, startOfDay } from './calendar.js';
import { opensAt } from './clocks.js';
import { isEndOfDay } from './count.js';
import type { RunningClock } from './counting-types.js';

/** What tending looks at: what the edition says of reminding and escalating. */
export type TendingTerms = Pick<Terms, 'clocks' | 'holidays'>;

/**
 * Something to be said of a clock at the UTC moment `at`: a reminder before it is due, that it is overdue, or that its
 * lateness goes up to the delegate or the head. `mark` names it within its due: "remind/7d", "overdue", "escalate/head".
 */
export interface Mark {
  readonly mark: string;
  readonly at: string;
  readonly kind: 'remind' | 'overdue' | 'escalate';
  readonly to?: 'delegate' | 'head';
}

const DAY_MS = 24 * 60 * 60 * 1000;
const UNIT_MS = { hours: 60 * 60 * 1000, seconds: 1000 };
const UNIT_LETTERS = { months: 'mo', days: 'd', hours: 'h', seconds: 's' };

const isoOf = (ms: number): string => new Date(ms).toISOString();

// A whole day before a day is said as that day begins, or nobody would be awake to read it.
function before(due: string, { unit, count }: Length): string {
  switch (unit) {
    case 'months':
      return startOfDay(lastDayOfMonths(addDays(dayOf(due), 1), -count));
    case 'days':
      return isEndOfDay(due) ? startOfDay(addDays(dayOf(due), -count)) : isoOf(msOf(due) - count * DAY_MS);
    case 'hours':
    case 'seconds':
      return isoOf(msOf(due) - count * UNIT_MS[unit]);
  }
}

// The due moment itself is in time: late is what comes after it.
function late(due: string, { unit, count }: Length): string {
  const first = msOf(due) + 1;
  switch (unit) {
    case 'months':
      return startOfDay(addDays(lastDayOfMonths(addDays(dayOf(due), 1), count), 1));
    case 'days':
      return isoOf(first + count * DAY_MS);
    case 'hours':
    case 'seconds':
      return isoOf(first + count * UNIT_MS[unit]);
  }
}

/** Since when the due stands: what was to be said earlier than that of it is said no more. */
function standsSince(terms: TendingTerms, clock: ClockName, running: RunningClock): number {
  const { from, extensions, corrections, pauses = [] } = running;
  const changes = [...extensions, ...corrections].map(({ at }) => at);
  const resumptions = pauses.map(({ resumedAt }) => resumedAt);
  return Math.max(...[opensAt(terms, clock, from), ...changes, ...resumptions].map(msOf));
}

function reminders(terms: TendingTerms, clock: ClockName, running: RunningClock): Mark[] {
  const since = standsSince(terms, clock, running);
  return (terms.clocks[clock].remind ?? [])
    .map((length): Mark => {
      const mark = `remind/${length.count}${UNIT_LETTERS[length.unit]}`;
      return { mark, at: before(running.due, length), kind: 'remind' };
    })
    .filter(({ at }) => msOf(at) > since);
}

// Where nobody is told of its lateness, what runs out is a right or a window: it closes, and isn't overdue.
function lateness(terms: TendingTerms, clock: ClockName, { due }: RunningClock): Mark[] {
  const steps = terms.clocks[clock].escalate ?? [];
  if (steps.length === 0) return [];
  const escalations = steps.map(({ after, to }): Mark => {
    return { mark: `escalate/${to}`, at: late(due, after), kind: 'escalate', to };
  });
  return [{ mark: 'overdue', at: late(due, { unit: 'seconds', count: 0 }), kind: 'overdue' }, ...escalations];
}

function marksOf(terms: TendingTerms, clock: ClockName, running: RunningClock): Mark[] {
  if (running.suspended !== null) return [];
  return [...reminders(terms, clock, running), ...lateness(terms, clock, running)]
    .filter(({ mark }) => !running.said.includes(mark))
    .toSorted((a, b) => msOf(a.at) - msOf(b.at));
}

/** The next thing to be said of a running clock, or null; nothing is said of one that stands still. */
export function nextMark(terms: TendingTerms, clock: ClockName, running: RunningClock): Mark | null {
  return marksOf(terms, clock, running)[0] ?? null;
}
