import { csvLines } from './csv.js';
import { kindOf } from './kind.js';
import { CELL_LIMIT, COLUMN_LIMIT, FILE_LIMIT, ROW_LIMIT } from './limits.js';
import { plain } from './neutral.js';
import type { FileRow, Lines, Table } from './table.js';
import { unusable } from './unusable.js';
import { xlsxLines } from './xlsx.js';

/**
 * Reads a CSV (UTF-8 or EUC-KR) or XLSX file whose first line with anything in it names the columns; what it is, its bytes
 * say. Throws UnusableFile, with a code for each way in which a file can't be read.
 */
export async function readTable(bytes: Buffer): Promise<Table> {
  if (bytes.length > FILE_LIMIT)
    throw unusable('fileTooLarge', { limit: String(FILE_LIMIT), bytes: String(bytes.length) });
  return tableOf(kindOf(bytes) === 'csv' ? csvLines(bytes) : await xlsxLines(bytes));
}

function tableOf({ lines, formulas }: Lines): Table {
  const [first, ...rest] = lines;
  if (!first) throw unusable('fileEmpty');
  if (rest.length === 0) throw unusable('fileHasNoRows', { columns: first.cells.join(', ').slice(0, 200) });
  if (rest.length > ROW_LIMIT)
    throw unusable('fileHasTooManyRows', { limit: String(ROW_LIMIT), rows: String(rest.length) });
  if (first.cells.length > COLUMN_LIMIT) throw unusable('fileIsNoTable', { limit: String(COLUMN_LIMIT) });
  return { header: readRow(first).cells, rows: rest.map(readRow), formulas };
}

/** U+0000 and halves of letters, which a workbook can write and no database keeps. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function readRow({ line, cells }: FileRow): FileRow {
  const isOverlong = cells.some((cell) => cell.length > CELL_LIMIT);
  if (isOverlong) throw unusable('fileIsNoTable', { line: String(line), limit: String(CELL_LIMIT) });
  if (cells.some((cell) => UNSTORABLE.test(cell))) throw unusable('fileIsNoTable', { line: String(line) });
  return { line, cells: cells.map(cellText) };
}

/** A cell as it is meant: without what our own files put before a formula, in one way of writing Hangul, without stray spaces. */
function cellText(cell: string): string {
  return plain(cell.normalize('NFC').trim());
}
