import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/program/canonical.js';
import { sha256Of } from '../../src/rules/canonical-hash.js';

describe('The SHA-256 of what is approved', () => {
  it("is Node's own of the canonical JSON, for any data", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const expected = createHash('sha256').update(canonicalJson(value)).digest('hex');
        expect(sha256Of(value)).toBe(expected);
      }),
    );
  });

  it('does not hang on the order of keys', () => {
    expect(sha256Of({ amount: '1', payee: { b: 1, a: [2, 3] } })).toBe(
      sha256Of({ payee: { a: [2, 3], b: 1 }, amount: '1' }),
    );
  });

  it('changes with a won, an order in a list, or a letter', () => {
    const approved = { amount: '280000000', documents: ['a', 'b'], payee: '주식회사 가나' };
    const hashes = [
      approved,
      { ...approved, amount: '280000001' },
      { ...approved, documents: ['b', 'a'] },
      { ...approved, payee: '주식회사 가너' },
    ].map(sha256Of);
    expect(new Set(hashes).size).toBe(4);
    expect(sha256Of('')).toMatch(/^[0-9a-f]{64}$/);
  });
});
