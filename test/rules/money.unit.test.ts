import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/program/load.js';
import * as money from '../../src/rules/money.js';
import { failing } from '../../src/rules/verdict.js';
import { sumWon } from '../../src/rules/won.js';

const edition = loadEdition('2026');
const lawful = {
  government: '750000000',
  firmCash: '25000000',
  firmInKind: '225000000',
  partnerCost: '900000000',
};
const codes = (funding: money.Funding): string[] =>
  failing(money.ratioVerdict(funding, edition.ratios)).map((verdict) => verdict.code);

describe('The shares of the money', () => {
  it('75% government, 25% firm, a tenth of that in cash is lawful to the won', () => {
    expect(codes(lawful)).toEqual([]);
  });

  it('one won more from the government is not', () => {
    expect(codes({ ...lawful, government: '750000001' })).toEqual([
      'isGovernmentWithinRatio',
      'isFirmShareEnough',
    ]);
  });

  it('one won of cash less is not, though the firm brings it in kind', () => {
    expect(codes({ ...lawful, firmCash: '24999999', firmInKind: '225000001' })).toEqual(['isFirmCashEnough']);
  });

  it("the foreign partner's cost stands outside the ratio, however large", () => {
    expect(codes({ ...lawful, partnerCost: '999999999999' })).toEqual([]);
  });

  it("the partner's cost counts as government money in an edition that says so", () => {
    const within = money.ratioVerdict(lawful, { ...edition.ratios, partnerOutsideRatio: false });
    expect(failing(within)[0]).toMatchObject({
      code: 'isGovernmentWithinRatio',
      evidence: { government: '1650000000', total: '1900000000', atMost: 7500 },
    });
  });

  it('the least cash is never a won short', () => {
    expect(money.leastCash('250000000', edition.ratios)).toBe('25000000');
    expect(money.leastCash('250000001', edition.ratios)).toBe('25000001');
  });
});

describe('Two ceilings', () => {
  const sums = { companyAlready: '1200000000', yearAlready: '43000000000', adding: '300000000' };

  it('a company may reach its ceiling exactly', () => {
    expect(failing(money.ceilingVerdicts(sums, edition.money))).toEqual([]);
  });

  it('one won above either is named with its sums', () => {
    const over = failing(
      money.ceilingVerdicts({ ...sums, yearAlready: '43100000001', adding: '300000001' }, edition.money),
    );
    expect(over.map((verdict) => verdict.code)).toEqual(['isWithinCompanyCeiling', 'isWithinYearBudget']);
    expect(over[0]?.evidence).toEqual({ already: '1200000000', adding: '300000001', cap: '1500000000' });
  });
});

describe('Tranches', () => {
  it('a grant of 1.4 billion comes in three parts by the edition', () => {
    const { defaultGrant, trancheShares } = edition.tracks.structured;
    expect(money.trancheAmounts(defaultGrant, trancheShares)).toEqual([
      '280000000',
      '560000000',
      '560000000',
    ]);
  });

  it('always add up to the grant', () => {
    const grants = fc.bigInt({ min: 0n, max: 1_500_000_000n }).map(String);
    const { trancheShares } = edition.tracks.ecoBridge;
    fc.assert(fc.property(grants, (grant) => sumWon(money.trancheAmounts(grant, trancheShares)) === grant));
  });
});

describe('Fewer stages than the edition gives shares for', () => {
  const { trancheShares } = edition.tracks.ecoBridge;

  it('the last stage takes what the missing ones would have had', () => {
    expect(money.sharesOver(trancheShares, 3)).toEqual([2000, 4000, 4000]);
    expect(money.sharesOver(trancheShares, 2)).toEqual([2000, 8000]);
    expect(money.sharesOver(trancheShares, 1)).toEqual([10_000]);
  });

  it('more stages have no more tranches than there are shares', () => {
    expect(money.sharesOver(trancheShares, 10)).toEqual(trancheShares);
  });

  it('all of the grant can be released, however few the stages', () => {
    for (const stages of [1, 2, 3])
      expect(sumWon(money.trancheAmounts('1400000001', money.sharesOver(trancheShares, stages)))).toBe(
        '1400000001',
      );
  });
});

describe('Settlement', () => {
  it('what was not spent and what was disallowed goes back', () => {
    expect(money.settle({ released: '280000000', spent: '250000000', disallowed: '10000000' })).toEqual({
      accepted: '240000000',
      unspent: '30000000',
      toReturn: '40000000',
    });
  });

  it('everything properly spent leaves nothing to return', () => {
    expect(money.settle({ released: '100', spent: '100', disallowed: '0' }).toReturn).toBe('0');
  });

  it("the firm's own spending beyond the release covers what was disallowed", () => {
    expect(money.settle({ released: '100', spent: '120', disallowed: '30' })).toEqual({
      accepted: '90',
      unspent: '0',
      toReturn: '10',
    });
  });

  it('more can not be disallowed than was spent', () => {
    expect(() => money.settle({ released: '100', spent: '10', disallowed: '11' })).toThrow(/disallowed/);
  });

  it('never asks back more than was released', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_500_000_000n });
    fc.assert(
      fc.property(amount, amount, amount, (released, spent, part) => {
        const disallowed = part > spent ? spent : part;
        const stage = { released: `${released}`, spent: `${spent}`, disallowed: `${disallowed}` };
        expect(BigInt(money.settle(stage).toReturn) <= released).toBe(true);
      }),
    );
  });

  it('repayments are counted until nothing is outstanding', () => {
    expect(money.outstanding('40000000', ['15000000'])).toBe('25000000');
    expect(money.outstanding('40000000', ['15000000', '25000000'])).toBe('0');
  });
});
