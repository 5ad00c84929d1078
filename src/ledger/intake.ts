import { setTimeout as sleep } from 'node:timers/promises';
import type { Track } from '../contract/names.js';
import type { Ledger } from './ledger.js';

/** What the intake has of a call: applications received in time, and those of them that have not reached their workflow. */
export interface Intake {
  readonly received: number;
  readonly undelivered: number;
}

/** The most that PostgreSQL's clock may be behind Temporal's; further away, time is simulated. */
const CLOCKS_APART_MS = 5_000;

/**
 * How many applications to an edition's track were received by `closes` (ISO instant, all of its millisecond), and how many of them
 * have no row yet; one refused is not among them. PostgreSQL's clock stamps them, so it has to have passed `closes` too; and the
 * lock waits for insertions that are under way, so none that was stamped before can commit behind the answer (docs/adr/0002).
 * Throws, to be asked again, when an insertion doesn't end in five seconds.
 */
export async function intakeOf(
  ledger: Ledger,
  call: { readonly editionId: string; readonly track: Track; readonly closes: string },
): Promise<Intake> {
  await clockToPass(ledger, call.closes);
  const client = await ledger.pool.connect();
  try {
    await client.query(`begin; set local lock_timeout = '5s'; lock table command_inbox in share mode`);
    const { rows } = await client.query<Intake>(
      `select count(*)::integer as received, (count(*) filter (where state = 'received'))::integer as undelivered
        from command_inbox where kind = 'start' and type = 'SUBMIT' and data ->> 'edition' = $1 and data ->> 'track' = $2 and state <> 'refused'
          and received_at < $3::timestamptz + interval '1 millisecond'`,
      [call.editionId, call.track, call.closes],
    );
    await client.query('commit');
    return rows[0] ?? { received: 0, undelivered: 0 };
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function clockToPass(ledger: Ledger, closes: string): Promise<void> {
  const { rows } = await ledger.pool.query<{ ms: number }>(
    `select ceil(extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::float8 + 1 as ms`,
    [closes],
  );
  const behind = rows[0]?.ms ?? 0;
  if (behind > 0 && behind <= CLOCKS_APART_MS) await sleep(behind);
}
