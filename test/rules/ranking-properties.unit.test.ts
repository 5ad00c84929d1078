import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, withExceptions } from '../../src/rules/ranking.js';
import type { Entrant, Ranking } from '../../src/rules/ranking.js';
import { sumWon, won } from '../../src/rules/won.js';
import { cohorts, rules } from './rank-scene.js';

const selectedOf = ({ places }: Ranking) => places.filter(({ outcome }) => outcome === 'selected');
const held = ({ isPromised, isAgreed }: Entrant): boolean => isPromised || isAgreed;
const WEIGHT = { selected: 2, reserve: 1, rejected: 0 };

describe('Whatever is ranked', () => {
  it('each project has one rank, from the first to the last', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const { places } = rank(cohort, terms);
        expect(places.map((place) => place.rank)).toEqual(cohort.map((_, index) => index + 1));
        expect(new Set(places.map(({ id }) => id)).size).toBe(cohort.length);
      }),
    );
  });

  it('the order in which projects are given changes nothing', () => {
    fc.assert(
      fc.property(cohorts, rules, fc.infiniteStream(fc.nat()), (cohort, terms, keys) => {
        const keyed = cohort.map((one) => ({ one, key: keys.next().value ?? 0 }));
        const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
        expect(rank(shuffled, terms)).toEqual(rank(cohort, terms));
      }),
    );
  });

  it('neither capacity nor budget is passed, but for what was promised', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const list = rank(cohort, terms);
        const promised = cohort.filter(held);
        expect(list.selected).toBeLessThanOrEqual(Math.max(terms.capacity, promised.length));
        const promisedMoney = sumWon(promised.map(({ firstTranche }) => firstTranche));
        expect(list.budgetUsed).toBe(sumWon(selectedOf(list).map(({ firstTranche }) => firstTranche)));
        if (terms.budget === null) return;
        const limit = won(terms.budget) > won(promisedMoney) ? won(terms.budget) : won(promisedMoney);
        expect(won(list.budgetUsed) <= limit).toBe(true);
      }),
    );
  });

  it('nobody below the threshold is selected or waits, unless promised', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        for (const place of rank(cohort, terms).places)
          if (place.score < terms.threshold * 100 && !held(place)) expect(place.outcome).toBe('rejected');
      }),
    );
  });

  it('what was promised is always selected', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const ids = selectedOf(rank(cohort, terms)).map(({ id }) => id);
        for (const { id } of cohort.filter(held)) expect(ids).toContain(id);
      }),
    );
  });

  it('a higher rank never has a lower total, above the threshold', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const totals = rank(cohort, terms)
          .places.filter(({ score }) => score >= terms.threshold * 100)
          .map(({ total }) => total);
        expect(totals).toEqual(totals.toSorted((a, b) => b - a));
      }),
    );
  });

  it('a better score never ranks lower, nor brings a worse outcome', () => {
    fc.assert(
      fc.property(cohorts, rules, fc.nat(), fc.integer({ min: 1, max: 800 }), (cohort, terms, at, more) => {
        fc.pre(cohort.length > 0);
        const index = at % cohort.length;
        const better = cohort.map((one, n) => (n === index ? { ...one, score: one.score + more } : one));
        const id = cohort[index]?.id;
        const find = (list: Ranking) => list.places.find((place) => place.id === id);
        const [before, after] = [find(rank(cohort, terms)), find(rank(better, terms))];
        if (!before || !after) throw new Error('a project has lost its place');
        expect(after.rank).toBeLessThanOrEqual(before.rank);
        expect(WEIGHT[after.outcome]).toBeGreaterThanOrEqual(WEIGHT[before.outcome]);
      }),
    );
  });

  it('every reason that is given is true', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const list = rank(cohort, terms);
        for (const place of list.places) {
          const standing = list.places.filter(
            (other) => other.outcome !== 'rejected' && other.id !== place.id,
          );
          const ofFirm = standing.filter(({ companyId }) => companyId === place.companyId);
          if (place.ground === 'same-firm') expect(ofFirm.length).toBeGreaterThanOrEqual(terms.mostPerFirm);
          if (place.ground === 'same-proposal') {
            const same = standing.filter(({ proposalId }) => proposalId === place.proposalId);
            expect(same.length).toBeGreaterThanOrEqual(terms.mostPerProposal);
          }
          if (place.ground === 'beyond-capacity')
            expect(list.selected).toBeGreaterThanOrEqual(terms.capacity);
          if (place.ground === 'beyond-budget')
            expect(won(list.budgetUsed) + won(place.firstTranche) > won(terms.budget ?? '0')).toBe(true);
        }
      }),
    );
  });

  it('whoever moves up from the reserve in whatever order, no firm and no proposal has too many', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const standing = rank(cohort, terms).places.filter(
          (place) => place.outcome !== 'rejected' && !held(place),
        );
        for (const { companyId, proposalId } of standing) {
          const ofFirm = standing.filter((place) => place.companyId === companyId);
          expect(ofFirm.length).toBeLessThanOrEqual(terms.mostPerFirm);
          if (proposalId === null) continue;
          const ofProposal = standing.filter((place) => place.proposalId === proposalId);
          expect(ofProposal.length).toBeLessThanOrEqual(terms.mostPerProposal);
        }
      }),
    );
  });

  it('the reserve is numbered from one without gaps, by rank', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const list = rank(cohort, terms);
        const numbers = list.places.flatMap(({ reserveRank }) => (reserveRank === null ? [] : [reserveRank]));
        expect(numbers).toEqual(Array.from({ length: list.reserve }, (_, index) => index + 1));
      }),
    );
  });

  it('a list without exceptions is the list itself', () => {
    fc.assert(
      fc.property(cohorts, rules, (cohort, terms) => {
        const list = rank(cohort, terms);
        fc.pre(list.selected <= terms.capacity);
        fc.pre(terms.budget === null || won(list.budgetUsed) <= won(terms.budget));
        expect(withExceptions(list, [], terms)).toEqual(list);
      }),
    );
  });
});
