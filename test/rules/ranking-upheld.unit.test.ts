import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, upheldPlace } from '../../src/rules/ranking.js';
import type { Entrant, HeldPlaces, RankingTerms } from '../../src/rules/ranking.js';
import { sumWon, won } from '../../src/rules/won.js';
import { cohorts, entrant, rules, three } from './rank-scene.js';

// Three places, a reserve of two: 6 was rejected and objects.
const terms: RankingTerms = { ...three, reserveShare: 6000 };
const list = rank(
  [90, 85, 80, 75, 70, 65].map((points, index) => entrant(index + 1, points)),
  terms,
);
const full: HeldPlaces = { places: 3, budget: '840000000' };
const oneFree: HeldPlaces = { places: 2, budget: '560000000' };
const upheld = (points: number, held: HeldPlaces, over: Partial<Entrant> = {}) =>
  upheldPlace(entrant(6, points, over), list, held, terms);

describe('A project whose objection was upheld', () => {
  it('is selected where its new rank lies within the capacity and a place is free', () => {
    expect(upheld(82, oneFree)).toMatchObject({
      ...{ outcome: 'selected', rank: 3, total: 8200, reserveRank: null, ground: null },
    });
  });

  it('heads the reserve where all places are held: it takes one from nobody', () => {
    expect(upheld(95, full)).toMatchObject({
      ...{ outcome: 'reserve', rank: 1, reserveRank: 0, ground: 'beyond-capacity' },
    });
    expect(upheld(95, full).derivation.at(-1)?.ko).toBe('예비순위 명단의 맨 앞에 올랐습니다.');
  });

  it('heads the reserve where a place is free and the money is not', () => {
    expect(upheld(82, oneFree, { firstTranche: '280000001' })).toMatchObject({
      ...{ outcome: 'reserve', reserveRank: 0, ground: 'beyond-budget' },
    });
  });

  it('stands behind one that ranks higher and waits for money', () => {
    const dear = entrant(2, 85, { firstTranche: '600000000' });
    const waiting = rank([entrant(1, 90), dear, entrant(3, 80), entrant(4, 75), entrant(6, 65)], terms);
    expect(waiting.places[1]).toMatchObject({ number: 2, outcome: 'reserve', reserveRank: 1 });
    expect(upheldPlace(entrant(6, 82), waiting, full, terms)).toMatchObject({
      ...{ outcome: 'reserve', rank: 3, reserveRank: 1 },
    });
  });

  it('within the capacity always has the reserve to wait on, however short that is', () => {
    const none = { ...terms, reserveShare: 0 };
    const short = rank(
      [90, 85, 80].map((points, index) => entrant(index + 1, points)),
      none,
    );
    const place = upheldPlace(entrant(6, 87), short, full, none);
    expect(place).toMatchObject({ outcome: 'reserve', reserveRank: 0 });
    expect(upheldPlace(entrant(6, 79), short, full, none).outcome).toBe('rejected');
  });

  it('outside of the capacity stands on the reserve right after whoever ranks before it', () => {
    expect(upheld(77, oneFree)).toMatchObject({ outcome: 'reserve', rank: 4, reserveRank: 0 });
    expect(upheld(72, oneFree)).toMatchObject({ outcome: 'reserve', rank: 5, reserveRank: 1 });
  });

  it('behind a full reserve is rejected again', () => {
    expect(upheld(69, oneFree)).toMatchObject({ outcome: 'rejected', rank: 6, ground: 'beyond-capacity' });
  });

  it('still below the threshold is rejected again', () => {
    expect(upheld(59, oneFree)).toMatchObject({ outcome: 'rejected', ground: 'below-threshold' });
  });

  it('is held to one project a firm and three a proposal, like everybody', () => {
    expect(upheld(82, oneFree, { companyId: 'company-1' }).ground).toBe('same-firm');
    const answers = [1, 2, 3].map((n) => entrant(n, 90 - n, { proposalId: 'proposal-1' }));
    const answered = rank([...answers, entrant(6, 50, { proposalId: 'proposal-1' })], terms);
    const again = (points: number) =>
      upheldPlace(entrant(6, points, { proposalId: 'proposal-1' }), answered, oneFree, terms);
    expect(again(70)).toMatchObject({ outcome: 'rejected', ground: 'same-proposal' });
    expect(again(88)).toMatchObject({ outcome: 'selected' });
  });
});

describe('Whoever is upheld', () => {
  it('passes neither capacity nor budget, and stands where the same score would have ranked', () => {
    fc.assert(
      fc.property(
        cohorts,
        rules,
        fc.nat(),
        fc.integer({ min: 5500, max: 6500 }),
        (cohort, drawn, at, score) => {
          fc.pre(cohort.length > 0);
          const before = rank(cohort, drawn);
          const objecting = before.places[at % cohort.length];
          fc.pre(objecting !== undefined && objecting.outcome !== 'selected');
          const again: Entrant = { ...(cohort.find(({ id }) => id === objecting.id) ?? objecting), score };
          const selected = before.places.filter(({ outcome }) => outcome === 'selected');
          const held = { places: selected.length, budget: before.budgetUsed };
          const place = upheldPlace(again, before, held, drawn);
          const fresh = rank([...cohort.filter(({ id }) => id !== again.id), again], drawn);
          expect(place.rank).toBe(fresh.places.find(({ id }) => id === again.id)?.rank);
          if (place.outcome !== 'selected') return;
          expect(held.places + 1).toBeLessThanOrEqual(drawn.capacity);
          if (drawn.budget === null) return;
          expect(won(sumWon([held.budget, place.firstTranche])) <= won(drawn.budget)).toBe(true);
        },
      ),
    );
  });
});
