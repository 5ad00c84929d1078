import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hyphenated, isBusinessNumber, normalized, withCheckDigit } from '../../src/rules/business-number.js';

const nines = fc.stringMatching(/^\d{9}$/);

describe('A business registration number', () => {
  it.each([
    ['124-81-00998', '1248100998'],
    ['1248100998', '1248100998'],
    [' 220-81-62517 ', '2208162517'],
    ['１２４－８１－００９９８', '1248100998'],
  ])('%j is read as %s', (text, digits) => {
    expect(normalized(text)).toBe(digits);
  });

  it.each([
    ['a wrong check digit', '124-81-00999'],
    ['nine digits', '124810099'],
    ['eleven digits', '12481009980'],
    ['letters', '12A-81-00998'],
    ['hyphens elsewhere', '1248-1-00998'],
    ['nothing', ''],
    ['a number as a spreadsheet writes it', '1.248100998E9'],
  ])('is not %s', (_, text) => {
    expect(normalized(text)).toBeNull();
  });

  it('is written with hyphens for people', () => {
    expect(hyphenated('1248100998')).toBe('124-81-00998');
    expect(normalized(hyphenated('1248100998'))).toBe('1248100998');
  });

  it('of nine digits has exactly one last digit', () => {
    fc.assert(
      fc.property(nines, (nine) => {
        const lasts = [...'0123456789'].filter((last) => isBusinessNumber(`${nine}${last}`));
        expect(lasts.map((last) => `${nine}${last}`)).toEqual([withCheckDigit(nine)]);
      }),
    );
  });

  it('with one of its first eight digits mistyped is never taken for another', () => {
    fc.assert(
      fc.property(nines, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (nine, at, by) => {
        const digits = [...withCheckDigit(nine)];
        digits[at] = String((Number(digits[at]) + by) % 10);
        expect(normalized(digits.join(''))).toBeNull();
      }),
    );
  });

  it('is not made of anything but nine digits', () => {
    expect(() => withCheckDigit('12345678')).toThrow(/Not nine digits/);
  });
});
