import type { Terms, Words } from '../program/types.js';
import { allot } from './ranking-allot.js';
import { heldOf, rankingFrom } from './ranking-list.js';
import { ordered } from './ranking-order.js';
import type { Entrant, Ranking, RankingTerms } from './ranking-types.js';

export { BeyondLimits, withExceptions } from './ranking-exceptions.js';
export type * from './ranking-types.js';
export { upheldPlace } from './ranking-upheld.js';
export type { HeldPlaces } from './ranking-upheld.js';

/**
 * What a competition of a track is ranked by, from its terms and the call's own limits (`budget`: whole won, or null).
 * Throws a plain Error where the terms say nothing of that competition, as those of an early edition do.
 */
export function rankingTermsOf(
  { evaluation, ranking }: Pick<Terms, 'evaluation' | 'ranking'>,
  competition: 'selection' | 'roadmap',
  limits: Pick<RankingTerms, 'capacity' | 'budget'>,
  names?: Readonly<Record<string, Words>>,
): RankingTerms {
  const tieBreaks = ranking?.tieBreaks[competition];
  if (!evaluation || !ranking || !tieBreaks) throw new Error(`The terms name no competition ${competition}`);
  const { threshold, mostPreferencePoints } = evaluation;
  const { reserveShare, mostPerProposal, mostPerFirm } = ranking;
  return {
    ...{ ...limits, threshold, mostPreferencePoints, tieBreaks, reserveShare, mostPerProposal, mostPerFirm },
    ...(names ? { names } : {}),
  };
}

/** The points that a firm's preferences add, never more than `mostPreferencePoints`; unknown ids add nothing. */
export function preferencePoints(
  ids: readonly string[],
  { preferences, evaluation }: Pick<Terms, 'preferences' | 'evaluation'>,
): number {
  const known = preferences.filter(({ id }) => ids.includes(id));
  const sum = known.reduce((total, { points }) => total + points, 0);
  return Math.min(sum, evaluation?.mostPreferencePoints ?? sum);
}

/**
 * Ranks a competition: who is selected within capacity and budget, who stands on the reserve, and why each stands where
 * it does. The order in which entrants are given changes nothing, and promised or agreed places stand.
 */
export function rank(entrants: readonly Entrant[], terms: RankingTerms): Ranking {
  const order = ordered(entrants, terms);
  return rankingFrom(order, allot(order, heldOf(order), terms), terms);
}
