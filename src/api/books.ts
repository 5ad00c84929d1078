import type { Actor, Evidence } from '../charts/kernel/types.js';
import type { SubjectIdentity } from '../contract/messages.js';
import { countsOf } from '../ledger/calls.js';
import { heldPlaces } from '../ledger/places.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { competitionOf } from './addresses.js';
import { excludedFrom } from './conflicts.js';
import type { Shared } from './deps.js';
import { listBooks } from './list-books.js';
import { takenAt } from './offered.js';
import { failingOf } from './pre-check.js';

type Data = Readonly<Record<string, unknown>>;
type Reader = (shared: Shared, subjectId: string, data: Data | undefined) => Promise<Evidence>;

/**
 * What the charts ask the books for, by event (docs/adr/0010): which pre-checks fail, who can't evaluate, what is still to be
 * screened or evaluated, how many places are held, and how a list stands to what it would be now.
 */
const READERS: Readonly<Record<string, Reader>> = {
  PASS_PRECHECK: async (shared, id) => ({ failing: (await failingOf(shared, id)).join(',') }),
  ASSIGN_PANEL: async (shared, id) => ({ excluded: (await excludedFrom(shared, id)).join(',') }),
  REPLACE_MEMBER: async (shared, id) => ({ excluded: (await excludedFrom(shared, id)).join(',') }),
  FINISH_SCREENING: async ({ ledger }, id) => {
    const { unscreened } = await countsOf(ledger, id, competitionOf(id.split('/')[3]) ?? 'selection');
    return { unscreened: String(unscreened) };
  },
  FINISH_EVALUATION: async ({ ledger }, id) => {
    const { unevaluated } = await countsOf(ledger, id, competitionOf(id.split('/')[3]) ?? 'selection');
    return { unevaluated: String(unevaluated) };
  },
  CHANGE_CAPACITY: async ({ ledger }, id) => ({ held: String((await heldPlaces(ledger, id)).places) }),
  PROPOSE_LIST: listBooks,
  DECIDE_LIST: listBooks,
};

/** Who decides by what the books say; nobody else's answer depends on them, and nobody else is told them. */
const DECIDERS: readonly string[] = ['officer', 'committee'];

/** What the books say for an event that is about to be stored; undefined where its chart asks for nothing. */
export async function booksOf(
  shared: Shared,
  { id }: SubjectIdentity,
  type: string,
  data: Data | undefined,
): Promise<Evidence | undefined> {
  return READERS[type]?.(shared, id, data);
}

/** What the books say for each event that a case's state offers, by its type, where this person could decide by it. */
export async function booksOffered(
  shared: Shared,
  view: SubjectView,
  { role }: Actor,
): Promise<Readonly<Record<string, Evidence>>> {
  if (!DECIDERS.includes(role) || view.closedAt !== null) return {};
  const here = takenAt(view);
  const asked = Object.entries(READERS).filter(([type]) => here.has(type));
  const answers = asked.map(
    async ([type, read]) => [type, await read(shared, view.identity.id, undefined)] as const,
  );
  return Object.fromEntries(await Promise.all(answers));
}
