import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Books } from './ledger.js';
import type { ImportBatchTable, ImportRowTable } from './tables-registers.js';

/** A file that was imported; `sha256` (hex) is of its bytes, `report` the answer that its repetition is given. */
export interface ImportBatch {
  readonly id: string;
  readonly kind: string;
  readonly editionId: string;
  readonly sha256: string;
  readonly mode: 'all' | 'valid';
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly report: Readonly<Record<string, unknown>>;
  readonly madeBy: string;
  readonly madeAt: string;
}

/** What became of one row of a file, counted from 1: `became` is an entry's id or a command's. */
export interface ImportRow {
  readonly row: number;
  readonly outcome: 'accepted' | 'rejected' | 'duplicate';
  readonly became: string | null;
  readonly errors: readonly unknown[];
}

/** Books an import with its rows; inside `together` with what it writes, so that half an import can't stand. */
export async function storeImport(
  books: Books,
  batch: Omit<ImportBatch, 'madeAt'>,
  rows: readonly ImportRow[],
): Promise<void> {
  const { editionId: edition_id, madeBy: made_by, report, ...rest } = batch;
  await books.db
    .insertInto('import_batch')
    .values({ ...rest, edition_id, made_by, report: JSON.stringify(report) })
    .execute();
  await sql`
    insert into import_row (batch_id, row, outcome, became, errors)
      select ${batch.id}, row, outcome, became, errors from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(row integer, outcome text, became text, errors jsonb)`.execute(books.db);
}

/** An import by its id, or undefined. */
export async function getImport(books: Books, id: string): Promise<ImportBatch | undefined> {
  const row = await books.db.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirst();
  return row && batchFrom(row);
}

/** A page of an import's rows; `after` is the last row already seen. */
export async function importRowsOf(
  books: Books,
  batchId: string,
  { limit, after = 0 }: { readonly limit: number; readonly after?: number | undefined },
): Promise<ImportRow[]> {
  const rows = await books.db
    .selectFrom('import_row')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .execute();
  return rows.map(rowFrom);
}

function rowFrom({ row, outcome, became, errors }: Selectable<ImportRowTable>): ImportRow {
  return { row, outcome, became, errors };
}

function batchFrom(row: Selectable<ImportBatchTable>): ImportBatch {
  const { id, kind, edition_id: editionId, sha256, mode, rows, accepted, rejected, duplicates } = row;
  return {
    ...{ id, kind, editionId, sha256, mode, rows, accepted, rejected, duplicates },
    ...{ report: row.report, madeBy: row.made_by, madeAt: row.made_at },
  };
}
