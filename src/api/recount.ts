import { listSubjects } from '../ledger/reads/subjects.js';
import type { SubjectLine } from '../ledger/reads/subjects.js';
import type { Actor } from '../charts/kernel/types.js';
import type { Wish } from '../ledger/inbox.js';
import { together } from '../ledger/ledger.js';
import { receiveMany } from '../ledger/receive-many.js';
import { daysAdded } from '../ledger/registers/holidays.js';
import type { HolidayAmendment } from '../ledger/registers/holidays.js';
import type { Shared } from './deps.js';
import { takenAt } from './offered.js';

/** How many cases are read and told at a time. */
const PORTION = 1_000;

const RECOUNT = 'RECOUNT_CLOCKS';

/**
 * Tells every open case that counts days of a day off that was added: pending clocks that aren't over move, and those that
 * start later are counted with it. Each is told under a key of the day off and the case, so that doing it again tells nobody
 * twice. Gives back how many cases there are to tell.
 */
export async function recountAll(
  shared: Shared,
  by: Actor,
  holiday: HolidayAmendment,
  bodySha256: string,
): Promise<number> {
  const data = {
    daysAdded: await daysAdded(shared.ledger),
    ground: holiday.ground,
    decidedBy: holiday.decidedBy ?? by.person,
  };
  const receivedAt = shared.clock && (await shared.clock());
  const wishFor = ({ identity: { id } }: SubjectLine): Wish => ({
    ...{ kind: 'decide', subjectId: id, type: RECOUNT, data, by, bodySha256, receivedAt },
    // A caller's own key never has a space.
    key: `holiday ${holiday.id} ${id}`,
  });
  let told = 0;
  for (let after: string | undefined; ;) {
    const page = await listSubjects(shared.ledger, { isOpen: true }, { limit: PORTION, after });
    const counting = page.filter((line) => takenAt(line).has(RECOUNT));
    await together(shared.ledger, (books) => receiveMany(books, counting.map(wishFor)));
    told += counting.length;
    after = page.at(-1)?.identity.id;
    if (page.length < PORTION) break;
  }
  shared.nudge();
  return told;
}
