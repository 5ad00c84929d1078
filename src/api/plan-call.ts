import type { CallToPlan } from '../contract/http/calls.js';
import { callId } from '../contract/names.js';
import type { Competition } from '../contract/names.js';
import type { Ledger } from '../ledger/ledger.js';
import { getSubject, listSubjects } from '../ledger/reads/subjects.js';
import { loadEdition, termsOf } from '../program/load.js';
import type { Terms, Track, Window } from '../program/types.js';
import { dueOf } from '../rules/clocks.js';
import { trancheAmounts } from '../rules/money.js';
import { won, wonText } from '../rules/won.js';
import type { WonText } from '../rules/won.js';
import { atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';

/** What begins a call: the data of its PLAN_CALL. Instants are ISO, UTC; no budget is null. */
export interface CallPlan {
  readonly edition: string;
  readonly track: CallToPlan['track'];
  readonly competition: Competition;
  readonly window: Window;
  readonly capacity: number;
  readonly budget: WonText | null;
}

/** The event that begins every call. */
export const PLAN_CALL = 'PLAN_CALL';

/** A call as it is to be planned at `now` (ISO instant), with the edition's numbers for what was left out; or why it can't be. */
export async function planOf(
  ledger: Ledger,
  wished: CallToPlan & { readonly edition: string },
  now: string,
): Promise<{ readonly plan: CallPlan } | { readonly kept: KeptRefusal }> {
  const { edition, track, competition } = wished;
  if (competition === 'roadmap' && track !== 'structured')
    return { kept: atTheDoor('noSuchCompetition', { track }) };
  if (await getSubject(ledger, callId(edition, track, competition)))
    return { kept: atTheDoor('callExists', { edition, track }) };
  const terms = termsOf(loadEdition(edition), track);
  const { capacity, budget } = sizeOf(terms.settings, competition, wished.capacity);
  const window = wished.window ?? (await windowOf(ledger, terms, competition, now));
  return {
    plan: {
      ...{ edition, track, competition, window, capacity },
      budget: wished.budget === undefined ? budget : wished.budget,
    },
  };
}

/** The edition's own size of a competition: where more are selected than go on, their money isn't promised yet. */
function sizeOf(settings: Track, competition: Competition, wished: number | undefined) {
  const isFirstOfTwo = competition === 'selection' && settings.firstCapacity !== undefined;
  const capacity = wished ?? (isFirstOfTwo ? (settings.firstCapacity ?? 0) : settings.capacity);
  if (isFirstOfTwo) return { capacity, budget: null };
  const [first = '0'] = trancheAmounts(settings.defaultGrant, settings.trancheShares);
  return { capacity, budget: wonText(won(first) * BigInt(capacity)) };
}

/** Applications come in by the edition's round; roadmaps from now on until the last of them is due. */
async function windowOf(
  ledger: Ledger,
  terms: Terms,
  competition: Competition,
  now: string,
): Promise<Window> {
  if (competition === 'selection') return terms.window;
  return { opens: now, closes: (await lastRoadmapDue(ledger, terms)) ?? dueOf(terms, 'roadmap', now).due };
}

/** When the last roadmap under way is due (ISO instant), or undefined where there is none. */
async function lastRoadmapDue(ledger: Ledger, { editionId }: Terms): Promise<string | undefined> {
  const call = callId(editionId, 'structured', 'selection');
  const filter = { kind: 'project', callId: call, state: 'roadmap', isOpen: true } as const;
  const under = await listSubjects(ledger, filter, { limit: MOST_ROADMAPS });
  const dues = under.flatMap(({ deadlines }) => Object.values(deadlines));
  return dues
    .filter(({ name }) => name === 'roadmap')
    .map(({ due }) => due)
    .sort()
    .at(-1);
}

/** More than any edition selects. */
const MOST_ROADMAPS = 10_000;
