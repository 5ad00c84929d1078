import { sql } from 'kysely';
import type { ImportBatch } from './imports.js';
import type { Books } from './ledger.js';

/** One import into a register at a time, until the transaction that asks ends: what it has read stays true meanwhile. */
export async function takeTurn(books: Books, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${kind}`}, 9))`.execute(books.db);
}

/** The latest import of a kind into an edition: its file and its answer; undefined before the first. */
export async function latestImport(
  books: Books,
  kind: string,
  editionId: string,
): Promise<Pick<ImportBatch, 'id' | 'sha256' | 'mode' | 'rejected' | 'report'> | undefined> {
  return books.db
    .selectFrom('import_batch')
    .select(['id', 'sha256', 'mode', 'rejected', 'report'])
    .where('kind', '=', kind)
    .where('edition_id', '=', editionId)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
