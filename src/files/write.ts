import { stringify } from 'csv-stringify/sync';
import writeXlsx from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import { neutral } from './neutral.js';

/** A file to be written: the names of its columns and its rows as text, empty where there is nothing to say. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** CSV for Excel and everything else: UTF-8 with a byte order mark, CRLF, and no cell that could be run as a formula. */
export function csvOf({ header, rows }: Sheet): Buffer {
  const text = stringify(
    [header, ...rows].map((row) => row.map(neutral)),
    {
      bom: true,
      record_delimiter: 'windows',
    },
  );
  return Buffer.from(text, 'utf8');
}

/**
 * XLSX: every cell is a text, so that leading zeros and long numbers stay as they are, and none is run as a formula where
 * the file is saved as CSV later.
 */
export async function xlsxOf({ name, header, rows }: Sheet): Promise<Buffer> {
  const data: SheetData = [
    header.map((title) => ({ value: neutral(title), type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map((cell) => (cell === '' ? null : { value: neutral(cell), type: String }))),
  ];
  const columns = header.map((title) => ({ width: Math.max(12, title.length + 6) }));
  return writeXlsx(data, { sheet: name.slice(0, 31), columns, stickyRowsCount: 1 }).toBuffer();
}
