import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { changeKindVerdict, classify } from '../../src/rules/change.js';
import type { AskedChange } from '../../src/rules/change.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const importance = (change: AskedChange): string => classify(change, terms).importance;

describe('A change of agreement', () => {
  it.each(['institution', 'principal-investigator', 'goals', 'period', 'total-money', 'year-split'])(
    'of the kind %s always needs approval before the fact',
    (kind) => {
      expect(importance({ kind })).toBe('important');
    },
  );

  it.each(['method', 'researchers', 'contacts'])('of the kind %s is registered only', (kind) => {
    expect(classify({ kind }, terms)).toMatchObject({ importance: 'minor', decidedBy: null });
  });

  it('is decided by the committee where it is about time or money, else by an officer', () => {
    const by = (kind: string) => classify({ kind }, terms).decidedBy;
    expect(['period', 'total-money', 'year-split'].map(by)).toEqual(['committee', 'committee', 'committee']);
    expect(['institution', 'principal-investigator', 'goals'].map(by)).toEqual([
      'officer',
      'officer',
      'officer',
    ]);
  });

  it('of equipment needs approval from thirty million won', () => {
    expect(importance({ kind: 'equipment', amount: '29999999' })).toBe('minor');
    expect(importance({ kind: 'equipment', amount: '30000000' })).toBe('important');
  });

  it('of commissioned cost needs approval for a rise of twenty percent, to the won', () => {
    const rise = (from: string, to: string): string => importance({ kind: 'commissioned-cost', from, to });
    expect(rise('100000001', '120000001')).toBe('minor');
    expect(rise('100000001', '120000002')).toBe('important');
    expect(rise('100000000', '50000000')).toBe('minor');
    expect(rise('0', '1')).toBe('important');
    expect(rise('0', '0')).toBe('minor');
  });

  it('of the cost of international research needs approval, except for the exchange rate alone', () => {
    const kind = 'international-cost';
    expect(importance({ kind, from: '1', to: '2' })).toBe('important');
    expect(importance({ kind, from: '1', to: '2', exchangeRateOnly: false })).toBe('important');
    expect(importance({ kind, from: '1', to: '2', exchangeRateOnly: true })).toBe('minor');
  });

  it('says why, with the figures', () => {
    expect(classify({ kind: 'equipment', amount: '29999999' }, terms).why).toEqual({
      ko: '금액 29999999원, 승인 대상은 30000000원 이상',
      en: 'the amount is 29999999 won; approval is needed from 30000000 won',
    });
    expect(classify({ kind: 'commissioned-cost', from: '5', to: '6' }, terms).why.en).toBe(
      'from 5 to 6 won; approval is needed for a rise of 20% or more',
    );
  });

  it('of a kind that is not listed is refused by a verdict that names the kinds', () => {
    const { ok, evidence } = changeKindVerdict('logo', terms);
    expect(ok).toBe(false);
    expect(evidence['listed']).toContain('institution, principal-investigator');
    expect(changeKindVerdict('contacts', terms).ok).toBe(true);
    expect(() => classify({ kind: 'logo' }, terms)).toThrow(/logo is no change that is listed/);
  });

  it('without the amount that it hangs on is an error', () => {
    expect(() => classify({ kind: 'equipment' }, terms)).toThrow(/equipment names its amount/);
  });
});
