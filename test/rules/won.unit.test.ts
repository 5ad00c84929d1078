import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWon, shareOf, sumWon, won, wonText } from '../../src/rules/won.js';

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });

describe('Won are whole numbers', () => {
  it.each(['', ' 1', '1.5', '-1', '1,000', '01', '1e9', '0x10', '원'])(
    '%j is not an amount of won',
    (text) => {
      expect(() => won(text)).toThrow(/Not whole won/);
    },
  );

  it('an amount survives being written and read, however large', () => {
    fc.assert(fc.property(amounts, (amount) => won(wonText(amount)) === amount));
  });

  it('an amount is never negative', () => {
    expect(() => wonText(-1n)).toThrow(/Negative/);
  });

  it('amounts beyond what a float can hold add up exactly', () => {
    expect(sumWon(['9007199254740993', '1', '43400000000'])).toBe('9007242654740994');
    expect(sumWon([])).toBe('0');
  });

  it('amounts compare as numbers, not as text', () => {
    expect(compareWon('9', '10')).toBeLessThan(0);
    expect(compareWon('1500000000', '1500000000')).toBe(0);
    expect(compareWon('1500000001', '1500000000')).toBeGreaterThan(0);
  });
});

describe('A sum is split without losing a won', () => {
  it('an odd won goes where rounding down so far leaves it', () => {
    expect(shareOf(100n, [3333, 3333, 3334])).toEqual([33n, 33n, 34n]);
    expect(shareOf(1n, [5000, 5000])).toEqual([0n, 1n]);
  });

  it('shares that do not sum to 10000 basis points split nothing', () => {
    expect(() => shareOf(100n, [5000, 4999])).toThrow(/10000/);
    expect(() => shareOf(100n, [11000, -1000])).toThrow(/10000/);
  });

  it('the parts add up to the whole and each is within a won of its share', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { maxLength: 6 });
    fc.assert(
      fc.property(amounts, cuts, (total, at) => {
        const edges = [0, ...at.toSorted((a, b) => a - b), 10_000];
        const shares = edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
        const parts = shareOf(total, shares);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
        parts.forEach((part, index) => {
          const off = part * 10_000n - total * BigInt(shares[index] ?? 0);
          expect(off > -10_000n && off < 10_000n).toBe(true);
        });
      }),
    );
  });
});
