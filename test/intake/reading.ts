import type { Table } from '../../src/files/table.js';
import { mapped } from '../../src/intake/columns.js';
import { checkedRows } from '../../src/intake/rows.js';
import type { CheckedRow, Kind } from '../../src/intake/rows.js';

/** A table as a reader of files gives it: the first line is the header, the others begin at line 2. */
export function tableOf(header: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return { header, rows: rows.map((cells, index) => ({ line: index + 2, cells })), formulas: [] };
}

/** The rows of a table, read as a kind of import. */
export function rowsOf<Entry>(kind: Kind<Entry>, table: Table): CheckedRow<Entry>[] {
  return checkedRows(table, mapped(table.header, kind.columns), kind);
}

/** The entries of a table whose rows are all good. */
export function entriesOf<Entry>(kind: Kind<Entry>, table: Table): Entry[] {
  return rowsOf(kind, table).map(({ entry, faults }) => {
    if (entry === undefined || faults.length > 0) throw new Error(JSON.stringify(faults));
    return entry;
  });
}

/** What is wrong with a table's rows: line, column and code. */
export function faultsOf<Entry>(kind: Kind<Entry>, table: Table): (number | string | null)[][] {
  return rowsOf(kind, table).flatMap(({ line, faults }) =>
    faults.map(({ column, code }) => [line, column, code]),
  );
}
