import type { SubjectView } from '../ledger/reads/subjects.js';
import type { RankedLine, RankedListBody } from '../contract/http/lists.js';
import type { ClockName } from '../program/types.js';
import { dueOf } from '../rules/clocks.js';
import type { Place } from '../rules/ranking.js';
import { sumWon } from '../rules/won.js';
import { hrefOf } from './addresses.js';
import { callFacts, nameOf } from './ranked-lists.js';
import type { RankedList } from './ranked-lists.js';
import { termsFor } from './stage.js';

/** What was looked at beside a list: its call, whether the books would still give it, whether it is kept, and the ISO instant it is. */
export interface ListSeen {
  readonly call: SubjectView;
  readonly isCurrent: boolean;
  readonly isStored: boolean;
  readonly now: string;
}

/** A ranked list as staff read it. */
export function listBody(list: RankedList, { call, isCurrent, isStored, now }: ListSeen): RankedListBody {
  const { basedOn, selected, reserve, rejected, terms } = list;
  const chosen = list.places.filter(({ outcome }) => outcome === 'selected');
  return {
    ...{ sha256: nameOf(list), call: list.callId, basedOn, isCurrent, isStored },
    ...{ capacity: terms.capacity, budget: terms.budget, selected, reserve, rejected },
    money: { committed: sumWon(chosen.map(({ grant }) => grant)), firstYear: list.budgetUsed },
    clocks: clocksOf(call, now),
    places: list.places.map(rankedLine),
  };
}

/** Which clocks a notification would start, with their dues: the firms' next step, their objections, and the reserve's validity. */
function clocksOf(call: SubjectView, now: string): RankedListBody['clocks'] {
  const { editionId, track, editionHash } = call.identity;
  const terms = termsFor(editionId, track, editionHash);
  const isFirstOfTwo = track === 'structured' && callFacts(call).competition === 'selection';
  const names: readonly ClockName[] = ['objection', isFirstOfTwo ? 'roadmap' : 'agreement', 'reserve'];
  return names.map((name) => ({ name, due: dueOf(terms, name, now).due }));
}

/** A project's place as staff read it. */
export function rankedLine(place: Place): RankedLine {
  const {
    id,
    number,
    companyId: company,
    proposalId: proposal,
    rank,
    score,
    preferencePoints,
    total,
  } = place;
  const { outcome, reserveRank, ground, tieBrokenBy, isException, grant, firstTranche, derivation } = place;
  return {
    ...{ id, href: hrefOf(id), number, company, proposal, rank, score, preferencePoints, total },
    ...{ outcome, reserveRank, ground, tieBrokenBy, isException, grant, firstTranche },
    derivation: derivation.map((words) => ({ ...words })),
  };
}
