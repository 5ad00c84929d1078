import type { LedgerActivities } from '../src/contract/messages.js';
import { appendRow } from '../src/ledger/append.js';
import { isAwaited } from '../src/ledger/awaited.js';
import type { Ledger } from '../src/ledger/ledger.js';

/** The ledger lane: rows with their projections, and what the inbox still owes a subject. */
export function ledgerActivities(ledger: Ledger): LedgerActivities {
  return {
    appendRow: (row) => appendRow(ledger, row),
    isAwaited: (subjectId, due) => isAwaited(ledger, subjectId, due),
  };
}
