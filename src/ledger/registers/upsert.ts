import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Books } from '../ledger.js';

/** What became of the entries that were brought to a register: new, changed, or the same as they stood. */
export interface Upserted {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** How a register's table takes its entries. */
interface Register {
  readonly table: string;
  readonly key: readonly string[];
  /** Each column with its type in PostgreSQL; `changed_by` goes without saying. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * Brings any number of entries to a register by one statement; one that says the same as what stands changes nothing.
 * Throws PostgreSQL's 21000 where two of them have one key, 23503 and 23505 where they contradict what else stands.
 */
export async function upsert(
  books: Books,
  { table, key, columns }: Register,
  entries: readonly Readonly<Record<string, unknown>>[],
  by: string,
): Promise<Upserted> {
  if (entries.length === 0) return { added: 0, changed: 0, same: 0 };
  const names = Object.keys(columns);
  const rest = names.filter((name) => !key.includes(name));
  const { rows } = await sql<{ isNew: boolean }>`
    insert into ${sql.table(table)} as t (${list(names)}, changed_by)
      select ${list(names)}, ${by} from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as e(${sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(columns[name] ?? '')}`))})
      on conflict (${list(key)}) do update set changed_by = excluded.changed_by, changed_at = clock_timestamp(),
        ${sql.join(rest.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`))}
        where (${qualified('t', rest)}) is distinct from (${qualified('excluded', rest)})
      returning (xmax = 0) as "isNew"`.execute(books.db);
  const added = rows.filter(({ isNew }) => isNew).length;
  return { added, changed: rows.length - added, same: entries.length - rows.length };
}

function list(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}

function qualified(of: string, names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(`${of}.${name}`)));
}
