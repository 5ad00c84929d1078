import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Books } from '../ledger.js';
import type { StandingTable } from '../tables-registers.js';
import { upsert } from './upsert.js';
import type { Upserted } from './upsert.js';

/**
 * What another register said on the day `asOf` of a firm (by its id) or a researcher (by an opaque reference): banned until a day,
 * the program's projects that a firm runs, the national projects that a researcher is on, and leads.
 */
export interface Standing {
  readonly kind: 'firm' | 'researcher';
  readonly ref: string;
  readonly bannedUntil: string | null;
  readonly running: number;
  readonly projects: number;
  readonly asPrincipal: number;
  readonly asOf: string;
  readonly source: string;
}

const COLUMNS = {
  ...{ kind: 'text', ref: 'text', banned_until: 'date', running: 'integer', projects: 'integer' },
  ...{ as_principal: 'integer', as_of: 'date', source: 'text' },
};

/** Brings standings to the register. */
export async function upsertStandings(
  books: Books,
  standings: readonly Standing[],
  by: string,
): Promise<Upserted> {
  const entries = standings.map(
    ({ kind, ref, bannedUntil, running, projects, asPrincipal, asOf, source }) => ({
      ...{ kind, ref, banned_until: bannedUntil, running, projects },
      ...{ as_principal: asPrincipal, as_of: asOf, source },
    }),
  );
  return upsert(books, { table: 'standing', key: ['kind', 'ref'], columns: COLUMNS }, entries, by);
}

/** Standings of these firms, or these researchers, in no order; who isn't in the register is missing. */
export async function standingsOf(
  books: Books,
  kind: Standing['kind'],
  refs: readonly string[],
): Promise<Standing[]> {
  if (refs.length === 0) return [];
  const { rows } = await sql<Selectable<StandingTable>>`
    select * from standing where kind = ${kind} and ref = any (${refs}::text[])`.execute(books.db);
  return rows.map(standingFrom);
}

function standingFrom(row: Selectable<StandingTable>): Standing {
  const { kind, ref, banned_until: bannedUntil, running, projects, as_principal: asPrincipal } = row;
  return { kind, ref, bannedUntil, running, projects, asPrincipal, asOf: row.as_of, source: row.source };
}
