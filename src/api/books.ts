import type { Actor, Evidence, Role } from '../charts/kernel/types.js';
import type { SubjectIdentity } from '../contract/messages.js';
import { countsOf } from '../ledger/calls.js';
import { heldPlaces } from '../ledger/places.js';
import type { SubjectView } from '../ledger/reads/subjects.js';
import { competitionOf } from './addresses.js';
import { claimBooks } from './claim-books.js';
import { excludedFrom } from './conflicts.js';
import type { Shared } from './deps.js';
import { listBooks } from './list-books.js';
import { newPartnerBooks } from './new-partner.js';
import { takenAt } from './offered.js';
import { postingBooks } from './posting-books.js';
import { failingOf } from './pre-check.js';

type Data = Readonly<Record<string, unknown>>;

/** What a chart asks the books for: how it is read, and who decides by it. */
interface Asked {
  readonly read: (shared: Shared, subjectId: string, data: Data | undefined) => Promise<Evidence>;
  /** Nobody else's answer depends on it, and nobody else is told. */
  readonly by: readonly Role[];
}

const STAFF: readonly Role[] = ['officer', 'committee'];

function toStaff(read: Asked['read']): Asked {
  return { read, by: STAFF };
}

const excluded = toStaff(async (shared, id) => ({ excluded: (await excludedFrom(shared, id)).join(',') }));
const listed = toStaff(listBooks);

/**
 * What the charts ask the books for, by event (docs/adr/0010): which pre-checks fail, who can't evaluate, what is still to be
 * screened or evaluated, how many places are held, how a list stands to what it would be now, what a tranche is released upon,
 * what is to be reversed, and whether a new partner is in the register.
 */
const READERS: Readonly<Record<string, Asked>> = {
  PASS_PRECHECK: toStaff(async (shared, id) => ({ failing: (await failingOf(shared, id)).join(',') })),
  ASSIGN_PANEL: excluded,
  REPLACE_MEMBER: excluded,
  FINISH_SCREENING: toStaff(async ({ ledger }, id) => {
    const { unscreened } = await countsOf(ledger, id, competitionOf(id.split('/')[3]) ?? 'selection');
    return { unscreened: String(unscreened) };
  }),
  FINISH_EVALUATION: toStaff(async ({ ledger }, id) => {
    const { unevaluated } = await countsOf(ledger, id, competitionOf(id.split('/')[3]) ?? 'selection');
    return { unevaluated: String(unevaluated) };
  }),
  CHANGE_CAPACITY: toStaff(async ({ ledger }, id) => ({
    held: String((await heldPlaces(ledger, id)).places),
  })),
  PROPOSE_LIST: listed,
  DECIDE_LIST: listed,
  CLAIM: { read: claimBooks, by: ['applicant'] },
  AMEND_CLAIM: { read: claimBooks, by: ['applicant'] },
  APPROVE_FIRST: { read: claimBooks, by: ['approver'] },
  APPROVE_SECOND: { read: claimBooks, by: ['finance'] },
  CORRECT_POSTING: { read: postingBooks, by: ['finance'] },
  REQUEST_CHANGE: { read: newPartnerBooks, by: ['applicant'] },
  DECIDE_SPECIAL_EVALUATION: { read: newPartnerBooks, by: ['committee'] },
};

/** What the books say for an event that is about to be stored; undefined where its chart asks for nothing. */
export async function booksOf(
  shared: Shared,
  { id }: SubjectIdentity,
  type: string,
  data: Data | undefined,
): Promise<Evidence | undefined> {
  const said = await READERS[type]?.read(shared, id, data);
  return said && Object.keys(said).length > 0 ? said : undefined;
}

/** What the books say for each event that a case's state offers, by its type, where this person could decide by it. */
export async function booksOffered(
  shared: Shared,
  view: SubjectView,
  { role }: Actor,
): Promise<Readonly<Record<string, Evidence>>> {
  if (view.closedAt !== null) return {};
  const here = takenAt(view);
  const asked = Object.entries(READERS).filter(([type, { by }]) => by.includes(role) && here.has(type));
  const answers = asked.map(
    async ([type, { read }]) => [type, await read(shared, view.identity.id, undefined)] as const,
  );
  return Object.fromEntries(await Promise.all(answers));
}
