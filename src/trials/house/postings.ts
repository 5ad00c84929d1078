import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { HeldPostings } from '../director/moments.js';

const PATIENCE_MS = 3_000;
const POLL_MS = 20;

const WAITING = `select count(*)::integer as count from pg_locks
  where not granted and locktype = 'relation' and relation = 'posting'::regclass`;

/**
 * Locks the table of postings, so that a transaction that is about to post waits in its middle. Throws where PostgreSQL
 * isn't there.
 */
export async function holdPostings(ownerUrl: string): Promise<HeldPostings> {
  const client = new Client({ connectionString: ownerUrl });
  // The server may be the one that is killed.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query('lock table posting in share row exclusive mode');
  return {
    areWaiting: async (wanted) => {
      const deadline = performance.now() + PATIENCE_MS;
      while (performance.now() < deadline) {
        const { rows } = await client.query<{ count: number }>(WAITING);
        if ((rows[0]?.count ?? 0) >= wanted()) return true;
        await sleep(POLL_MS);
      }
      return false;
    },
    free: () => client.end().catch(() => undefined),
  };
}
