import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { clockNames } from '../../src/program/schema-clocks.js';
import { addDays, dayOf, isWorkingDay } from '../../src/rules/calendar.js';
import { dueOf } from '../../src/rules/clocks.js';
import {
  countClock,
  explained,
  extended,
  recounted,
  resumed,
  started,
  suspended,
} from '../../src/rules/counting.js';
import type { RunningClock } from '../../src/rules/counting.js';

const terms = termsOf(loadEdition('2026'), 'structured');
// Every day off that any table has, so that a count can be checked without asking which table it was.
const everyDayOff = { ...terms.forecast, ...terms.holidays };
const civil = clockNames.filter((name) => terms.clocks[name].counting === 'civil');
const duties = clockNames.filter((name) => terms.clocks[name].counting === 'duty');

const moments = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const gazetted = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2027-05-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const days = fc.integer({ min: 0, max: 300 });
const clocks = fc.constantFrom(...civil);
const by = (at: string) => ({ by: 'person-officer-1', ground: 'g', at });
const soon = (at: string, count: number): string =>
  new Date(Date.parse(at) + count * 86_400_000).toISOString();
const forecast = { allowForecast: true };
const isWorking = (due: string): boolean => isWorkingDay(dayOf(due), everyDayOff);

describe('Counting, from any moment', () => {
  it('never ends on a day off where it rolls', () => {
    fc.assert(
      fc.property(moments, clocks, (from, clock) => isWorking(countClock(terms, clock, from, forecast).due)),
    );
  });

  it('never ends earlier for starting later', () => {
    const any = fc.constantFrom(...clockNames);
    fc.assert(
      fc.property(moments, moments, any, (one, other, clock) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        const due = (from: string): string => countClock(terms, clock, from, forecast).due;
        expect(due(early) <= due(late)).toBe(true);
      }),
    );
  });

  it('a duty never moves: it ends where Temporal adds its months, on a day off or not', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...duties), (from, clock) => {
        const first = Temporal.PlainDate.from(dayOf(from));
        const months = terms.clocks[clock].length.count;
        const moved = first.add({ months });
        const last = moved.day === first.day ? moved.subtract({ days: 1 }) : moved;
        expect(countClock(terms, clock, from).lastDay).toBe(last.toString());
      }),
    );
  });

  it('is what the first version of the program counted, wherever the table is gazetted', () => {
    fc.assert(
      fc.property(gazetted, fc.constantFrom(...clockNames), (from, clock) => {
        const { steps, ...old } = dueOf(terms, clock, from);
        expect(countClock(terms, clock, from)).toEqual({ ...old, steps, provisional: false });
      }),
    );
  });

  it('is provisional exactly where a day that is not gazetted was looked up', () => {
    fc.assert(
      fc.property(moments, clocks, (from, clock) => {
        const counted = countClock(terms, clock, from, forecast);
        expect(counted.provisional).toBe(counted.lastDay >= '2028');
      }),
    );
  });

  it('a day off that is added moves only what ends on it, and never to an earlier day', () => {
    fc.assert(
      fc.property(gazetted, clocks, fc.integer({ min: -3, max: 3 }), (from, clock, shift) => {
        const before = countClock(terms, clock, from, forecast);
        const day = addDays(before.lastDay, shift);
        const daysAdded = { [day.slice(0, 4)]: [day.slice(5)] };
        const after = countClock(terms, clock, from, { ...forecast, daysAdded });
        expect(after.due > before.due).toBe(shift === 0);
        if (shift !== 0) expect(after.due).toBe(before.due);
      }),
    );
  });
});

describe('A running clock, at any moment', () => {
  it('that is stopped and goes on the same day loses nothing', () => {
    fc.assert(
      fc.property(moments, clocks, fc.integer({ min: 0, max: 20 }), (from, clock, later) => {
        const running = started(terms, clock, from);
        const at = soon(from, later);
        if (at > running.due) return;
        expect(resumed(terms, clock, suspended(running, at), at).due).toBe(running.due);
      }),
    );
  });

  it('that stood still has at least as many days left as before, and ends on a working day', () => {
    fc.assert(
      fc.property(moments, clocks, fc.integer({ min: 0, max: 20 }), days, (from, clock, later, pause) => {
        const running = started(terms, clock, from);
        const at = soon(from, later);
        const again = resumed(terms, clock, suspended(running, at), soon(at, pause));
        const left = Math.max(0, Date.parse(running.due) - Date.parse(at));
        expect(Date.parse(again.due) - Date.parse(soon(at, pause))).toBeGreaterThanOrEqual(left);
        expect(isWorking(again.due)).toBe(true);
      }),
    );
  });

  it('that is extended ends no earlier, and on a working day', () => {
    fc.assert(
      fc.property(moments, clocks, fc.integer({ min: -30, max: 300 }), (from, clock, more) => {
        const running = started(terms, clock, from);
        const until = addDays(dayOf(running.due), more);
        const longer = extended(terms, clock, running, { until }, by(from));
        expect(longer.due >= running.due && dayOf(longer.due) >= until).toBe(true);
        expect(isWorking(longer.due)).toBe(true);
      }),
    );
  });

  it('is the very same clock after a recount in which nothing changed, whatever happened to it before', () => {
    fc.assert(
      fc.property(moments, clocks, happenings, (from, clock, what) => {
        const running = lived(from, clock, what);
        expect(recounted(terms, clock, running, by(from))).toBe(running);
      }),
    );
  });

  it('explains the due that it has, and survives JSON', () => {
    fc.assert(
      fc.property(moments, clocks, happenings, (from, clock, what) => {
        const running = lived(from, clock, what);
        const kept = JSON.parse(JSON.stringify(running)) as RunningClock;
        expect(kept).toEqual(running);
        const words = explained(terms, clock, kept).map(({ en }) => en);
        expect(words.join('\n')).toContain(dayOf(running.due));
        expect(words.every((step) => step.length > 0)).toBe(true);
      }),
    );
  });
});

/** Things that happen to a clock: a number of days that it is extended by, or that it stands still. */
const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('extended' as const, 'stopped' as const),
    days: fc.integer({ min: 0, max: 60 }),
  }),
  { maxLength: 4 },
);

function lived(
  from: string,
  clock: (typeof civil)[number],
  what: readonly { kind: 'extended' | 'stopped'; days: number }[],
): RunningClock {
  let running = started(terms, clock, from);
  let at = from;
  for (const { kind, days: count } of what) {
    at = soon(at, 1);
    if (kind === 'extended') {
      running = extended(terms, clock, running, { length: { unit: 'days', count } }, by(at));
      continue;
    }
    const still = suspended(running, at);
    at = soon(at, count);
    running = resumed(terms, clock, still, at);
  }
  return running;
}
