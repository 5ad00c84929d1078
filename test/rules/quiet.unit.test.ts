import { expect, test } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { quietMs } from '../../src/rules/quiet.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const quiet = (unit: 'seconds' | 'hours' | 'days' | 'months', count: number) => ({
  ...terms,
  payment: { quietPeriod: { unit, count } },
});

test('an unknown payment is left alone for as long as the edition says, in milliseconds', () => {
  expect(quietMs(terms)).toBe(10_000);
  expect(quietMs(quiet('hours', 2))).toBe(7_200_000);
  expect(quietMs(quiet('days', 1))).toBe(86_400_000);
});

test('months are no length for it, and neither is nothing', () => {
  const { payment: _payment, ...older } = terms;
  expect(() => quietMs(quiet('months', 1))).toThrow('2026 names no quiet period for payments');
  expect(() => quietMs(older)).toThrow('2026 names no quiet period for payments');
});
