import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { preferencePoints, rank, rankingTermsOf } from '../../src/rules/ranking.js';
import type { Entrant, Place } from '../../src/rules/ranking.js';
import { entrant, numbersOf, three } from './rank-scene.js';

const placeOf = (entrants: readonly Entrant[], number: number, terms = three): Place => {
  const place = rank(entrants, terms).places.find((one) => one.number === number);
  if (place === undefined) throw new Error(`no place for ${number}`);
  return place;
};

describe('A ranked list', () => {
  it('selects by total within the capacity, then fills the reserve, and rejects the rest', () => {
    const list = rank(
      [70, 90, 80, 65, 85].map((points, index) => entrant(index + 1, points)),
      three,
    );
    expect(numbersOf(list, 'selected')).toEqual([2, 5, 3]);
    expect(numbersOf(list, 'reserve')).toEqual([1]);
    expect(numbersOf(list, 'rejected')).toEqual([4]);
    expect(list).toMatchObject({ selected: 3, reserve: 1, rejected: 1, budgetUsed: '840000000' });
    expect(list.places.map((place) => place.rank)).toEqual([1, 2, 3, 4, 5]);
    expect(list.places.map((place) => place.ground)).toEqual([
      ...[null, null, null],
      ...['beyond-capacity', 'beyond-capacity'],
    ]);
  });

  it('of nobody is empty', () => {
    expect(rank([], three)).toEqual({ places: [], selected: 0, reserve: 0, rejected: 0, budgetUsed: '0' });
  });

  it('has a reserve of three tenths of the capacity, rounded up', () => {
    const all = Array.from({ length: 20 }, (_, index) => entrant(index + 1, 90 - index));
    expect(rank(all, { ...three, capacity: 5, budget: null }).reserve).toBe(2);
    expect(rank(all, { ...three, capacity: 10, budget: null }).reserve).toBe(3);
  });
});

describe('The threshold', () => {
  it('of 60 points is reached at 60.00 and not at 59.99', () => {
    const list = rank([entrant(1, 60), entrant(2, 59.99)], three);
    expect(numbersOf(list, 'selected')).toEqual([1]);
    expect(placeOf([entrant(2, 59.99)], 2)).toMatchObject({ outcome: 'rejected', ground: 'below-threshold' });
  });

  it('is asked of the score: preferences lift nobody over it, nor over those above it', () => {
    const list = rank([entrant(1, 60), entrant(2, 59.99, { preferencePoints: 5 })], three);
    expect(numbersOf(list, 'selected')).toEqual([1]);
    expect(list.places.map(({ number, rank: standing }) => [number, standing])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('Preferences', () => {
  it('add their points to the score', () => {
    const list = rank([entrant(1, 80), entrant(2, 78, { preferencePoints: 3 })], three);
    expect(numbersOf(list, 'selected')).toEqual([2, 1]);
    expect(list.places[0]?.total).toBe(8100);
  });

  it('add five points at the most', () => {
    expect(placeOf([entrant(1, 80, { preferencePoints: 8 })], 1).total).toBe(8500);
  });

  it('are counted by the edition, each once', () => {
    const terms = termsOf(loadEdition('2026'), 'autonomous');
    expect(preferencePoints([], terms)).toBe(0);
    expect(preferencePoints(['tips', 'tips'], terms)).toBe(3);
    expect(preferencePoints(['unicorn-candidate', 'baby-unicorn'], terms)).toBe(5);
    expect(preferencePoints(['nobody-knows'], terms)).toBe(0);
  });
});

describe('Equal totals', () => {
  const criteria = { technology: 7000, partnership: 7000, capability: 7000, market: 7000 };

  it('are parted by the criteria in their order, and then by the earlier application', () => {
    const list = rank(
      [
        entrant(1, 70, { criteria: { ...criteria, partnership: 6000 } }),
        entrant(2, 70, { criteria }),
        entrant(3, 70, { criteria }),
        entrant(4, 70, { criteria: { ...criteria, technology: 7100, partnership: 0 } }),
      ],
      three,
    );
    expect(list.places.map(({ number }) => number)).toEqual([4, 2, 3, 1]);
    expect(list.places.map((place) => place.tieBrokenBy)).toEqual([
      ...['technology', 'technology'],
      ...['number', 'partnership'],
    ]);
  });

  it('of different projects leave no trace where totals differ', () => {
    expect(placeOf([entrant(1, 70), entrant(2, 71)], 1).tieBrokenBy).toBeNull();
  });
});

describe("The year's budget", () => {
  it('is never passed: who needs more than is left is passed over and comes first on the reserve', () => {
    const list = rank(
      [
        ...[entrant(1, 90), entrant(2, 85, { firstTranche: '600000000' })],
        ...[entrant(3, 80), entrant(4, 75)],
      ],
      three,
    );
    expect(numbersOf(list, 'selected')).toEqual([1, 3, 4]);
    expect(list.places[1]).toMatchObject({ number: 2, outcome: 'reserve', reserveRank: 1 });
    expect(list.places[1]?.ground).toBe('beyond-budget');
  });

  it('may be used to the won', () => {
    const list = rank([entrant(1, 90, { firstTranche: '840000000' }), entrant(2, 80)], three);
    expect(list.budgetUsed).toBe('840000000');
    expect(list.places[1]?.ground).toBe('beyond-budget');
  });

  it('limits nothing where a call has none', () => {
    const free = { ...three, budget: null };
    expect(placeOf([entrant(1, 90, { firstTranche: '900000000000' })], 1, free).outcome).toBe('selected');
  });
});

describe('One firm and one proposal', () => {
  it("only a firm's best project is selected", () => {
    const own = { companyId: 'company-x' };
    const list = rank([entrant(1, 80, own), entrant(2, 90, own), entrant(3, 70)], three);
    expect(numbersOf(list, 'selected')).toEqual([2, 3]);
    expect(list.places[1]).toMatchObject({ number: 1, outcome: 'rejected', ground: 'same-firm' });
  });

  it('three firms at the most are selected for one proposal, counting the reserve, whoever moves up', () => {
    const answer = { proposalId: 'proposal-1' };
    const list = rank(
      [1, 2, 3, 4, 5, 6].map((n) => entrant(n, 90 - n, n === 1 || n === 2 ? {} : answer)),
      { ...three, capacity: 4, budget: null },
    );
    expect(numbersOf(list, 'selected')).toEqual([1, 2, 3, 4]);
    expect(numbersOf(list, 'reserve')).toEqual([5]);
    expect(list.places[5]).toMatchObject({ number: 6, outcome: 'rejected', ground: 'same-proposal' });
  });
});

describe('What was promised or agreed', () => {
  it('stands, though others rank higher, and takes its place and its money first', () => {
    const list = rank(
      [
        ...[entrant(1, 90), entrant(2, 85), entrant(3, 80)],
        ...[entrant(4, 61, { isPromised: true }), entrant(5, 50, { isAgreed: true })],
      ],
      three,
    );
    expect(numbersOf(list, 'selected')).toEqual([1, 4, 5]);
    expect(list.budgetUsed).toBe('840000000');
  });

  it('stands even where the capacity is less by now', () => {
    const held = [1, 2].map((n) => entrant(n, 70, { isAgreed: true }));
    const list = rank([...held, entrant(3, 99)], { ...three, capacity: 1 });
    expect(numbersOf(list, 'selected')).toEqual([1, 2]);
  });
});

describe('The terms of a ranking', () => {
  const terms = termsOf(loadEdition('2026'), 'structured');

  it('are those of the competition, with the limits of the call', () => {
    const limits = { capacity: 100, budget: null };
    expect(rankingTermsOf(terms, 'selection', limits).tieBreaks[0]).toBe('answer');
    expect(rankingTermsOf(terms, 'roadmap', limits)).toMatchObject({
      ...{ capacity: 100, budget: null, threshold: 60, mostPreferencePoints: 5 },
      ...{ tieBreaks: ['plan', 'joint-work', 'technology', 'market'] },
      ...{ reserveShare: 3000, mostPerProposal: 3, mostPerFirm: 1 },
    });
  });

  it('do not exist for a competition that a track does not have, nor before editions had any', () => {
    const autonomous = termsOf(loadEdition('2026'), 'autonomous');
    const limits = { capacity: 1, budget: null };
    expect(() => rankingTermsOf(autonomous, 'roadmap', limits)).toThrow(/no competition roadmap/);
    const { ranking: _ranking, ...early } = terms;
    expect(() => rankingTermsOf(early, 'selection', limits)).toThrow(/no competition selection/);
  });
});
