import type { ChartEvent, Order } from '../../charts/kernel/types.js';
import type { Ledger } from '../ledger.js';

/** One row of a subject's ledger as people read it. */
export interface TimelineRow {
  readonly seq: number;
  readonly event: ChartEvent;
  readonly outcome: 'applied' | 'ignored';
  readonly reason: string | null;
  readonly from: string | null;
  readonly to: string;
  readonly orders: readonly Order[];
  readonly recordedAt: string;
}

/** A subject's rows in order; `after` is the last number already seen, 0 at the beginning. */
export async function timeline(
  ledger: Ledger,
  subjectId: string,
  { limit, after = 0 }: { readonly limit: number; readonly after?: number | undefined },
): Promise<TimelineRow[]> {
  const { rows } = await ledger.pool.query<TimelineRow>(
    `select seq, event, outcome, reason, from_state as "from", to_state as "to", orders, recorded_at as "recordedAt"
      from ledger_row where subject_id = $1 and seq > $2 order by seq limit $3`,
    [subjectId, after, limit],
  );
  return rows;
}
