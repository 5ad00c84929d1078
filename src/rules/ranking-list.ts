import type { Share } from './ranking-allot.js';
import { tieBreakAt, totalOf } from './ranking-order.js';
import type { Entrant, Place, RankOutcome, Ranking, RankingTerms } from './ranking-types.js';
import { derivationOf } from './ranking-words.js';
import { sumWon } from './won.js';

/** Whether a project's place was promised or agreed before, and stands whatever a list says. */
export function isHeld({ isPromised, isAgreed }: Entrant): boolean {
  return isPromised || isAgreed;
}

/** The places that stand before a list is made. */
export function heldOf(entrants: readonly Entrant[]): Map<string, RankOutcome> {
  return new Map(entrants.filter(isHeld).map(({ id }) => [id, 'selected' as const]));
}

/** A list from projects in their order and what each gets; `exceptions`: the committee's grounds by project id. */
export function rankingFrom(
  order: readonly Entrant[],
  shares: ReadonlyMap<string, Share>,
  terms: RankingTerms,
  exceptions: ReadonlyMap<string, string> = new Map(),
): Ranking {
  const places = order.map((entrant, index): Place => {
    const share = shares.get(entrant.id);
    if (share === undefined) throw new Error(`${entrant.id} was given no place`);
    const exception = exceptions.get(entrant.id);
    const bare = {
      ...{ ...entrant, ...share, rank: index + 1, total: totalOf(entrant, terms) },
      ...{ ground: exception ?? share.ground, isException: exception !== undefined },
      tieBrokenBy: tieBreakAt(order, index, terms),
    };
    return { ...bare, derivation: derivationOf(bare, order.length, terms) };
  });
  const of = (outcome: RankOutcome): readonly Place[] => places.filter((place) => place.outcome === outcome);
  const budgetUsed = sumWon(of('selected').map(({ firstTranche }) => firstTranche));
  return {
    ...{ places, selected: of('selected').length, reserve: of('reserve').length },
    ...{ rejected: of('rejected').length, budgetUsed },
  };
}
