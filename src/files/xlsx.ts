import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal';
import type { CellValue } from 'read-excel-file/universal';
import { partsOf } from './archive.js';
import type { Part } from './archive.js';
import { formulasIn } from './sheet-scan.js';
import type { FileRow, FormulaCell, Lines } from './table.js';
import { textOf, unpacked } from './unpacked.js';
import { unusable } from './unusable.js';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';

/**
 * The lines of an XLSX file's first sheet that hold anything, as text: numbers with every digit, days as `2026-04-06`,
 * instants as `2026-04-06T09:00:00` by the clock on the wall. Nothing is made of the file before every part of it was
 * seen to be no larger than announced. Throws UnusableFile.
 */
export async function xlsxLines(bytes: Buffer): Promise<Lines> {
  const parts = partsOf(bytes);
  const formulas = await firstSheetsFormulas(parts);
  const cells = await cellsOf(bytes);
  const lines = cells.map((row, index): FileRow => ({ line: index + 1, cells: row.map(textOfCell) }));
  return { lines: lines.filter((line) => line.cells.some((cell) => cell !== '')), formulas };
}

/** Unpacks every part once, so that the reader meets no surprise; gives back where the first sheet has formulas. */
async function firstSheetsFormulas(parts: readonly Part[]): Promise<FormulaCell[]> {
  const first = await firstSheet(parts);
  let formulas: FormulaCell[] = [];
  for (const part of parts) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(part.name)) {
      const found = await formulasIn(part);
      if (part.name === first) formulas = found;
    } else for await (const _ of unpacked(part));
  }
  return formulas;
}

/** The name of the part that holds the first sheet. Throws UnusableFile (`fileIsAnotherType`) where it is no workbook. */
async function firstSheet(parts: readonly Part[]): Promise<string | undefined> {
  const workbook = await textOf(parts, WORKBOOK);
  if (workbook === undefined) throw unusable('fileIsAnotherType', { fileType: otherType(parts) });
  const id = /<(?:\w+:)?sheet\s[^>]*?\w+:id\s*=\s*["']([^"']+)["']/.exec(workbook)?.[1];
  const relations = (await textOf(parts, RELATIONS)) ?? '';
  const relation = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].find(
    ([tag]) => attribute(tag, 'Id') === id,
  );
  const target = relation && attribute(relation[0], 'Target');
  return target && (target.startsWith('/') ? target.slice(1) : `xl/${target}`);
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
}

/** What else comes as a ZIP archive, by what is in it. */
function otherType(parts: readonly Part[]): string {
  const has = (name: string): boolean => parts.some((part) => part.name === name);
  if (has('word/document.xml')) return 'DOCX';
  if (has('xl/workbook.bin')) return 'XLSB';
  if (has('Contents/content.hpf')) return 'HWPX';
  return has('content.xml') ? 'ODS' : 'ZIP';
}

async function cellsOf(bytes: Buffer): Promise<readonly (readonly (CellValue<string> | null)[])[]> {
  try {
    return await readSheet(new Uint8Array(bytes).buffer, 1, { parseNumber: plainNumber });
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      throw unusable('fileIsNoTable', { reason: error.message.slice(0, 200) });
    throw error;
  }
}

/** A number as its digits: "1.5E9" is 1500000000, and what a spreadsheet rounds in its last binary place is rounded back. */
function plainNumber(written: string): string {
  if (/^-?\d{1,15}$/.test(written)) return written;
  const value = Number(written);
  if (!Number.isFinite(value)) return written;
  return value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 15 });
}

function textOfCell(cell: CellValue<string> | null): string {
  if (cell === null) return '';
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().split('T');
    return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}`;
  }
  return String(cell);
}
