import type { Ledger } from '../ledger.js';

/** What was said in the application of each of these projects, whole, by project; those without a row are missing. */
export async function applicationsOf(
  ledger: Ledger,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  const { rows } = await ledger.pool.query<{ id: string; said: Record<string, unknown> }>(
    `select subject_id as id, event -> 'data' as said from ledger_row where subject_id = any ($1) and seq = 1`,
    [projectIds],
  );
  return new Map(rows.map(({ id, said }) => [id, said]));
}
