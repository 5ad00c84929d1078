import { ApplicationFailure } from '@temporalio/common';
import type { LedgerActivities } from '../src/contract/messages.js';
import { appendRow } from '../src/ledger/append.js';
import { isAwaited } from '../src/ledger/awaited.js';
import type { Ledger } from '../src/ledger/ledger.js';

/** The ledger lane: rows with their projections, and what the inbox still owes a subject. */
export function ledgerActivities(ledger: Ledger): LedgerActivities {
  return {
    appendRow: (row) => appendRow(ledger, row).catch(loudly),
    isAwaited: (subjectId, due) => isAwaited(ledger, subjectId, due).catch(loudly),
  };
}

/** PostgreSQL's classes for what no second try can mend: our own codes, data, constraints and statements that are wrong. */
const DEFECTS = /^(RL|22|23|42)/;

/** PostgreSQL away is a fault and is tried again; what it refuses is a defect, and fails the workflow's task at once. */
function loudly(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!DEFECTS.test(code)) throw error;
  throw ApplicationFailure.nonRetryable(`${code}: ${String(error)}`, 'Defect');
}
