import type { Socket } from 'node:net';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.js';

/** A connection to the books: typed queries, and the pool for the few statements that must be fast. */
export interface Ledger {
  readonly db: Kysely<Tables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const { INT8, TIMESTAMPTZ, DATE } = pg.types.builtins;

/** Whole won stay bigint, instants become ISO strings in UTC, and a calendar day never becomes a JS Date. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return (text: string) => BigInt(text);
    if (oid === TIMESTAMPTZ) return instantOf;
    if (oid === DATE) return (text: string) => text;
    return pg.types.getTypeParser(oid as never, format as never) as (text: string) => unknown;
  },
};

/**
 * An instant as PostgreSQL writes it, such as `2026-04-06 03:00:00.25+00`, as an ISO string in UTC to the millisecond. From a
 * server that keeps UTC by its letters, because a page of a thousand cases has thousands of them.
 */
function instantOf(text: string): string {
  if (text.length < 22 || !text.endsWith('+00')) return new Date(text).toISOString();
  const fraction = text.slice(20, -3).padEnd(3, '0').slice(0, 3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`;
}

/** The books inside a transaction, or outside of any. */
export type Books = Pick<Ledger, 'db'>;

/** Does all of the work in one transaction, or nothing of it where the work throws. */
export function together<T>(ledger: Books, work: (books: Books) => Promise<T>): Promise<T> {
  return ledger.db.transaction().execute((db) => work({ db }));
}

/**
 * Far over what the longest of our statements takes (the places of 5,000 projects: about two seconds), so that the server
 * ends what waits for a lock that nobody gives back, or what its caller has forgotten. What it ends is tried again, whole.
 */
const LIMITS = { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000 };

/**
 * Longer than the server lets any statement run: a server that is silent for longer isn't there, and TCP alone would
 * wait for it a quarter of an hour.
 */
const SILENCE_MS = 40_000;

/** How patient books are: `isPatient` for migrations, which take as long as they take. */
export interface Patience {
  readonly isPatient?: boolean;
  readonly silenceMs?: number;
}

/** Opens the books at a PostgreSQL URL; `connections` at the most, opened as they are needed. */
export function openLedger(
  url: string,
  connections = 16,
  { isPatient = false, silenceMs = SILENCE_MS }: Patience = {},
): Ledger {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(isPatient ? {} : LIMITS),
  });
  pool.on('connect', (client) => {
    // Whoever has taken a connection out is told by what they wait for; unheard, the event would end the process.
    client.on('error', () => undefined);
    if (!isPatient) endWhenSilent(client, silenceMs);
  });
  // A server that goes away takes idle connections with it; the next query opens new ones.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends only a pool that it has used itself; one left open holds its process for ten seconds.
    if (!pool.ending) await pool.end();
  };
  return { db, pool, close };
}

/** Ends a connection whose server says nothing any more; whoever waits on it is told, and the pool opens another. */
function endWhenSilent(client: pg.PoolClient, silenceMs: number): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(silenceMs, () => stream.destroy(new Error('PostgreSQL says nothing')));
}
