import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accounts,
  changeLines,
  commitLines,
  decommitLines,
  partnerParts,
  releaseLines,
  takenFrom,
} from '../../src/rules/accounts.js';
import type { Line, Promised } from '../../src/rules/accounts.js';
import { sumWon, won, wonText } from '../../src/rules/won.js';

const PROJECT = 'project/2026/structured/0001';
const promised: Promised = {
  ...{ editionId: '2026', projectId: PROJECT, companyId: 'company-7', partnerId: 'partner-tno' },
  ...{ amount: '1000', partnerAmount: '100' },
};
const BUDGET = 'year/2026/all';
const FIRM = `company/company-7/${PROJECT}`;
const PARTNER = `partner/partner-tno/${PROJECT}`;

/** What an account holds after these lines: debits less credits. */
function balance(lines: readonly Line[], account: string): bigint {
  return lines.reduce(
    (sum, { debit, credit, amount }) =>
      sum + (debit === account ? won(amount) : 0n) - (credit === account ? won(amount) : 0n),
    0n,
  );
}

const amounts = fc.bigInt({ min: 0n, max: 10_000_000_000n });
const promises = fc.tuple(amounts, amounts).map(([firm, partner]): Promised => ({
  ...promised,
  ...{ amount: wonText(firm + partner), partnerAmount: wonText(partner) },
}));

describe('What an agreement binds', () => {
  test('comes from the edition’s money, for the firm and for its partner’s cost', () => {
    expect(commitLines(promised)).toEqual([
      { debit: FIRM, credit: BUDGET, amount: '900' },
      { debit: PARTNER, credit: BUDGET, amount: '100' },
    ]);
  });

  test('is all the firm’s without a partner, and no line moves nothing', () => {
    expect(commitLines({ ...promised, partnerId: null, partnerAmount: '0' })).toEqual([
      { debit: FIRM, credit: BUDGET, amount: '1000' },
    ]);
    expect(commitLines({ ...promised, partnerAmount: '0' })).toHaveLength(1);
    expect(commitLines({ ...promised, partnerAmount: '1000' })).toEqual([
      { debit: PARTNER, credit: BUDGET, amount: '1000' },
    ]);
  });

  test('goes back to where it came from, to the won', () => {
    fc.assert(
      fc.property(promises, (one) => {
        const both = [...commitLines(one), ...decommitLines(one)];
        expect([BUDGET, FIRM, PARTNER].map((account) => balance(both, account))).toEqual([0n, 0n, 0n]);
      }),
    );
  });

  test('is used up by what is released', () => {
    fc.assert(
      fc.property(promises, (one) => {
        const both = [...commitLines(one), ...releaseLines(one, `${PROJECT}/tranche/1`)];
        expect([FIRM, PARTNER].map((account) => balance(both, account))).toEqual([0n, 0n]);
        expect(balance(both, accounts.tranche(`${PROJECT}/tranche/1`))).toBe(won(one.amount));
      }),
    );
  });

  test('is after a change what would have been bound to begin with, whoever the partner is', () => {
    const partner = fc.constantFrom('partner-tno', 'partner-csem', null);
    fc.assert(
      fc.property(promises, promises, partner, (before, after, partnerId) => {
        const changed = { ...after, partnerId, ...(partnerId === null ? { partnerAmount: '0' } : {}) };
        const moved = [...commitLines(before), ...changeLines(before, changed)];
        const fresh = commitLines(changed);
        const names = [FIRM, PARTNER, `partner/partner-csem/${PROJECT}`, BUDGET];
        expect(names.map((name) => balance(moved, name))).toEqual(names.map((name) => balance(fresh, name)));
        expect(changeLines(changed, changed)).toEqual([]);
      }),
    );
  });
});

describe('The partner’s part of each tranche', () => {
  test('is in proportion to the tranche', () => {
    expect(partnerParts(['200', '400', '400'], '100')).toEqual(['20', '40', '40']);
    expect(partnerParts(['0', '0'], '0')).toEqual(['0', '0']);
  });

  test('adds up to the partner’s cost, and no tranche has more of it than it has', () => {
    const whole = fc.array(amounts, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 100 }), (all, percent) => {
        const texts = all.map(wonText);
        const cost = wonText((won(sumWon(texts)) * BigInt(percent)) / 100n);
        const parts = partnerParts(texts, cost);
        expect(sumWon(parts)).toBe(cost);
        expect(parts.every((part, index) => won(part) <= (all[index] ?? 0n))).toBe(true);
      }),
    );
  });
});

describe('What comes back', () => {
  const sources = [
    { account: 'tranche/1', amount: '300' },
    { account: 'drawn/company-7', amount: '500' },
  ];
  const back = (already: string, amount: string) =>
    takenFrom(sources, { already, amount, to: BUDGET, rest: 'own/company-7' });

  test('is taken off what was not drawn first', () => {
    expect(back('0', '200')).toEqual([{ debit: BUDGET, credit: 'tranche/1', amount: '200' }]);
    expect(back('0', '400')).toEqual([
      { debit: BUDGET, credit: 'tranche/1', amount: '300' },
      { debit: BUDGET, credit: 'drawn/company-7', amount: '100' },
    ]);
  });

  test('goes on where the receipt before left off, and beyond all of it is the firm’s own', () => {
    expect(back('250', '100')).toEqual([
      { debit: BUDGET, credit: 'tranche/1', amount: '50' },
      { debit: BUDGET, credit: 'drawn/company-7', amount: '50' },
    ]);
    expect(back('700', '200')).toEqual([
      { debit: BUDGET, credit: 'drawn/company-7', amount: '100' },
      { debit: BUDGET, credit: 'own/company-7', amount: '100' },
    ]);
  });

  test('in any number of receipts is what would have come in one', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 400n }), { maxLength: 6 }), (receipts) => {
        let already = 0n;
        const parts = receipts.flatMap((amount) => {
          const lines = back(wonText(already), wonText(amount));
          already += amount;
          return lines;
        });
        const whole = back('0', wonText(already));
        const names = [BUDGET, 'tranche/1', 'drawn/company-7', 'own/company-7'];
        expect(names.map((name) => balance(parts, name))).toEqual(names.map((name) => balance(whole, name)));
      }),
    );
  });
});
