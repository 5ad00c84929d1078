import { describe, expect, test } from 'vitest';
import { calendarDay, koreanInstant, wonIn } from '../../src/intake/cells.js';

describe('A time in a cell', () => {
  test.each([
    ['2026-04-24 17:59:58', '2026-04-24T08:59:58.000Z'],
    ['2026-04-24T17:59:58', '2026-04-24T08:59:58.000Z'],
    ['2026.04.24 17:59', '2026-04-24T08:59:00.000Z'],
    ['2026. 4. 24. 9:05', '2026-04-24T00:05:00.000Z'],
    ['2026/04/24 17:59:58', '2026-04-24T08:59:58.000Z'],
    ['2026-04-24T08:59:58Z', '2026-04-24T08:59:58.000Z'],
    ['2026-04-24T17:59:58+09:00', '2026-04-24T08:59:58.000Z'],
  ])('%s is by the Korean clock where it names no other', (text, instant) => {
    expect(koreanInstant.parse(text)).toBe(instant);
  });

  test.each(['2026-04-31 10:00', '2026-04-24', '2026-04-24 25:00', '어제', '', '46136.75'])(
    '%j is none, and is not guessed at',
    (text) => {
      const { error } = koreanInstant.safeParse(text);
      expect(error?.issues[0]?.message).toMatch(/[가-힣].* \/ [a-z]/);
    },
  );
});

test.each([
  ['2026-04-24', '2026-04-24'],
  ['2026.4.24.', '2026-04-24'],
  ['2026. 4. 24', '2026-04-24'],
  ['20260424', '2026-04-24'],
  ['2026-02-29', undefined],
  ['24/04/2026', undefined],
])('the day in %j is %s', (text, day) => {
  expect(calendarDay.safeParse(text).data).toBe(day);
});

describe('Money in a cell', () => {
  test.each([
    ['1,500,000,000', 1n, '1500000000'],
    ['1500000000원', 1n, '1500000000'],
    ['1,500,000', 1_000n, '1500000000'],
    ['1500.5', 1_000_000n, '1500500000'],
    ['15', 100_000_000n, '1500000000'],
    ['0', 1n, '0'],
    ['007', 1n, '7'],
  ])('%s in units of %s won is %s', (text, unit, won) => {
    expect(wonIn(text, unit)).toBe(won);
  });

  test.each(['-5', '1.5', '1,500만', '', '₩5', '1e9', '99999999999999999'])(
    '%j is no amount of whole won',
    (text) => {
      expect(wonIn(text, 1n)).toBeUndefined();
    },
  );
});
