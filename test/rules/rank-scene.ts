import fc from 'fast-check';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { rankingTermsOf } from '../../src/rules/ranking.js';
import type { Entrant, RankOutcome, Ranking, RankingTerms } from '../../src/rules/ranking.js';

/** The autonomous track's rules with three places and money for three first tranches of 280 million. */
export const three: RankingTerms = rankingTermsOf(termsOf(loadEdition('2026'), 'autonomous'), 'selection', {
  capacity: 3,
  budget: '840000000',
});

/** A project whose total is `points`, by its number; by itself it answers no proposal and its firm has no other. */
export function entrant(number: number, points: number, over: Partial<Entrant> = {}): Entrant {
  const score = Math.round(points * 100);
  return {
    ...{ id: `project-${number}`, number, companyId: `company-${number}`, proposalId: null, score },
    criteria: { technology: score, partnership: score, capability: score, market: score },
    ...{ preferencePoints: 0, grant: '1400000000', firstTranche: '280000000' },
    ...{ isAgreed: false, isPromised: false, ...over },
  };
}

/** The numbers of a list's projects with that outcome, by rank. */
export function numbersOf({ places }: Ranking, outcome: RankOutcome): number[] {
  return places.filter((place) => place.outcome === outcome).map(({ number }) => number);
}

const hundredths = fc.integer({ min: 5500, max: 6500 });
const drawn = fc.record({
  score: hundredths,
  preferencePoints: fc.integer({ min: 0, max: 8 }),
  technology: fc.constantFrom(6000, 7000),
  company: fc.integer({ min: 1, max: 12 }),
  proposal: fc.option(fc.integer({ min: 1, max: 3 })),
  firstTranche: fc.constantFrom('200000000', '280000000', '300000000'),
  isPromised: fc.nat({ max: 9 }).map((one) => one === 0),
});

/** A competition of up to twenty-five projects near the threshold, with ties, shared firms and proposals. */
export const cohorts = fc.array(drawn, { maxLength: 25 }).map((all): Entrant[] =>
  all.map(({ technology, company, proposal, ...rest }, index) => ({
    ...entrant(index + 1, 0),
    ...{ ...rest, companyId: `company-${company}` },
    proposalId: proposal === null ? null : `proposal-${proposal}`,
    criteria: { technology, partnership: 6000, capability: 6000, market: 6000 },
  })),
);

/** Rules for such a competition: a few places, a budget or none. */
export const rules = fc
  .record({ capacity: fc.integer({ min: 1, max: 10 }), tranches: fc.option(fc.integer({ min: 0, max: 9 })) })
  .map(({ capacity, tranches }): RankingTerms => ({
    ...{ ...three, capacity },
    budget: tranches === null ? null : String(280_000_000 * tranches),
  }));
