import type { CallContext } from '../src/charts/call/context.js';
import { entrantsOf } from '../src/ledger/entrants.js';
import type { EntrantFacts } from '../src/ledger/entrants.js';
import type { Ledger } from '../src/ledger/ledger.js';
import { getList } from '../src/ledger/lists.js';
import type { ListBody } from '../src/ledger/lists.js';
import { heldPlaces, placeUpheld as place } from '../src/ledger/places.js';
import type { Move } from '../src/ledger/places.js';
import { upheldPlace } from '../src/rules/ranking.js';
import type { Entrant, Ranking, RankingTerms } from '../src/rules/ranking.js';
import { wonText } from '../src/rules/won.js';

/** A stored list with what it was ranked by. */
type Ranked = Omit<ListBody, 'places'> & Ranking & { readonly terms: RankingTerms };

/**
 * Gives a project whose objection was upheld the place that it ranks for by its score as it is now, in the list that was
 * decided and under the call's limits as they are now. Throws a plain Error where the list has no such project: a defect.
 */
export async function placeUpheld(
  ledger: Ledger,
  { decidedList, competition, capacity, budget }: CallContext,
  move: Move & { readonly projectId: string },
): ReturnType<typeof place> {
  const { callId, projectId } = move;
  const list = (await getList(ledger, String(decidedList)))?.body as unknown as Ranked | undefined;
  const listed = list?.places.find(({ id }) => id === projectId);
  if (!list || !listed) throw new Error(`${projectId} is on no decided list of ${callId}`);
  const [entrants, held] = await Promise.all([
    entrantsOf(ledger, callId, competition),
    heldPlaces(ledger, callId),
  ]);
  const now = entrants.find((each) => each.projectId === projectId);
  const entrant = revised(listed, now?.evaluation ?? null);
  const taken = { places: held.places, budget: wonText(held.firstTranches) };
  const stands = upheldPlace(entrant, list, taken, { ...list.terms, capacity, budget });
  const { outcome, rank, reserveRank, grant, firstTranche, ground } = stands;
  return place(ledger, { ...move, place: { outcome, rank, reserveRank, grant, firstTranche, ground } });
}

function revised(listed: Entrant, evaluation: EntrantFacts['evaluation']): Entrant {
  if (!evaluation) return listed;
  const { score, criteria = listed.criteria } = evaluation;
  return { ...listed, score: Math.round(score * 100), criteria };
}
