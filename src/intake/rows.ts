import type { z } from 'zod';
import { inWords } from '../contract/field-words.js';
import type { FileRow, Table } from '../files/table.js';
import type { Column, Mapping } from './columns.js';
import { fault, malformed } from './faults.js';
import type { Fault } from './faults.js';
import { grouped } from './grouped.js';

/** The cells of one row by field; a field that the file lacks, or whose cell is empty, is an empty text. */
export interface Cells {
  text(field: string): string;
  /** How many won one unit of the field's column is. */
  unit(field: string): bigint;
  /** What the file calls the field's column. */
  header(field: string): string | undefined;
}

/** What became of reading a row: an entry, or everything that is wrong with it. */
export type Reading<Entry> = { readonly entry: Entry } | { readonly faults: readonly Fault[] };

/** What can be imported: its columns, how a row becomes an entry, and what no two entries have in common, by field. */
export interface Kind<Entry> {
  readonly columns: readonly Column[];
  read(cells: Cells): Reading<Entry>;
  keysOf(entry: Entry): Readonly<Record<string, string>>;
}

/** A row of the file: its line, its entry where it could be read, and what is wrong with it; no entry without a fault. */
export interface CheckedRow<Entry> {
  readonly line: number;
  readonly entry: Entry | undefined;
  readonly cells: Cells;
  readonly faults: readonly Fault[];
}

/** Reads every row of a table by itself and beside the others: what only one of them may say, none of two may. */
export function checkedRows<Entry>(table: Table, mapping: Mapping, kind: Kind<Entry>): CheckedRow<Entry>[] {
  const formulas = grouped(table.formulas, ({ line }) => line);
  const read = table.rows.map((row): CheckedRow<Entry> => {
    const cells = cellsOf(row, mapping);
    const columns = (formulas.get(row.line) ?? []).map(({ column }) => column);
    const faults = [...shapeFaults(row, table.header), ...formulaFaults(row, columns, table.header, mapping)];
    const reading = kind.read(cells);
    if ('faults' in reading)
      return { line: row.line, entry: undefined, cells, faults: [...faults, ...reading.faults] };
    return { line: row.line, entry: reading.entry, cells, faults };
  });
  return withRepetitions(read, kind);
}

/** What zod found wrong, in the columns of the file; `fieldOf` names the field of a dotted path. */
export function readBy<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  cells: Cells,
  fieldOf: (path: string) => string = (path) => path,
): Reading<z.output<Schema>> {
  const result = schema.safeParse(value, { error: inWords });
  if (result.success) return { entry: result.data };
  const faults = result.error.issues.map(({ path, message }) => {
    const field = fieldOf(path.map(String).join('.'));
    return malformed({ column: cells.header(field) ?? field, value: cells.text(field) }, message);
  });
  return { faults };
}

/** The texts of some fields, as a schema reads them: an empty cell says nothing. */
export function texts(cells: Cells, fields: readonly string[]): Record<string, string> {
  const said = fields.map((field) => [field, cells.text(field)] as const);
  return Object.fromEntries(said.filter(([, text]) => text !== ''));
}

function cellsOf({ cells }: FileRow, { places }: Mapping): Cells {
  return {
    text: (field) => cells[places.get(field)?.at ?? -1] ?? '',
    unit: (field) => places.get(field)?.unit ?? 1n,
    header: (field) => places.get(field)?.header,
  };
}

/** A row that ends before its header does is what half an upload ends with. */
function shapeFaults({ cells }: FileRow, header: readonly string[]): Fault[] {
  if (cells.length < header.length) return [fault('rowIsCutOff', { value: cells.join(', ') })];
  const beyond = cells.slice(header.length).filter((cell) => cell !== '');
  return beyond.length > 0 ? [fault('rowHasTooManyCells', { value: beyond.join(', ') })] : [];
}

/** A formula shows what was computed somewhere else, and may show something else here: only where a column is used. */
function formulaFaults(
  { cells }: FileRow,
  columns: readonly number[],
  header: readonly string[],
  { headers }: Mapping,
): Fault[] {
  return columns
    .filter((at) => (headers[at]?.field ?? null) !== null)
    .map((at) => fault('cellIsFormula', { column: header[at], value: cells[at] }));
}

function withRepetitions<Entry>(rows: readonly CheckedRow<Entry>[], kind: Kind<Entry>): CheckedRow<Entry>[] {
  const said = rows.flatMap(({ entry, line }) =>
    entry === undefined
      ? []
      : Object.entries(kind.keysOf(entry)).map(([field, value]) => ({ field, value, line })),
  );
  const byKey = grouped(said, keyOf);
  const byLine = grouped(said, ({ line }) => line);
  return rows.map((row) => {
    const repeated = (byLine.get(row.line) ?? []).flatMap((one) => {
      const others = (byKey.get(keyOf(one)) ?? []).filter(({ line }) => line !== row.line);
      if (others.length === 0) return [];
      const where = { column: row.cells.header(one.field) ?? one.field, value: one.value };
      return [fault('repeatedInFile', where, linesOf(others))];
    });
    return repeated.length === 0 ? row : { ...row, faults: [...row.faults, ...repeated] };
  });
}

const MOST_LINES = 5;

function linesOf(rows: readonly { readonly line: number }[]): string {
  const lines = rows.slice(0, MOST_LINES).map(({ line }) => line);
  return `${lines.join(', ')}${rows.length > MOST_LINES ? ', …' : ''}`;
}

function keyOf({ field, value }: { readonly field: string; readonly value: string }): string {
  return `${field} ${value}`;
}
