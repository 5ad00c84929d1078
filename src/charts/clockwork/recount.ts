import type { ClockName } from '../../program/types.js';
import { isWithin } from '../../rules/clocks.js';
import { recounted } from '../../rules/counting.js';
import type { DaysAdded } from '../../rules/counting.js';
import { dataOf } from '../payload.js';
import { decision, tended } from './changes.js';
import type { Recounting } from './changes.js';
import { pendingClocks } from './duties.js';
import type { Duties, NamedClock } from './duties.js';
import { counting } from './running.js';
import type { ClockArgs, Clocked, Clocks } from './running.js';

/** The days, "2026-12-24", that no table of the case has yet. */
export function newDays(
  { terms, daysAdded: known }: Pick<Clocked, 'terms' | 'daysAdded'>,
  added: DaysAdded,
): string[] {
  return Object.entries(added).flatMap(([year, days]) =>
    days
      .filter((day) => ![...(terms.holidays[year] ?? []), ...(known[year] ?? [])].includes(day))
      .map((day) => `${year}-${day}`),
  );
}

/** Days off with more of them, each once and in order. */
export function withDays(known: DaysAdded, added: DaysAdded): DaysAdded {
  const years = [...new Set([...Object.keys(known), ...Object.keys(added)])].sort();
  return Object.fromEntries(
    years.map((year) => [year, [...new Set([...(known[year] ?? []), ...(added[year] ?? [])])].sort()]),
  );
}

// What is over stays over, and what stands still is counted when it goes on.
function isToBeRecounted({ running }: NamedClock, { event }: ClockArgs): boolean {
  return running.suspended === null && isWithin(running.due, event.receivedAt);
}

/** The clocks with the days off that a decision adds, and which of them moved; only pending ones that are not over do. */
export function recountedBy(
  duties: Duties,
  args: ClockArgs,
): { readonly clocks: Clocks; readonly daysAdded: DaysAdded; readonly moved: readonly ClockName[] } {
  const { context, event } = args;
  const { daysAdded: added, ground } = dataOf<Recounting>(event);
  const daysAdded = withDays(context.daysAdded, added);
  const terms = counting({ terms: context.terms, daysAdded });
  const moved: ClockName[] = [];
  let clocks = context.clocks;
  for (const one of pendingClocks(duties, context, event.foundIn ?? '')) {
    if (!isToBeRecounted(one, args)) continue;
    const again = tended(one.running, recounted(terms, one.clock, one.running, decision(args, ground)));
    if (again.due === one.running.due) continue;
    moved.push(one.clock);
    clocks = { ...clocks, [one.clock]: again };
  }
  return { clocks, daysAdded, moved };
}

/**
 * The clocks with those that start when this one runs out counted from there, on the same ground; what they were given
 * beside that stays theirs.
 */
export function followed(
  { follows = {} }: Duties,
  args: ClockArgs,
  leader: ClockName,
  ground: string,
): Clocks {
  const { context } = args;
  const clocks = { ...context.clocks };
  for (const [follower, of] of Object.entries(follows) as [ClockName, ClockName][]) {
    const before = clocks[follower];
    const from = clocks[leader]?.due;
    if (of !== leader || !before || !from) continue;
    const start = { from, ...decision(args, ground) };
    clocks[follower] = tended(before, recounted(counting(context), follower, before, start));
  }
  return clocks;
}
