import type { ImportReport } from '../../contract/http/imports.js';
import type { FieldError } from '../../contract/http/problem.js';
import type { RowFault } from '../../intake/faults.js';
import type { JudgedRow } from '../../intake/judged.js';
import type { ImportRow } from '../../ledger/imports.js';
import type { Prepared } from './importer.js';

/** How many faults a report shows one by one; it counts them all. */
const MOST_ERRORS = 1_000;

/** How many a refusal shows. */
const MOST_IN_PROBLEM = 100;

type About = Pick<ImportReport, 'id' | 'kind' | 'edition' | 'sha256' | 'dryRun' | 'mode'>;

/** What an import does, or would do, as it is answered. */
export function reportOf(
  about: About,
  { headers, verdict }: Pick<Prepared, 'headers' | 'verdict'>,
): ImportReport {
  const errors = verdict.rejected.flatMap(rowFaults);
  return {
    ...about,
    rows: verdict.rows,
    accepted: verdict.taken.length,
    rejected: verdict.rejected.length,
    duplicates: verdict.known.length,
    columns: headers.map((header) => ({ ...header })),
    errorCount: errors.length,
    errors: errors.slice(0, MOST_ERRORS).map((error) => ({ ...error, message: { ...error.message } })),
  };
}

/** The faults of a row, each with its line. */
export function rowFaults({ line, faults }: Pick<JudgedRow<unknown>, 'line' | 'faults'>): RowFault[] {
  return faults.map((fault) => ({ row: line, ...fault }));
}

/** What became of every row, for the record. */
export function rowsOf({ verdict }: Prepared, became: ReadonlyMap<number, string>): ImportRow[] {
  const line = (row: number, outcome: ImportRow['outcome'], errors: readonly RowFault[] = []): ImportRow => ({
    row,
    outcome,
    became: became.get(row) ?? null,
    errors,
  });
  return [
    ...verdict.taken.map((taken) => line(taken.line, 'accepted')),
    ...verdict.rejected.map((row) => line(row.line, 'rejected', rowFaults(row))),
    ...verdict.known.map((row) => line(row.line, 'duplicate')),
  ];
}

/** The first faults of a report as a refusal names fields: the row and the column, and what is wrong in both languages. */
export function fieldErrorsOf({ errors }: ImportReport): FieldError[] {
  return errors.slice(0, MOST_IN_PROBLEM).map(({ row, column, message }) => ({
    path: column === null ? `${row}` : `${row}.${column}`,
    message: `${message.ko} / ${message.en}`,
  }));
}
