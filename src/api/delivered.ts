import { markDelivered } from '../ledger/inbox.js';
import type { Ledger } from '../ledger/ledger.js';

/** How long what was delivered waits for company, so that many are booked by one statement. */
const TOGETHER_MS = 50;

/** Books which commands their workflows have taken; nobody waits for it. */
export interface DeliveredBook {
  note(id: string): void;
  /** Books at once what was noted. */
  flush(): Promise<void>;
}

/** A book of deliveries. What it fails to book is brought once more by a dispatcher, which does no harm. */
export function deliveredBook(ledger: Ledger): DeliveredBook {
  let noted: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const ids = noted;
    noted = [];
    if (ids.length > 0) await markDelivered(ledger, ids).catch(() => undefined);
  };
  return {
    flush,
    note: (id) => {
      noted.push(id);
      timer ??= setTimeout(() => void flush(), TOGETHER_MS);
    },
  };
}
