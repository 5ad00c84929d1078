import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { dueOf, isWithin, isWithinWindow, opensAt } from '../../src/rules/clocks.js';
import type { ClockName } from '../../src/program/types.js';

const terms = termsOf(loadEdition('2026'), 'structured');

/** Ten in the morning in Korea. */
const onThe = (day: string): string => `${day}T01:00:00.000Z`;
const lastDay = (clock: ClockName, day: string): string => dueOf(terms, clock, onThe(day)).lastDay;

describe('Civil counting: the first day is not counted', () => {
  it('notified 2023-11-14: objection until the last millisecond of 2023-11-24 in Korea', () => {
    const due = dueOf(terms, 'objection', onThe('2023-11-14'));
    expect(due).toMatchObject({ lastDay: '2023-11-24', due: '2023-11-24T14:59:59.999Z', rule: 'civil' });
  });

  it.each([
    ['2024-08-31', '2025-02-28', 'a month without a 31st ends on its last day'],
    ['2023-08-31', '2024-02-29', 'a leap year has one day more'],
    ['2026-06-15', '2026-12-15', 'six months end on the same date'],
    ['2027-04-30', '2027-11-01', 'whole months end with the month (31 October, a Sunday, rolls)'],
    ['2026-08-31', '2027-03-02', '28 February is a Sunday and 1 March a holiday'],
  ])('a roadmap that starts %s runs until %s: %s', (from, until) => {
    expect(lastDay('roadmap', from)).toBe(until);
  });

  it('six months are calendar months, not 180 days', () => {
    expect(
      dueOf(terms, 'roadmap', onThe('2026-06-15'), { length: { unit: 'days', count: 180 } }).lastDay,
    ).not.toBe(lastDay('roadmap', '2026-06-15'));
  });

  it('the day is the Korean one: an evening in UTC is already tomorrow in Seoul', () => {
    expect(dueOf(terms, 'objection', '2023-11-13T14:59:59.999Z').lastDay).toBe('2023-11-23');
    expect(dueOf(terms, 'objection', '2023-11-13T15:00:00.000Z').lastDay).toBe('2023-11-24');
  });

  it('what is asked for the same day is due that day', () => {
    expect(dueOf(terms, 'stage-report', onThe('2027-06-30')).due).toBe('2027-06-30T14:59:59.999Z');
  });
});

describe('Civil counting: a last day off moves to the next working day', () => {
  it.each([
    ['2026-02-03', '2026-02-13', 'a Friday stays'],
    ['2026-02-04', '2026-02-19', 'a Saturday before Seollal goes past all of Seollal'],
    ['2026-02-06', '2026-02-19', 'the eve of Seollal goes past all of Seollal'],
    ['2025-04-26', '2025-05-07', "Buddha's Birthday's substitute is a day off"],
    ['2025-01-17', '2025-01-31', 'a one-off government holiday is a day off'],
    ['2026-05-24', '2026-06-04', 'an election day is a day off'],
  ])('notified %s: objection until %s, because %s', (from, until) => {
    expect(lastDay('objection', from)).toBe(until);
  });

  it('a year without a table of days off is an error that names the year', () => {
    expect(() => lastDay('objection', '2041-03-04')).toThrow(/2041/);
    expect(() => lastDay('objection', '2027-12-28')).toThrow(/2028/);
  });
});

describe('Duty counting: the first day counts and the end does not move', () => {
  it('a stage of twelve months that starts 2026-08-01 ends on Saturday 2027-07-31', () => {
    expect(dueOf(terms, 'stage', onThe('2026-08-01'))).toMatchObject({ lastDay: '2027-07-31', rule: 'duty' });
  });

  it('it needs no table of days off', () => {
    expect(lastDay('stage', '2041-03-04')).toBe('2042-03-03');
  });

  it('a stage that starts on 29 February ends on 28 February', () => {
    expect(lastDay('stage', '2028-02-29')).toBe('2029-02-28');
  });
});

describe('A clock shows its arithmetic', () => {
  it('in Korean and English: where it starts, day one, the last day, the move', () => {
    const { steps, clause } = dueOf(terms, 'roadmap', onThe('2026-08-31'));
    expect(steps.map((step) => step.en)).toEqual([
      'Joint R&D roadmap window: the day it starts from is 2026-08-31 (Mon)',
      'The first day is not counted: day one is 2026-09-01 (Tue)',
      '6 months end on 2027-02-28 (Sun)',
      '2027-02-28 (Sun) is a day off, so it ends on the next working day, 2027-03-02 (Tue)',
    ]);
    expect(steps.map((step) => step.ko)).toEqual([
      '공동 R&D 로드맵 수립 기간: 기산 사유 발생일 2026-08-31(월)',
      '첫날은 산입하지 않아 2026-09-01(화)부터 계산',
      '6개월의 마지막 날은 2027-02-28(일)',
      '2027-02-28(일)은 토요일 또는 공휴일이므로 다음 근무일 2027-03-02(화)까지',
    ]);
    expect(clause.ko).toBe('2026년 공고');
  });

  it('a duty clock says that its end stays', () => {
    expect(dueOf(terms, 'stage', onThe('2026-08-01')).steps.at(-1)?.en).toMatch(/does not move/);
  });

  it('it moves when the date that it starts from is corrected', () => {
    expect(lastDay('objection', '2023-11-13')).toBe('2023-11-23');
    expect(lastDay('objection', '2023-11-14')).toBe('2023-11-24');
  });

  it('a notice that states its own period replaces the usual one', () => {
    const stated = { length: { unit: 'days', count: 14 } } as const;
    expect(dueOf(terms, 'special-evaluation-explanation', onThe('2026-07-01'), stated).lastDay).toBe(
      '2026-07-15',
    );
  });
});

describe('Seconds and hours run exactly from the moment', () => {
  const pocket = termsOf(loadEdition('2026-pocket'), 'structured');
  const from = '2026-08-31T01:00:00.250Z';

  it('a length of seconds runs as long on a Sunday as on a Monday', () => {
    const seven = { length: { unit: 'seconds', count: 7 } } as const;
    for (const day of ['2026-08-30', '2026-08-31'])
      expect(dueOf(pocket, 'roadmap', `${day}T01:00:00.250Z`, seven)).toMatchObject({
        due: `${day}T01:00:07.250Z`,
        rule: 'exact',
      });
  });

  it("the pocket edition's clocks all run so", () => {
    expect(dueOf(pocket, 'roadmap', from).rule).toBe('exact');
  });

  it('an hour is an hour', () => {
    const hours = { length: { unit: 'hours', count: 36 } } as const;
    expect(dueOf(terms, 'agreement', from, hours).due).toBe('2026-09-01T13:00:00.250Z');
  });

  it('its stage report opens three seconds before the stage ends', () => {
    expect(opensAt(pocket, 'stage-report', from)).toBe('2026-08-31T00:59:57.250Z');
  });
});

describe('In time or not', () => {
  const { due } = dueOf(terms, 'objection', onThe('2023-11-14'));

  it('the last millisecond is in time, the first of the next day is late', () => {
    expect(isWithin(due, '2023-11-24T14:59:59.999Z')).toBe(true);
    expect(isWithin(due, '2023-11-24T15:00:00.000Z')).toBe(false);
  });

  it('what is no UTC moment is an error, not late', () => {
    expect(() => isWithin(due, '2023-11-24')).toThrow(/UTC moment/);
    expect(() => isWithin(due, '2023-11-24T10:00:00+09:00')).toThrow(/UTC moment/);
  });

  it('a stage report is accepted from the start of the thirtieth day before the stage ends', () => {
    const stageEnd = dueOf(terms, 'stage', onThe('2026-08-01')).due;
    expect(opensAt(terms, 'stage-report', stageEnd)).toBe('2027-06-30T15:00:00.000Z');
  });

  it('a clock without an opening is open from its start', () => {
    expect(opensAt(terms, 'cost-report', due)).toBe(due);
  });

  it('round 1 accepts from 09:00 on 6 April to 18:00 on 24 April 2026 in Korea, both included', () => {
    expect(isWithinWindow(terms.window, '2026-04-05T23:59:59.999Z')).toBe(false);
    expect(isWithinWindow(terms.window, '2026-04-06T00:00:00.000Z')).toBe(true);
    expect(isWithinWindow(terms.window, '2026-04-24T09:00:00.000Z')).toBe(true);
    expect(isWithinWindow(terms.window, '2026-04-24T09:00:00.001Z')).toBe(false);
  });
});
