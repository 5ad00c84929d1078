import { allot } from './ranking-allot.js';
import { heldOf, isHeld, rankingFrom } from './ranking-list.js';
import { isAboveThreshold } from './ranking-order.js';
import type { Entrant, Place, RankException, RankOutcome, Ranking, RankingTerms } from './ranking-types.js';
import type { Verdict } from './verdict.js';
import { failing } from './verdict.js';
import { sumWon, won, wonText } from './won.js';
import type { WonText } from './won.js';

/** What a list with exceptions must still keep to. */
export type ExceptionCode =
  'isOnList' | 'isPromiseKept' | 'reachesThreshold' | 'isWithinCapacity' | 'isWithinBudget';

/** Exceptions that a list can't take; `verdicts` name each limit that they would break. */
export class BeyondLimits extends Error {
  override readonly name = 'BeyondLimits';
  constructor(readonly verdicts: readonly Verdict<ExceptionCode>[]) {
    super(verdicts.map(({ code, evidence }) => `${code} ${JSON.stringify(evidence)}`).join('; '));
  }
}

/**
 * A project's first tranche at another grant. The share is in whole basis points, which the old amounts still tell from
 * grants of 10,000 won on.
 */
export function firstTrancheAt(grant: WonText, { grant: was, firstTranche }: Entrant): WonText {
  if (won(was) === 0n) return '0';
  // Tranches are rounded down: the share is the least that gives the old one.
  const basisPoints = (won(firstTranche) * 10_000n + won(was) - 1n) / won(was);
  return wonText((won(grant) * basisPoints) / 10_000n);
}

/** A project as it entered, without its old place, at the grant that an exception names. */
function entrantOf(place: Place, exception: RankException | undefined): Entrant {
  const { id, number, companyId, proposalId, score, criteria, preferencePoints } = place;
  const { isAgreed, isPromised } = place;
  const grant = exception?.grant ?? place.grant;
  const firstTranche = grant === place.grant ? place.firstTranche : firstTrancheAt(grant, place);
  return {
    ...{ id, number, companyId, proposalId, score, criteria, preferencePoints },
    ...{ grant, firstTranche, isAgreed, isPromised },
  };
}

function eachVerdict(
  { projectId, outcome, grant }: RankException,
  place: Place | undefined,
  terms: RankingTerms,
): Verdict<ExceptionCode>[] {
  if (place === undefined) return [{ code: 'isOnList', ok: false, evidence: { projectId } }];
  const keeps = outcome === 'selected' && (grant ?? place.grant) === place.grant;
  const above = outcome === 'rejected' || isHeld(place) || isAboveThreshold(place, terms);
  return [
    { code: 'isPromiseKept', ok: !isHeld(place) || keeps, evidence: { projectId } },
    { code: 'reachesThreshold', ok: above, evidence: { projectId, threshold: terms.threshold } },
  ];
}

function limitVerdicts(selected: readonly Entrant[], terms: RankingTerms): Verdict<ExceptionCode>[] {
  const { capacity, budget } = terms;
  const used = sumWon(selected.map(({ firstTranche }) => firstTranche));
  return [
    {
      code: 'isWithinCapacity',
      ok: selected.length <= capacity,
      evidence: { selected: selected.length, capacity },
    },
    ...(budget === null
      ? []
      : [
          {
            code: 'isWithinBudget' as const,
            ok: won(used) <= won(budget),
            evidence: { used, budget },
          },
        ]),
  ];
}

/**
 * A list with what the committee decides otherwise. Who was selected stays so unless it is named; places and money that
 * exceptions set free go to the next by rank. Throws `BeyondLimits` where the selected would pass capacity or budget,
 * a project isn't on the list or below the threshold, or a promise would be broken.
 */
export function withExceptions(
  ranking: Ranking,
  exceptions: readonly RankException[],
  terms: RankingTerms,
): Ranking {
  const named = new Map(exceptions.map((one) => [one.projectId, one] as const));
  const places = new Map(ranking.places.map((place) => [place.id, place] as const));
  const order = ranking.places.map((place) => entrantOf(place, named.get(place.id)));
  const wished = (id: string): RankOutcome | undefined => named.get(id)?.outcome ?? places.get(id)?.outcome;
  const selected = order.filter(({ id }) => wished(id) === 'selected');
  const broken = failing([
    ...exceptions.flatMap((one) => eachVerdict(one, places.get(one.projectId), terms)),
    ...limitVerdicts(selected, terms),
  ]);
  if (broken.length > 0) throw new BeyondLimits(broken);
  // Given out again around the selected, the places would say other reasons than the list's own.
  if (exceptions.length === 0) return ranking;
  const fixed = heldOf(order);
  for (const { id } of selected) fixed.set(id, 'selected');
  for (const { projectId, outcome } of exceptions) fixed.set(projectId, outcome);
  const grounds = new Map(exceptions.map(({ projectId, ground }) => [projectId, ground] as const));
  return rankingFrom(order, allot(order, fixed, terms), terms, grounds);
}
