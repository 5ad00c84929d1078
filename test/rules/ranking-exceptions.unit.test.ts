import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BeyondLimits, rank, withExceptions } from '../../src/rules/ranking.js';
import type { Entrant, RankException, Ranking, RankingTerms } from '../../src/rules/ranking.js';
import { trancheAmounts } from '../../src/rules/money.js';
import { firstTrancheAt } from '../../src/rules/ranking-exceptions.js';
import { won } from '../../src/rules/won.js';
import { cohorts, entrant, numbersOf, rules, three } from './rank-scene.js';

const five = [90, 85, 80, 75, 70].map((points, index) => entrant(index + 1, points));
const otherwise = (
  number: number,
  outcome: RankException['outcome'],
  over: Partial<RankException> = {},
): RankException => ({ projectId: `project-${number}`, outcome, ground: '심의 결과', ...over });

function decided(exceptions: readonly RankException[], entrants: readonly Entrant[] = five, terms = three) {
  return withExceptions(rank(entrants, terms), exceptions, terms);
}

function brokenBy(exceptions: readonly RankException[], entrants: readonly Entrant[] = five, terms = three) {
  try {
    decided(exceptions, entrants, terms);
  } catch (error) {
    if (error instanceof BeyondLimits) return error.verdicts;
    throw error;
  }
  return [];
}

describe('A committee that decides by exception', () => {
  it('puts one project in the place of another', () => {
    const list = decided([otherwise(3, 'rejected'), otherwise(5, 'selected')]);
    expect(numbersOf(list, 'selected')).toEqual([1, 2, 5]);
    expect(numbersOf(list, 'reserve')).toEqual([4]);
    expect(numbersOf(list, 'rejected')).toEqual([3]);
  });

  it('and names no exception leaves each its own reason: who was passed over for money is told so', () => {
    const costly = entrant(2, 85, { firstTranche: '300000000' });
    const promised = entrant(5, 55, { isPromised: true });
    const entrants = [entrant(1, 90), costly, entrant(4, 75), promised];
    const terms = { ...three, budget: '850000000' };
    const list = decided([], entrants, terms);
    expect(list).toEqual(rank(entrants, terms));
    expect(numbersOf(list, 'selected')).toEqual([1, 4, 5]);
    expect(list.places.find(({ number }) => number === 2)?.ground).toBe('beyond-budget');
  });

  it('leaves the place of a rejected project to the next by rank', () => {
    const list = decided([otherwise(1, 'rejected')]);
    expect(numbersOf(list, 'selected')).toEqual([2, 3, 4]);
    expect(numbersOf(list, 'reserve')).toEqual([5]);
  });

  it('changes nobody’s rank, and its ground stands in place of the rules’', () => {
    const list = decided([otherwise(1, 'rejected')]);
    expect(list.places.map((place) => place.rank)).toEqual([1, 2, 3, 4, 5]);
    expect(list.places[0]).toMatchObject({ ground: '심의 결과', isException: true, outcome: 'rejected' });
    expect(list.places[0]?.derivation.map(({ ko }) => ko)).toContain(
      '심의위원회가 이 과제를 따로 심의하여 결정하였습니다. 사유: 심의 결과',
    );
    expect(list.places[1]).toMatchObject({ ground: null, isException: false });
  });

  it('may grant another amount, and the first tranche follows', () => {
    const list = decided([otherwise(1, 'selected', { grant: '1000000000' })]);
    expect(list.places[0]).toMatchObject({ grant: '1000000000', firstTranche: '200000000' });
    expect(list.budgetUsed).toBe('760000000');
  });

  it('may select a second project of a firm', () => {
    const own = { companyId: 'company-x' };
    const pair = [entrant(1, 90, own), entrant(2, 80, own)];
    expect(numbersOf(decided([otherwise(2, 'selected')], pair), 'selected')).toEqual([1, 2]);
  });
});

describe('An exception is refused', () => {
  it('that selects more than there are places, which names capacity and budget', () => {
    expect(brokenBy([otherwise(4, 'selected')])).toEqual([
      { code: 'isWithinCapacity', ok: false, evidence: { selected: 4, capacity: 3 } },
      { code: 'isWithinBudget', ok: false, evidence: { used: '1120000000', budget: '840000000' } },
    ]);
  });

  it('that grants more than the budget holds', () => {
    const [broken] = brokenBy([otherwise(1, 'selected', { grant: '1400000005' })]);
    expect(broken).toMatchObject({ code: 'isWithinBudget', evidence: { used: '840000001' } });
  });

  it('that selects a project below the threshold, or puts it on the reserve', () => {
    const low = [entrant(1, 59)];
    expect(brokenBy([otherwise(1, 'selected')], low)).toMatchObject([{ code: 'reachesThreshold' }]);
    expect(brokenBy([otherwise(1, 'reserve')], low)).toMatchObject([{ code: 'reachesThreshold' }]);
    expect(brokenBy([otherwise(1, 'rejected')], low)).toEqual([]);
  });

  it('that takes back what was promised, or its grant', () => {
    const promised = [entrant(1, 90, { isPromised: true }), entrant(2, 80, { isAgreed: true })];
    expect(brokenBy([otherwise(1, 'rejected')], promised)).toMatchObject([{ code: 'isPromiseKept' }]);
    expect(brokenBy([otherwise(2, 'selected', { grant: '1' })], promised)).toMatchObject([
      { code: 'isPromiseKept' },
    ]);
    expect(brokenBy([otherwise(1, 'selected')], promised)).toEqual([]);
  });

  it('for a project that is not on the list', () => {
    expect(brokenBy([otherwise(9, 'rejected')])).toEqual([
      { code: 'isOnList', ok: false, evidence: { projectId: 'project-9' } },
    ]);
  });
});

describe('A first tranche at another grant', () => {
  it('is what the shares of the tranches give', () => {
    const grants = fc.bigInt({ min: 10_000n, max: 1_500_000_000n }).map(String);
    fc.assert(
      fc.property(grants, grants, fc.integer({ min: 1, max: 9999 }), (was, grant, share) => {
        const shares = [share, 10_000 - share];
        const before = { ...entrant(1, 70), grant: was, firstTranche: trancheAmounts(was, shares)[0] ?? '' };
        expect(firstTrancheAt(grant, before)).toBe(trancheAmounts(grant, shares)[0]);
      }),
    );
  });

  it('of nothing is nothing', () => {
    expect(firstTrancheAt('100', { ...entrant(1, 70), grant: '0', firstTranche: '0' })).toBe('0');
  });
});

describe('Whatever exceptions are made', () => {
  const wishes = fc.array(
    fc.record({
      at: fc.nat({ max: 24 }),
      outcome: fc.constantFrom<RankException['outcome'][]>('selected', 'reserve', 'rejected'),
    }),
    { maxLength: 4 },
  );
  function tried(cohort: readonly Entrant[], terms: RankingTerms, wished: readonly RankException[]) {
    try {
      return withExceptions(rank(cohort, terms), wished, terms);
    } catch (error) {
      if (error instanceof BeyondLimits) return null;
      throw error;
    }
  }
  const kept = (list: Ranking | null): list is Ranking => list !== null;

  it('a list that stands passes neither capacity nor budget and does as it was told', () => {
    fc.assert(
      fc.property(cohorts, rules, wishes, (cohort, terms, drawn) => {
        const wished = drawn
          .filter(({ at }, index) => at < cohort.length && drawn.findIndex((one) => one.at === at) === index)
          .map(({ at, outcome }) => otherwise(at + 1, outcome));
        const list = tried(cohort, terms, wished);
        fc.pre(kept(list));
        expect(list.selected).toBeLessThanOrEqual(terms.capacity);
        if (terms.budget !== null) expect(won(list.budgetUsed) <= won(terms.budget)).toBe(true);
        for (const { projectId, outcome } of wished)
          expect(list.places.find(({ id }) => id === projectId)?.outcome).toBe(outcome);
      }),
    );
  });

  it('whoever was selected and is not named stays selected', () => {
    fc.assert(
      fc.property(cohorts, rules, fc.nat(), (cohort, terms, at) => {
        fc.pre(cohort.length > 0);
        const named = otherwise((at % cohort.length) + 1, 'rejected');
        const list = tried(cohort, terms, [named]);
        fc.pre(kept(list));
        const before = rank(cohort, terms).places.filter(({ outcome }) => outcome === 'selected');
        for (const { id } of before.filter((place) => place.id !== named.projectId))
          expect(list.places.find((place) => place.id === id)?.outcome).toBe('selected');
      }),
    );
  });
});
