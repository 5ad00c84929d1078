import type { ApplicationEntry } from '../../intake/applications.js';
import type { Wish } from '../../ledger/inbox.js';
import { bookReceipts, receiptsOf } from '../../ledger/iris.js';
import type { Books } from '../../ledger/ledger.js';
import { receiveMany } from '../../ledger/receive-many.js';
import { SUBMIT } from '../start.js';
import type { ImportContext } from './context.js';
import { knownCompanies } from './known-companies.js';
import { saidSha256 } from './said.js';

/** What one statement of the inbox takes. */
const AT_ONCE = 1_000;

/**
 * Stores applications as received, each with its number drawn and its receipt number booked; the dispatcher brings them to
 * their workflows. Gives back the commands' ids in order. Inside of a transaction: all of them, or none.
 */
export async function handedIn(
  context: ImportContext,
  books: Books,
  entries: readonly ApplicationEntry[],
): Promise<string[]> {
  const wishes = await wishesOf(context, books, entries);
  const commands: string[] = [];
  for (let from = 0; from < wishes.length; from += AT_ONCE)
    for (const received of await receiveMany(books, wishes.slice(from, from + AT_ONCE))) {
      if (received.outcome === 'keyReused')
        throw new Error('a receipt number that is in the inbox and not booked');
      commands.push(received.stored.command.id);
    }
  const receipts = entries.map((entry, index) => ({
    ...{ number: entry.irisNumber, saidSha256: saidSha256(entry), commandId: commands[index] ?? '' },
  }));
  await bookReceipts(books, context.editionId, receipts);
  return commands;
}

async function wishesOf(
  { editionId, actor, receivedAt }: ImportContext,
  books: Books,
  entries: readonly ApplicationEntry[],
): Promise<Wish[]> {
  const companies = await knownCompanies(
    books,
    entries.map(({ businessNumber }) => businessNumber),
  );
  const numbers = entries.map(({ irisNumber }) => irisNumber);
  const before = new Map((await receiptsOf(books, editionId, numbers)).map((each) => [each.number, each]));
  return entries.map((entry): Wish => {
    const { application, irisNumber, receivedAt: irisReceivedAt, businessNumber } = entry;
    const companyId = companies.byNumber(businessNumber)?.id;
    if (companyId === undefined) throw new Error('an application of a company that was there and is gone');
    // A number whose command was refused may come again, as a command of its own; a caller's key never has a space.
    const earlier = before.get(irisNumber);
    const key = `iris ${editionId}/${irisNumber}${earlier ? `/${earlier.commandId}` : ''}`;
    return {
      ...{ kind: 'start', subjectId: 'applications', type: SUBMIT, by: actor, key, receivedAt },
      draws: { editionId, track: application.track },
      data: { ...application, edition: editionId, companyId, irisNumber, irisReceivedAt },
      bodySha256: saidSha256(entry),
    };
  });
}
