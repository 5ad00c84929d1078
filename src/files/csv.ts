import { CsvError, parse } from 'csv-parse/sync';
import { decoded } from './encoding.js';
import { CELL_LIMIT, ROW_LIMIT } from './limits.js';
import type { FileRow, Lines } from './table.js';
import { unusable } from './unusable.js';

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** What parts the cells of a line; the one that the first line has most of is the file's. */
const DELIMITERS = [',', '\t', ';'];

/**
 * The lines of a CSV file that hold anything, as text; a cell that begins like a formula is text like any other. Throws
 * UnusableFile: `fileHasTooManyRows` before anything is decoded, `fileEncodingUnknown`, `fileIsIncomplete`, `fileIsNoTable`.
 */
export function csvLines(bytes: Buffer): Lines {
  const count = countRows(bytes);
  // The header is one of them.
  if (count > ROW_LIMIT + 1)
    throw unusable('fileHasTooManyRows', { limit: String(ROW_LIMIT), rows: String(count - 1) });
  const { text } = decoded(bytes);
  return { lines: parsed(text).filter(({ cells }) => cells.some((cell) => cell !== '')), formulas: [] };
}

/** How many rows there are, without reading them: neither encoding has a quote or a newline within a letter. */
function countRows(bytes: Buffer): number {
  let rows = 0;
  let isQuoted = false;
  for (const byte of bytes) {
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === NEWLINE && !isQuoted) rows += 1;
  }
  return bytes.at(-1) === NEWLINE ? rows : rows + 1;
}

function parsed(text: string): FileRow[] {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      ...{ relax_column_count: true, trim: true, max_record_size: CELL_LIMIT * 4 },
    });
    // A blank line is a record too, so that rows have the numbers that a spreadsheet gives them.
    return records.map((cells, index) => ({ line: index + 1, cells }));
  } catch (error) {
    throw unreadable(error);
  }
}

function delimiterOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const count = (delimiter: string): number => first.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

function unreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const { lines } = error as unknown as { readonly lines?: number };
  const evidence = { ...(lines === undefined ? {} : { line: String(lines) }), reason: error.code };
  // A quotation that the file's end cuts off is what half an upload looks like.
  const isCutOff = error.code === 'CSV_QUOTE_NOT_CLOSED';
  return unusable(isCutOff ? 'fileIsIncomplete' : 'fileIsNoTable', evidence);
}
