import type { Share } from './ranking-allot.js';
import { reserveSize } from './ranking-allot.js';
import { compareEntrants, isAboveThreshold, ordered, tieBreakAt, totalOf } from './ranking-order.js';
import type { Entrant, Place, Ranking, RankingTerms } from './ranking-types.js';
import { derivationOf } from './ranking-words.js';
import { won } from './won.js';
import type { WonText } from './won.js';

/** What is held at the moment: places that aren't free, and their first tranches in whole won. */
export interface HeldPlaces {
  readonly places: number;
  readonly budget: WonText;
}

function isFree(entrant: Entrant, held: HeldPlaces, { capacity, budget }: RankingTerms): boolean {
  const hasMoney = budget === null || won(held.budget) + won(entrant.firstTranche) <= won(budget);
  return held.places < capacity && hasMoney;
}

function barred(entrant: Entrant, ahead: readonly Place[], terms: RankingTerms): Share['ground'] {
  if (!isAboveThreshold(entrant, terms)) return 'below-threshold';
  const standing = ahead.filter(({ outcome }) => outcome !== 'rejected');
  const ofFirm = standing.filter(({ companyId }) => companyId === entrant.companyId);
  if (ofFirm.length >= terms.mostPerFirm) return 'same-firm';
  const { proposalId } = entrant;
  const ofProposal = standing.filter((place) => proposalId !== null && place.proposalId === proposalId);
  return ofProposal.length >= terms.mostPerProposal ? 'same-proposal' : null;
}

// The number on the reserve is that of the place right before it, so that nobody else's number has to change.
function shareOf(entrant: Entrant, ahead: readonly Place[], held: HeldPlaces, terms: RankingTerms): Share {
  const bar = barred(entrant, ahead, terms);
  if (bar !== null) return { outcome: 'rejected', ground: bar, reserveRank: null };
  const before = (outcome: Place['outcome']): number =>
    ahead.filter((place) => place.outcome === outcome).length;
  const isWithin = before('selected') < terms.capacity;
  if (isWithin && isFree(entrant, held, terms))
    return { outcome: 'selected', ground: null, reserveRank: null };
  const ground = isWithin && held.places < terms.capacity ? 'beyond-budget' : 'beyond-capacity';
  const waiting = before('reserve');
  if (!isWithin && waiting >= reserveSize(terms)) return { outcome: 'rejected', ground, reserveRank: null };
  return { outcome: 'reserve', ground, reserveRank: waiting };
}

/**
 * Where a project stands whose objection was upheld, `entrant` with its new score, against the list that was decided. It
 * takes a place from nobody: within the capacity it is selected if a place and the money are free. Otherwise it stands on
 * the reserve where its rank puts it, right after the one whose `reserveRank` it shares: with 0 it heads the reserve,
 * as within the capacity it does, unless one waits there that ranks higher and needs more money than there is.
 */
export function upheldPlace(
  entrant: Entrant,
  ranking: Ranking,
  held: HeldPlaces,
  terms: RankingTerms,
): Place {
  const others = ranking.places.filter(({ id }) => id !== entrant.id);
  const ahead = others.filter((place) => compareEntrants(place, entrant, terms) < 0);
  const order = ordered([...others, entrant], terms);
  const bare = {
    ...{ ...entrant, ...shareOf(entrant, ahead, held, terms), rank: ahead.length + 1 },
    ...{ total: totalOf(entrant, terms), isException: false },
    tieBrokenBy: tieBreakAt(order, ahead.length, terms),
  };
  return { ...bare, derivation: derivationOf(bare, order.length, terms) };
}
