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

/** Opens the books at a PostgreSQL URL; `connections` at the most, opened as they are needed. */
export function openLedger(url: string, connections = 16): Ledger {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 5_000,
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
