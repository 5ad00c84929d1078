import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../src/rules/money.js';
import { settlementOf } from '../../src/rules/settlement.js';

const stage = {
  released: '300000000',
  cashShare: '10000000',
  spent: { government: '280000000', cash: '10000000', inKind: '90000000' },
  disallowed: '0',
};

describe('The settlement of a stage', () => {
  it('returns what was not spent', () => {
    expect(settlementOf(stage)).toEqual({
      ...{ accepted: '280000000', unspent: '20000000', disallowed: '0' },
      ...{ cashShort: '0', interest: '0', toReturn: '20000000' },
    });
  });

  it('and what was disallowed, and the interest', () => {
    expect(settlementOf({ ...stage, disallowed: '5000000', interest: '123456' })).toMatchObject({
      ...{ accepted: '275000000', unspent: '20000000', toReturn: '25123456' },
    });
  });

  it('of which everything was spent and accepted returns nothing', () => {
    const all = { ...stage, spent: { ...stage.spent, government: '300000000' } };
    expect(settlementOf(all)).toMatchObject({ unspent: '0', toReturn: '0' });
  });

  it('without a report returns everything', () => {
    const nothing = { government: '0', cash: '0', inKind: '0', partner: '0' };
    expect(settlementOf({ ...stage, spent: nothing })).toMatchObject({
      ...{ toReturn: '300000000', cashShort: '10000000', accepted: '0' },
    });
  });

  it("spent beyond the release is the firm's own, and what is disallowed is taken from that first", () => {
    const beyond = { ...stage, spent: { ...stage.spent, government: '310000000' } };
    expect(settlementOf({ ...beyond, disallowed: '10000000' })).toMatchObject({ toReturn: '0' });
    expect(settlementOf({ ...beyond, disallowed: '12000000' })).toMatchObject({ toReturn: '2000000' });
  });

  it("what is left of the partner's money is not hidden by what the firm spent beyond its own", () => {
    const partner = {
      ...{ ...stage, partnerReleased: '100000000' },
      spent: { ...stage.spent, government: '220000000', partner: '60000000' },
    };
    expect(settlementOf(partner)).toMatchObject({ unspent: '40000000', toReturn: '40000000' });
  });

  it('names how much of the cash share was not spent', () => {
    const short = { ...stage, spent: { ...stage.spent, cash: '7500000' } };
    expect(settlementOf(short)).toMatchObject({ cashShort: '2500000', toReturn: '20000000' });
  });

  it('more disallowed than spent, or more of the partner than released, is an error', () => {
    expect(() => settlementOf({ ...stage, disallowed: '280000001' })).toThrow(/280000001 won disallowed/);
    expect(() => settlementOf({ ...stage, partnerReleased: '300000001' })).toThrow(
      /300000001 won for the partner/,
    );
  });

  it('without a partner is the settlement that the first version knew', () => {
    const won = fc.bigInt({ min: 0n, max: 2_000_000_000n });
    fc.assert(
      fc.property(won, won, won, (released, spent, part) => {
        const disallowed = spent === 0n ? 0n : part % (spent + 1n);
        const amounts = { released: String(released), disallowed: String(disallowed) };
        const known = settle({ ...amounts, spent: String(spent) });
        const account = { ...amounts, cashShare: '0' };
        const settled = settlementOf({
          ...account,
          spent: { government: String(spent), cash: '0', inKind: '0' },
        });
        expect(settled.toReturn).toBe(known.toReturn);
        expect(settled.unspent).toBe(known.unspent);
        expect(BigInt(settled.accepted) + BigInt(settled.toReturn)).toBe(released);
      }),
    );
  });
});
