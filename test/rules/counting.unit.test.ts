import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import type { ClockName } from '../../src/program/types.js';
import { countClock, NoTableOfDaysOff } from '../../src/rules/counting.js';
import type { CountOptions } from '../../src/rules/counting.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const pocket = termsOf(loadEdition('2026-pocket'), 'structured');

/** Ten in the morning in Korea. */
const onThe = (day: string): string => `${day}T01:00:00.000Z`;
const count = (clock: ClockName, day: string, options: CountOptions = {}) =>
  countClock(terms, clock, onThe(day), options);
const lastDay = (clock: ClockName, day: string, options: CountOptions = {}): string =>
  count(clock, day, options).lastDay;

describe('Every clock of domain.md section 4, counted from its start', () => {
  it.each<[ClockName, string, string, string]>([
    ['objection', '2023-11-14', '2023-11-24', 'the worked example: notified, ten days'],
    ['objection-decision', '2026-08-31', '2026-09-30', 'received, thirty days'],
    [
      'agreement',
      '2026-07-16',
      '2026-08-18',
      'thirty days to Liberation Day, a Saturday with its substitute',
    ],
    ['plan-revision', '2026-07-20', '2026-08-10', 'twenty days to a Sunday'],
    ['roadmap', '2024-08-31', '2025-02-28', 'six calendar months from 31 August'],
    ['change-decision', '2026-06-01', '2026-06-16', 'fifteen days'],
    ['stage-report', '2027-07-30', '2027-07-30', 'the very day of the stage end'],
    ['cost-report', '2027-07-31', '2027-11-01', 'three months to 31 October, a Sunday'],
    ['final-report', '2027-07-31', '2027-09-29', 'sixty days'],
    [
      'settlement-objection',
      '2027-01-31',
      '2027-03-02',
      'one month to 28 February, a Sunday before a holiday',
    ],
    ['settlement-decision', '2027-03-02', '2027-04-01', 'thirty days'],
    ['repayment', '2026-12-31', '2027-02-01', 'one month to 31 January, a Sunday'],
    ['special-evaluation-explanation', '2026-07-01', '2026-07-13', 'ten days to a Saturday'],
    ['sanction-reconsideration', '2026-07-01', '2026-07-21', 'twenty days'],
    ['sanction-decision', '2026-07-21', '2026-08-20', 'thirty days'],
  ])('the %s clock that starts %s is due %s: %s', (clock, from, until) => {
    expect(lastDay(clock, from)).toBe(until);
  });

  it('the last millisecond of the Korean day is still in time', () => {
    expect(count('objection', '2023-11-14').due).toBe('2023-11-24T14:59:59.999Z');
  });

  it.each([
    ['2026-12-21', '2026-12-31', 'the last day of the year'],
    ['2026-12-22', '2027-01-04', "New Year's Day is a Friday, so it goes past the weekend"],
  ])('over the new year: notified %s, objection until %s: %s', (from, until) => {
    expect(lastDay('objection', from)).toBe(until);
  });

  it.each([
    ['2027-01-28', '2027-02-10', 'Seollal on a Sunday, with its substitute on the 9th'],
    ['2027-02-19', '2027-03-02', 'the first of March'],
    ['2027-04-25', '2027-05-06', "Children's Day"],
    ['2027-05-03', '2027-05-14', "Buddha's Birthday"],
    ['2027-08-05', '2027-08-17', 'Liberation Day on a Sunday, with its substitute on the 16th'],
    ['2027-09-04', '2027-09-17', 'Chuseok'],
    ['2027-09-23', '2027-10-05', 'Foundation Day on a Sunday, with its substitute on the 4th'],
    ['2027-09-29', '2027-10-12', 'Hangeul Day on a Saturday, with its substitute on the 11th'],
    ['2027-12-15', '2027-12-28', 'Christmas on a Saturday, with its substitute on the 27th'],
  ])("2027's days off: notified %s, objection until %s: %s", (from, until) => {
    expect(lastDay('objection', from)).toBe(until);
  });

  it('in leap years and at month ends months stay calendar months', () => {
    expect(lastDay('roadmap', '2023-08-31')).toBe('2024-02-29');
    expect(lastDay('repayment', '2024-01-31')).toBe('2024-02-29');
    expect(lastDay('repayment', '2025-01-31')).toBe('2025-02-28');
    expect(lastDay('roadmap-check', '2025-11-30')).toBe('2026-03-03');
  });

  it('a duty counts its first day and does not move, and needs no table of days off', () => {
    expect(count('stage', '2026-08-01')).toMatchObject({ lastDay: '2027-07-31', rule: 'duty' });
    expect(count('stage', '2041-03-04')).toMatchObject({ lastDay: '2042-03-03', provisional: false });
  });

  it('seconds and hours run exactly from the moment', () => {
    const from = '2026-08-30T01:00:00.250Z';
    expect(countClock(pocket, 'objection', from)).toMatchObject({
      ...{ due: '2026-08-30T01:00:20.250Z', rule: 'exact', provisional: false },
    });
    expect(count('agreement', '2026-08-30', { length: { unit: 'hours', count: 36 } }).due).toBe(
      '2026-08-31T13:00:00.000Z',
    );
  });
});

describe('A year without a table of days off', () => {
  it('is an error that names the year, not a guess', () => {
    expect(() => lastDay('objection', '2027-12-28')).toThrow(NoTableOfDaysOff);
    expect(() => lastDay('objection', '2027-12-28')).toThrow(/2028/);
    expect(() => lastDay('objection', '2022-05-02')).toThrow(/2022/);
  });

  it('is an error only where the count ends in it', () => {
    expect(lastDay('objection', '2027-12-21')).toBe('2027-12-31');
    expect(() => lastDay('objection', '2027-12-22')).toThrow(/2028/);
    expect(lastDay('objection', '2022-12-27')).toBe('2023-01-06');
  });

  it('is counted by the forecast where a provisional date will do, and says so', () => {
    const counted = count('objection', '2027-12-22', { allowForecast: true });
    expect(counted).toMatchObject({ lastDay: '2028-01-03', provisional: true });
    expect(counted.steps.at(-1)).toEqual({
      ko: '2028년 공휴일은 아직 관보에 고시되지 않아 예상표로 계산한 잠정 기한',
      en: 'The days off of 2028 are not yet gazetted: the date is provisional, by the forecast',
    });
    expect(count('objection', '2027-12-21', { allowForecast: true }).provisional).toBe(false);
  });

  it('is an error where there is no forecast either', () => {
    expect(() => lastDay('objection', '2032-12-28', { allowForecast: true })).toThrow(/2033/);
    const { forecast: _, ...without } = terms;
    expect(() => countClock(without, 'objection', onThe('2028-03-02'), { allowForecast: true })).toThrow(
      /2028/,
    );
  });

  it('does not come into being by a day that is added', () => {
    expect(() => lastDay('objection', '2041-03-04', { daysAdded: { '2041': ['03-14'] } })).toThrow(/2041/);
  });
});

describe('Days off that were added after the edition', () => {
  const added = { daysAdded: { '2026': ['09-30', '10-01'] } };

  it('move a last day that falls on one, and the steps name them', () => {
    const counted = count('objection-decision', '2026-08-31', added);
    expect(counted.lastDay).toBe('2026-10-02');
    expect(counted.steps.map(({ en }) => en)).toContain(
      'Days off that were added later: 2026-09-30 (Wed), 2026-10-01 (Thu)',
    );
  });

  it('leave every other clock alone', () => {
    expect(count('objection-decision', '2026-08-30', added)).toEqual(
      count('objection-decision', '2026-08-30'),
    );
  });

  it('do not move a duty', () => {
    expect(lastDay('stage', '2025-10-01', added)).toBe('2026-09-30');
  });
});

describe('A date that a notice states', () => {
  it('stands as it is: until the end of that Korean day, or the moment', () => {
    const stated = count('special-evaluation-explanation', '2026-07-01', { statedDue: '2026-07-12' });
    expect(stated).toMatchObject({ due: '2026-07-12T14:59:59.999Z', lastDay: '2026-07-12', rule: 'stated' });
    expect(stated.steps).toEqual([
      {
        ko: '특별평가 소명 기간: 통지서에 정한 날 2026-07-12(일)까지',
        en: 'Explanation for a special evaluation: until the day that the notice states, 2026-07-12 (Sun)',
      },
    ]);
    const moment = { statedDue: '2026-07-12T03:00:00.000Z' };
    expect(count('gate-hold', '2026-07-01', moment).due).toBe('2026-07-12T03:00:00.000Z');
  });
});
