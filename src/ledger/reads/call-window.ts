import type { Ledger } from '../ledger.js';

/** When a call takes applications: its window now, every close that was decided, and whether it is concluded. Instants are ISO, UTC. */
export interface CallWindowRow {
  readonly window: { readonly opens: string; readonly closes: string };
  readonly history: readonly { readonly closes: string; readonly decidedAt: string }[];
  readonly isConcluded: boolean;
}

/** A call's window by the call's id, without the rest of what is known of it; undefined where there is no such call. */
export async function callWindow(ledger: Ledger, callId: string): Promise<CallWindowRow | undefined> {
  const { rows } = await ledger.pool.query<CallWindowRow>({
    name: 'call_window',
    text: `select facts -> 'window' as window, facts -> 'windowHistory' as history, closed_at is not null as "isConcluded"
      from subject where id = $1 and subject = 'call'`,
    values: [callId],
  });
  return rows[0];
}
