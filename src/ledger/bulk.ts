import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Books } from './ledger.js';
import type { BulkTable } from './tables-calls.js';

/** Items that one person decided together; `commandIds` in their order. `bodySha256` is of the body as it came. */
export interface Bulk {
  readonly id: string;
  readonly person: string;
  readonly key: string;
  readonly bodySha256: string;
  readonly commandIds: readonly string[];
  readonly madeAt: string;
}

/** Books which commands were decided together; for a key that its person used before, what stands already is given back. */
export async function storeBulk(books: Books, bulk: Omit<Bulk, 'madeAt'>): Promise<Bulk> {
  const { rows } = await sql<Selectable<BulkTable>>`
    insert into bulk (id, person, idempotency_key, body_sha256, command_ids)
      values (${bulk.id}, ${bulk.person}, ${bulk.key}, ${bulk.bodySha256}, ${[...bulk.commandIds]}::text[])
      on conflict (person, idempotency_key) do nothing returning *`.execute(books.db);
  const fresh = rows[0];
  if (fresh) return bulkFrom(fresh);
  const before = await bulkByKey(books, bulk.person, bulk.key);
  if (!before) throw new Error('a key that conflicts and is not there');
  return before;
}

/** A bulk by its id, or undefined. */
export async function getBulk(books: Books, id: string): Promise<Bulk | undefined> {
  const row = await books.db.selectFrom('bulk').selectAll().where('id', '=', id).executeTakeFirst();
  return row && bulkFrom(row);
}

/** A person's bulk by its key, or undefined. */
export async function bulkByKey(books: Books, person: string, key: string): Promise<Bulk | undefined> {
  const row = await books.db
    .selectFrom('bulk')
    .selectAll()
    .where('person', '=', person)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row && bulkFrom(row);
}

function bulkFrom(row: Selectable<BulkTable>): Bulk {
  const { id, person, idempotency_key: key, body_sha256: bodySha256 } = row;
  return { id, person, key, bodySha256, commandIds: row.command_ids, madeAt: row.made_at };
}
