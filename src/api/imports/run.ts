import { randomUUID } from 'node:crypto';
import type { ImportKindName, ImportQuery, ImportReport } from '../../contract/http/imports.js';
import type { Table } from '../../files/table.js';
import { latestImport, takeTurn } from '../../ledger/import-turn.js';
import { storeImport } from '../../ledger/imports.js';
import { together } from '../../ledger/ledger.js';
import type { Books } from '../../ledger/ledger.js';
import { Refused, atTheDoor } from '../refused.js';
import { applicationImporter } from './applications.js';
import { companyImporter } from './companies.js';
import type { ImportContext } from './context.js';
import type { ArrivedTable } from './file.js';
import { usable } from './file.js';
import { prepared } from './importer.js';
import type { Prepared, Wishes } from './importer.js';
import { partnerImporter } from './partners.js';
import { proposalImporter } from './proposals.js';
import { fieldErrorsOf, reportOf, rowsOf } from './report.js';
import { standingImporter } from './standing.js';
import { wishesOf } from './wishes.js';

type Prepare = (context: ImportContext, books: Books, table: Table, wishes: Wishes) => Promise<Prepared>;

const PREPARE: Readonly<Record<ImportKindName, Prepare>> = {
  applications: async (context, books, table, wishes) =>
    prepared(await applicationImporter(context, books), table, wishes),
  proposals: async (context, books, table, wishes) =>
    prepared(await proposalImporter(context, books), table, wishes),
  companies: (context, books, table, wishes) => prepared(companyImporter(context, books), table, wishes),
  partners: (context, books, table, wishes) => prepared(partnerImporter(context, books), table, wishes),
  standing: (context, books, table, wishes) => prepared(standingImporter(context, books), table, wishes),
};

/** What an import answers, and whether it only repeats what was answered before. */
export interface Imported {
  readonly report: ImportReport;
  readonly isRepeated: boolean;
}

/**
 * Imports a table, in one transaction: with everything that it writes stands the record of it. The file that was imported
 * last, and as a whole, is answered as it was then. Throws Refused: `importHasFaultyRows` where all rows are wanted and one is
 * faulty, and what makes a file unusable.
 */
export async function imported(
  context: ImportContext,
  kind: ImportKindName,
  arrived: ArrivedTable,
  query: ImportQuery,
): Promise<Imported> {
  const wishes = wishesOf(query);
  const about = { kind, edition: context.editionId, sha256: arrived.sha256, mode: query.mode };
  if (query.dryRun === 'true') {
    const tried = await usable(() => PREPARE[kind](context, context.ledger, arrived.table, wishes));
    return { report: reportOf({ ...about, id: null, dryRun: true }, tried), isRepeated: false };
  }
  return together(context.ledger, async (books) => {
    await takeTurn(books, kind);
    const before = await repeated(books, context, kind, arrived.sha256, query);
    if (before) return { report: before, isRepeated: true };
    const ready = await usable(() => PREPARE[kind](context, books, arrived.table, wishes));
    const report = reportOf({ ...about, id: randomUUID(), dryRun: false }, ready);
    if (query.mode === 'all' && report.rejected > 0)
      throw new Refused(
        atTheDoor('importHasFaultyRows', { rows: String(report.rejected) }, fieldErrorsOf(report)),
      );
    await record(books, context, report, rowsOf(ready, await ready.write()));
    return { report, isRepeated: false };
  });
}

/** What the same file was answered as the latest import of its kind, where nothing of it is left to do. */
async function repeated(
  books: Books,
  { editionId }: ImportContext,
  kind: ImportKindName,
  sha256: string,
  { mode, rows }: ImportQuery,
): Promise<ImportReport | undefined> {
  const latest = await latestImport(books, kind, editionId);
  const isSame = latest?.sha256 === sha256 && latest.mode === mode && latest.rejected === 0;
  return isSame && rows === undefined ? (latest.report as ImportReport) : undefined;
}

async function record(
  books: Books,
  { actor }: ImportContext,
  report: ImportReport,
  rows: ReturnType<typeof rowsOf>,
): Promise<void> {
  const { id, kind, edition: editionId, sha256, mode, rows: count, accepted, rejected, duplicates } = report;
  if (id === null) throw new Error('a trial is not recorded');
  const batch = { id, kind, editionId, sha256, mode, rows: count, accepted, rejected, duplicates };
  await storeImport(books, { ...batch, report, madeBy: actor.person }, rows);
}
