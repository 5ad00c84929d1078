import type { Ledger } from '../ledger.js';

/** What a command led to, as its one ledger row says: `to` is the state, `reason` why an announcement was ignored. */
export interface CommandRow {
  readonly subjectId: string;
  readonly seq: number;
  readonly to: string;
  readonly outcome: 'applied' | 'ignored';
  readonly reason: string | null;
}

/** The ledger row that a command led to, or undefined where it hasn't been applied (a command is applied once). */
export async function rowOfCommand(ledger: Ledger, commandId: string): Promise<CommandRow | undefined> {
  const { rows } = await ledger.pool.query<CommandRow>({
    name: 'row_of_command',
    text: `select subject_id as "subjectId", seq, to_state as "to", outcome, reason from ledger_row where command_id = $1`,
    values: [commandId],
  });
  return rows[0];
}
