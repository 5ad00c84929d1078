import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { latestInstalment, planVerdicts } from '../../src/rules/instalments.js';
import type { Instalment } from '../../src/rules/instalments.js';
import { failing } from '../../src/rules/verdict.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const from = '2026-08-31';
const plan: readonly Instalment[] = [
  { amount: '10000000', due: '2026-09-30' },
  { amount: '10000000', due: '2026-10-30' },
  { amount: '5000001', due: '2026-11-30' },
];
const failed = (one: readonly Instalment[], owed = '25000001'): string[] =>
  failing(planVerdicts(one, owed, terms, from)).map(({ code }) => code);

describe('A plan of instalments', () => {
  it('that pays all of it, one after the other, within twelve parts and twelve months, holds', () => {
    expect(failed(plan)).toEqual([]);
    expect(latestInstalment(from, terms)).toBe('2027-08-31');
  });

  it.each(['25000000', '25000002'])('must pay exactly what is owed: not %s', (owed) => {
    expect(failed(plan, owed)).toEqual(['isPlanExact']);
  });

  it('shows what it sums up to and what is owed', () => {
    const [exact] = planVerdicts(plan, '25000002', terms, from);
    expect(exact?.evidence).toEqual({ sum: '25000001', owed: '25000002' });
  });

  it('of nothing is no plan', () => {
    expect(failed([], '0')).toEqual(['isPlanExact']);
  });

  it('has no instalment of nothing', () => {
    expect(failed([...plan, { amount: '0', due: '2026-12-31' }])).toEqual(['hasNoEmptyInstalment']);
  });

  it('has its days one after the other, the first not before it was proposed', () => {
    const [first, second, third] = plan as [Instalment, Instalment, Instalment];
    expect(failed([second, first, third])).toEqual(['arePlanDatesRising']);
    expect(failed([first, { ...second, due: first.due }, third])).toEqual(['arePlanDatesRising']);
    expect(failed([{ ...first, due: '2026-08-30' }, second, third])).toEqual(['arePlanDatesRising']);
    expect(failed([{ ...first, due: from }, second, third])).toEqual([]);
  });

  it('has at most as many parts as the edition says', () => {
    const parts = Array.from({ length: 13 }, (_, index) => ({
      ...{ amount: '1', due: `2026-09-${String(index + 1).padStart(2, '0')}` },
    }));
    expect(failed(parts, '13')).toEqual(['isPlanWithinCount']);
    expect(failed(parts.slice(1), '12')).toEqual([]);
  });

  it('ends by the day that the edition says, that day included', () => {
    expect(failed([{ amount: '7', due: '2027-08-31' }], '7')).toEqual([]);
    expect(failed([{ amount: '7', due: '2027-09-01' }], '7')).toEqual(['isPlanWithinPeriod']);
  });

  it('is an error by an edition that knows none', () => {
    const { recovery: _, ...without } = terms;
    expect(() => planVerdicts(plan, '25000001', without, from)).toThrow(/2026 says nothing of instalments/);
  });
});
