import type { Ledger } from './ledger.js';

/**
 * Whether something for this subject was received by `due` (ISO instant) and hasn't reached its workflow.
 * The lock waits for insertions that are under way, so none that was stamped before can commit behind the answer; it is
 * held for one indexed look-up (docs/adr/0002). The database stamps microseconds and charts compare milliseconds, so all
 * of the due instant's own millisecond is in time. Throws, to be asked again, when an insertion doesn't end in five seconds.
 */
export async function isAwaited(ledger: Ledger, subjectId: string, due: string): Promise<boolean> {
  const client = await ledger.pool.connect();
  try {
    await client.query(`begin; set local lock_timeout = '5s'; lock table command_inbox in share mode`);
    const { rowCount } = await client.query(
      `select 1 from command_inbox where subject_id = $1 and state = 'received' and received_at < $2::timestamptz + interval '1 millisecond' limit 1`,
      [subjectId, due],
    );
    await client.query('commit');
    return (rowCount ?? 0) > 0;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
