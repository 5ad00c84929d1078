import { z } from 'zod';
import { Journal } from './journal.js';
import { PaymentBook, paymentEntry, queuedEntry } from './payments.js';
import { SpendingBook, drawEntry, holdEntry } from './spending.js';

/** Everything that the portal knows, all of it in its own file. */
export interface PortalBook {
  readonly payments: PaymentBook;
  readonly spending: SpendingBook;
}

const kinded = z.union([queuedEntry, drawEntry, holdEntry]);

/** Opens the portal's file; `now` gives ISO instants in UTC. Throws when a line of it can't be read. */
export async function openPortalBook(file: string, now: () => string): Promise<PortalBook> {
  const opened: { journal?: Journal } = {};
  const journal = (): Journal => {
    if (opened.journal === undefined) throw new Error(`${file} is still being read`);
    return opened.journal;
  };
  const payments = new PaymentBook(journal, now);
  const spending = new SpendingBook(journal, now, () => payments.all());
  opened.journal = await Journal.open(file, (line) => read({ payments, spending }, line));
  return { payments, spending };
}

// A line that names no kind is a payment: the first books held nothing else.
function read({ payments, spending }: PortalBook, line: unknown): void {
  if (typeof line !== 'object' || line === null || !('kind' in line))
    return payments.knows(paymentEntry.parse(line));
  const entry = kinded.parse(line);
  if (entry.kind === 'queued') payments.knowsQueued(entry);
  else if (entry.kind === 'draw') spending.knowsDraw(entry);
  else spending.knowsHold(entry);
}
