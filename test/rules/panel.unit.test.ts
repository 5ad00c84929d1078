import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { memberScore, panelResult, panelScore } from '../../src/rules/panel.js';

const { evaluation } = termsOf(loadEdition('2026'), 'structured');
if (evaluation === undefined) throw new Error('the 2026 edition has no evaluation');
const criteria = evaluation.criteria.selection;
const sheet = (answer: number, technology: number, capability: number, market: number) => ({
  ...{ answer, technology, capability, market },
});

describe("One member's score", () => {
  it('is the criteria by their weights, in hundredths of a point', () => {
    expect(criteria.map(({ weight }) => weight)).toEqual([3000, 3000, 2000, 2000]);
    expect(memberScore(sheet(90, 80, 70, 60), criteria)).toBe(7700);
  });

  it('is rounded half up to the hundredth', () => {
    const thirds = [
      { id: 'a', weight: 3333 },
      { id: 'b', weight: 6667 },
    ];
    expect(memberScore({ a: 100, b: 0 }, thirds)).toBe(3333);
    expect(memberScore({ a: 0.5, b: 0 }, [{ id: 'a', weight: 100 }])).toBe(1);
    expect(memberScore({ a: 0.49 }, [{ id: 'a', weight: 100 }])).toBe(0);
  });

  it.each([{}, sheet(101, 0, 0, 0), sheet(-1, 0, 0, 0), sheet(Number.NaN, 0, 0, 0)])(
    'of %j is no score',
    (scores) => {
      expect(() => memberScore(scores, criteria)).toThrow(/answer has no score from 0 to 100/);
    },
  );
});

describe('What a panel comes to', () => {
  it('of three or four members is the mean of all', () => {
    expect(panelScore([7000, 8000, 9000], evaluation)).toEqual({
      ...{ score: 8000, counted: [0, 1, 2], leftOut: [], spread: 2000, needsModeration: false },
    });
  });

  it('of five is the mean without the highest and the lowest', () => {
    const result = panelScore([7000, 9500, 6600, 8000, 7501], evaluation);
    expect(result.leftOut).toEqual([1, 2]);
    expect(result.counted).toEqual([0, 3, 4]);
    expect(result.score).toBe(7500);
  });

  it('a mean between two hundredths is rounded half up', () => {
    expect(panelScore([7000, 7001], evaluation).score).toBe(7001);
    expect(panelScore([7000, 7000, 7001], evaluation).score).toBe(7000);
  });

  it('of five equal scores two are left out all the same', () => {
    const result = panelScore([8000, 8000, 8000, 8000, 8000], evaluation);
    expect(result).toMatchObject({ score: 8000, leftOut: [0, 4], counted: [1, 2, 3] });
  });

  it('asks the panel to meet again from thirty points between highest and lowest', () => {
    expect(panelScore([6000, 8999], evaluation).needsModeration).toBe(false);
    expect(panelScore([6000, 9000], evaluation).needsModeration).toBe(true);
  });

  it('without any score is an error', () => {
    expect(() => panelScore([], evaluation)).toThrow(/without scores/);
  });

  it("tells each criterion's mean over the members that count", () => {
    const sheets = [
      ...[sheet(90, 80, 70, 60), sheet(100, 100, 100, 100), sheet(0, 0, 0, 10)],
      ...[sheet(80, 80, 80, 80), sheet(70, 75, 60, 65)],
    ];
    const result = panelResult(sheets, criteria, evaluation);
    expect(result.leftOut).toEqual([1, 2]);
    expect(result.criteria).toEqual({ answer: 8000, technology: 7833, capability: 7000, market: 6833 });
    expect(result.score).toBe(Math.round((7700 + 8000 + 6850) / 3));
  });
});

describe('Whatever members give', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 9 });

  it('the score lies between the lowest and the highest that count', () => {
    fc.assert(
      fc.property(scores, (given) => {
        const { score, counted } = panelScore(given, evaluation);
        const counting = counted.map((index) => given[index] ?? -1);
        expect(score).toBeGreaterThanOrEqual(Math.min(...counting));
        expect(score).toBeLessThanOrEqual(Math.max(...counting));
      }),
    );
  });

  it('the order of the members does not change the score', () => {
    fc.assert(
      fc.property(scores, fc.infiniteStream(fc.nat()), (given, keys) => {
        const keyed = given.map((score) => ({ score, key: keys.next().value ?? 0 }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ score }) => score);
        expect(panelScore(shuffled, evaluation).score).toBe(panelScore(given, evaluation).score);
      }),
    );
  });

  it('one member out of line among five moves the score no further than the others reach', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 6000, max: 7000 }), { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 0, max: 10_000 }),
        (four, odd) => {
          const { score } = panelScore([...four, odd], evaluation);
          expect(score).toBeGreaterThanOrEqual(6000);
          expect(score).toBeLessThanOrEqual(7000);
        },
      ),
    );
  });
});
