import { isAboveThreshold } from './ranking-order.js';
import type { Entrant, RankGround, RankOutcome, RankingTerms } from './ranking-types.js';
import { won } from './won.js';

/** What a project gets. */
export interface Share {
  readonly outcome: RankOutcome;
  readonly reserveRank: number | null;
  readonly ground: RankGround | null;
}

/** What is decided before the rules decide: places that stand, and outcomes that a committee named. */
export type Fixed = ReadonlyMap<string, RankOutcome>;

/** How many stand on the reserve list: a share of the capacity, rounded up. */
export function reserveSize({
  capacity,
  reserveShare,
}: Pick<RankingTerms, 'capacity' | 'reserveShare'>): number {
  return Math.ceil((capacity * reserveShare) / 10_000);
}

interface Taken {
  selected: number;
  reserve: number;
  budget: bigint;
  readonly firms: Map<string, number>;
  readonly proposals: Map<string, number>;
}

const countOf = (counts: ReadonlyMap<string, number>, key: string): number => counts.get(key) ?? 0;

// Whoever stands on the reserve counts as well: it may be promoted in any order, and the limits have to hold then.
function take(taken: Taken, entrant: Entrant, outcome: RankOutcome): void {
  if (outcome === 'rejected') return;
  taken[outcome] += 1;
  if (outcome === 'selected') taken.budget += won(entrant.firstTranche);
  taken.firms.set(entrant.companyId, countOf(taken.firms, entrant.companyId) + 1);
  if (entrant.proposalId === null) return;
  taken.proposals.set(entrant.proposalId, countOf(taken.proposals, entrant.proposalId) + 1);
}

/** Why a project can stand neither among the selected nor on the reserve, or null. */
function barred(taken: Taken, entrant: Entrant, terms: RankingTerms): RankGround | null {
  if (!isAboveThreshold(entrant, terms)) return 'below-threshold';
  if (countOf(taken.firms, entrant.companyId) >= terms.mostPerFirm) return 'same-firm';
  const { proposalId } = entrant;
  if (proposalId !== null && countOf(taken.proposals, proposalId) >= terms.mostPerProposal)
    return 'same-proposal';
  return null;
}

/** Why a project that may be selected can't be: no place, or not enough money, is left; null if it can. */
function beyond(taken: Taken, entrant: Entrant, { capacity, budget }: RankingTerms): RankGround | null {
  if (taken.selected >= capacity) return 'beyond-capacity';
  if (budget === null || taken.budget + won(entrant.firstTranche) <= won(budget)) return null;
  return 'beyond-budget';
}

function decided(taken: Taken, entrant: Entrant, terms: RankingTerms): Omit<Share, 'reserveRank'> {
  const bar = barred(taken, entrant, terms);
  if (bar !== null) return { outcome: 'rejected', ground: bar };
  const ground = beyond(taken, entrant, terms);
  if (ground === null) return { outcome: 'selected', ground };
  return { outcome: taken.reserve < reserveSize(terms) ? 'reserve' : 'rejected', ground };
}

/**
 * Gives out places and budget from the first of `order` to the last. What is fixed has its place before anybody else
 * and is never displaced. Who needs more money than is left is passed over for the next whose first tranche fits, and
 * comes first on the reserve.
 */
export function allot(order: readonly Entrant[], fixed: Fixed, terms: RankingTerms): Map<string, Share> {
  const taken: Taken = { selected: 0, reserve: 0, budget: 0n, firms: new Map(), proposals: new Map() };
  for (const entrant of order) take(taken, entrant, fixed.get(entrant.id) ?? 'rejected');
  const shares = new Map<string, Share>();
  let reserveRank = 0;
  for (const entrant of order) {
    const outcome = fixed.get(entrant.id);
    const share = outcome === undefined ? decided(taken, entrant, terms) : { outcome, ground: null };
    if (outcome === undefined) take(taken, entrant, share.outcome);
    if (share.outcome === 'reserve') reserveRank += 1;
    shares.set(entrant.id, { ...share, reserveRank: share.outcome === 'reserve' ? reserveRank : null });
  }
  return shares;
}
