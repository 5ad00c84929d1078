import { describe, expect, it } from 'vitest';
import { clockExplain } from '../../src/cli/commands/clock.js';
import type { ClockOptions } from '../../src/cli/commands/clock.js';
import { EXIT, Failure } from '../../src/cli/failure.js';
import { terminalOn } from '../../src/cli/terminal.js';
import type { Language } from '../../src/cli/terminal.js';

function said(options: Partial<ClockOptions>, language: Language, isJson: boolean): string {
  const lines: string[] = [];
  const write = (text: string): boolean => lines.push(text) > 0;
  const stream = { write } as unknown as NodeJS.Process['stdout'];
  const terminal = terminalOn({ language, isJson }, { stdout: stream, stderr: stream as never });
  clockExplain(
    { terminal, env: {} },
    { clock: 'objection', from: '2023-11-14', edition: '2026', ...options },
  );
  return lines.join('');
}

const json = (options: Partial<ClockOptions>): Record<string, unknown> =>
  JSON.parse(said(options, 'en', true)) as Record<string, unknown>;

function failureOf(options: Partial<ClockOptions>): Failure {
  try {
    said(options, 'en', true);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it was explained');
}

describe('rnd clock explain', () => {
  it('notified 2023-11-14: objection until the end of 2023-11-24 in Korea, with the offset', () => {
    expect(json({})).toEqual({
      clock: 'objection',
      from: '2023-11-14T00:00:00.000+09:00',
      due: '2023-11-24T23:59:59.999+09:00',
      lastDay: '2023-11-24',
      rule: 'civil',
      provisional: false,
      steps: [
        {
          ko: '이의신청 기간: 기산 사유 발생일 2023-11-14(화)',
          en: 'Objection period: the day it starts from is 2023-11-14 (Tue)',
        },
        {
          ko: '첫날은 산입하지 않아 2023-11-15(수)부터 계산',
          en: 'The first day is not counted: day one is 2023-11-15 (Wed)',
        },
        { ko: '10일의 마지막 날은 2023-11-24(금)', en: '10 days end on 2023-11-24 (Fri)' },
      ],
      clause: { ko: '국가연구개발혁신법', en: 'National R&D Innovation Act' },
    });
  });

  it.each([
    ['objection-decision', '2026-08-31', '2026-09-30T23:59:59.999+09:00'],
    ['agreement', '2026-07-20', '2026-08-19T23:59:59.999+09:00'],
    ['roadmap', '2026-08-31', '2027-03-02T23:59:59.999+09:00'],
    ['stage', '2026-08-01', '2027-07-31T23:59:59.999+09:00'],
  ])('the %s clock from %s is due %s', (clock, from, due) => {
    expect(json({ clock, from })).toMatchObject({ clock, due });
  });

  it('the day is the one in Korea, whatever the offset of the moment', () => {
    for (const from of ['2023-11-14T08:00:00+09:00', '2023-11-13T23:00:00Z', '2023-11-13T18:00-05:00'])
      expect(json({ from })).toMatchObject({ lastDay: '2023-11-24', from: '2023-11-14T08:00:00.000+09:00' });
  });

  it('reads out the arithmetic, the rule and the clause in Korean', () => {
    expect(said({ clock: 'roadmap', from: '2026-08-31' }, 'ko', false)).toBe(
      [
        '  공동 R&D 로드맵 수립 기간: 기산 사유 발생일 2026-08-31(월)',
        '  첫날은 산입하지 않아 2026-09-01(화)부터 계산',
        '  6개월의 마지막 날은 2027-02-28(일)',
        '  2027-02-28(일)은 토요일 또는 공휴일이므로 다음 근무일 2027-03-02(화)까지',
        '→ 2027-03-02 23:59:59 KST (civil: 첫날 불산입, 말일이 휴일이면 다음 근무일까지)',
        '2026년 공고\n',
      ].join('\n'),
    );
  });

  it('takes another length, a stated day and further days off', () => {
    expect(json({ length: '14d' })).toMatchObject({ lastDay: '2023-11-28' });
    expect(json({ length: '2mo' })).toMatchObject({ lastDay: '2024-01-15' });
    expect(json({ length: '36h' })).toMatchObject({ due: '2023-11-15T12:00:00.000+09:00', rule: 'exact' });
    expect(json({ until: '2023-12-03' })).toMatchObject({ lastDay: '2023-12-03', rule: 'stated' });
    expect(json({ addHoliday: ['2023-11-24', '2023-11-27'] })).toMatchObject({ lastDay: '2023-11-28' });
  });

  it('a year that is not gazetted is an error that names it and says what to do', () => {
    const { exitCode, words, facts } = failureOf({ from: '2027-12-28' });
    expect(exitCode).toBe(EXIT.usage);
    expect(words.en).toBe(
      'Edition 2026 has no gazetted days off for 2028, only for 2023 to 2027. With --forecast it is counted provisionally, by the forecast.',
    );
    expect(words.ko).toBe(
      '2026 판에 2028년의 고시된 공휴일이 없습니다(2023~2027년만 있습니다). --forecast 를 붙이면 예상표로 잠정 기한을 계산합니다.',
    );
    expect(facts).toMatchObject({ code: 'noTableOfDaysOff', year: '2028' });
  });

  it('with the forecast it is counted, and says that it is provisional', () => {
    const counted = json({ from: '2027-12-28', forecast: true });
    expect(counted).toMatchObject({ lastDay: '2028-01-07', provisional: true });
    expect(JSON.stringify(counted['steps'])).toContain('not yet gazetted');
  });

  it('a year beyond the forecast is an error with it, too', () => {
    expect(failureOf({ from: '2041-03-04', forecast: true }).words.en).toMatch(/2041.*to the edition/);
  });

  it.each([
    [
      'a clock that is none',
      { clock: 'lunch' },
      'lunch is no clock; there are objection, objection-decision',
    ],
    ['an edition that is none', { edition: '1999' }, '1999 is no edition; there are 2026, 2026-pocket'],
    ['a day that is none', { from: '2026-02-30' }, '2026-02-30 is no day'],
    ['a moment without an offset', { from: '2026-02-03T10:00' }, 'is no day and no moment'],
    ['a length that is none', { length: 'a fortnight' }, 'a fortnight is no length'],
    ['a day off that is none', { addHoliday: ['12-24'] }, '12-24 is no day'],
  ])('%s is used wrongly', (_, options, words) => {
    const failure = failureOf(options);
    expect(failure.exitCode).toBe(EXIT.usage);
    expect(failure.words.en).toContain(words);
  });
});
