import type { LedgerRow, StandingRow } from '../contract/messages.js';
import type { Ledger } from './ledger.js';

/**
 * Appends a ledger row with its projection, its money and its command's answer in one transaction and one round trip.
 * Empty when the row stands (also when it stood before, the same); otherwise what stands at its number and after.
 * Defects throw, and nothing of the row is kept: a number left out (code RL002), a release that isn't what its reservation
 * holds (RL004), a row that stands and led elsewhere (RL005).
 */
export async function appendRow(ledger: Ledger, row: LedgerRow): Promise<readonly StandingRow[]> {
  const { rows } = await ledger.pool.query<{ standing: StandingRow[] }>({
    name: 'append_row',
    text: 'select append_row($1::jsonb) as standing',
    values: [JSON.stringify(row)],
  });
  return rows[0]?.standing ?? [];
}
