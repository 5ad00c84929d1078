import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import * as calendar from '../../src/rules/calendar.js';
import { dueOf } from '../../src/rules/clocks.js';

const edition = termsOf(loadEdition('2026'), 'structured');
// The forecast stands in for the years that aren't gazetted, so that there is more to count over.
const terms = { ...edition, holidays: { ...edition.forecast, ...edition.holidays } };
const civilClocks = (
  ['objection', 'agreement', 'roadmap', 'cost-report', 'final-report', 'repayment'] as const
).filter((clock) => terms.clocks[clock].counting === 'civil');

/** Moments of 2023 to 2031, whose clocks still end in a year with a table. */
const moments = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const seoul = (instant: string): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Seoul').toPlainDate();

describe('Korean calendar days', () => {
  it('are those of Asia/Seoul in the time zone database', () => {
    fc.assert(fc.property(moments, (instant) => calendar.dayOf(instant) === seoul(instant).toString()));
  });

  it('begin and end where Asia/Seoul does', () => {
    fc.assert(
      fc.property(moments, (instant) => {
        const day = calendar.dayOf(instant);
        const start = seoul(instant).toZonedDateTime('Asia/Seoul').epochMilliseconds;
        expect(Date.parse(calendar.startOfDay(day))).toBe(start);
        expect(Date.parse(calendar.endOfDay(day))).toBe(start + 86_399_999);
      }),
    );
  });

  it('add up like Temporal plain dates', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -800, max: 800 }), (instant, days) => {
        const day = calendar.dayOf(instant);
        expect(calendar.addDays(day, days)).toBe(Temporal.PlainDate.from(day).add({ days }).toString());
        expect(calendar.weekday(day)).toBe(Temporal.PlainDate.from(day).dayOfWeek % 7);
      }),
    );
  });

  it('a day that does not exist is an error', () => {
    expect(() => calendar.addDays('2026-02-29', 1)).toThrow(/2026-02-29/);
    expect(() => calendar.addDays('6 April 2026', 1)).toThrow(/Not a calendar day/);
  });
});

describe('Calendar months (Civil Act article 160)', () => {
  it('end the day before the same date, as Temporal adds months, or on the last day of a month that lacks the date', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 48 }), (instant, months) => {
        const first = seoul(instant);
        const moved = first.add({ months });
        const last = moved.day === first.day ? moved.subtract({ days: 1 }) : moved;
        expect(calendar.lastDayOfMonths(first.toString(), months)).toBe(last.toString());
      }),
    );
  });
});

describe('Clocks counted from any moment', () => {
  it('never end on a day off where they roll', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...civilClocks), (instant, clock) =>
        calendar.isWorkingDay(dueOf(terms, clock, instant).lastDay, terms.holidays),
      ),
    );
  });

  it('never end earlier for starting later', () => {
    fc.assert(
      fc.property(
        moments,
        moments,
        fc.constantFrom(...civilClocks, 'stage' as const),
        (one, other, clock) => {
          const [early, late] = one <= other ? [one, other] : [other, one];
          expect(dueOf(terms, clock, early).due <= dueOf(terms, clock, late).due).toBe(true);
        },
      ),
    );
  });

  it('give at least the full length after the first day, and roll no further than over days off', () => {
    fc.assert(
      fc.property(moments, (instant) => {
        const unrolled = calendar.addDays(calendar.dayOf(instant), 10);
        const { lastDay } = dueOf(terms, 'objection', instant);
        expect(lastDay >= unrolled).toBe(true);
        for (let day = unrolled; day < lastDay; day = calendar.addDays(day, 1)) {
          expect(calendar.isWorkingDay(day, terms.holidays)).toBe(false);
        }
      }),
    );
  });
});
