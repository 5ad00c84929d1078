import type { Books } from '../../ledger/ledger.js';
import { mapped } from '../../intake/columns.js';
import type { Mapping } from '../../intake/columns.js';
import { decided } from '../../intake/judged.js';
import type { ImportMode, JudgedRow, Verdict } from '../../intake/judged.js';
import { checkedRows } from '../../intake/rows.js';
import type { CheckedRow, Kind } from '../../intake/rows.js';
import type { Table } from '../../files/table.js';

/** How one kind of file is brought to the books. */
export interface Importer<Entry> {
  readonly kind: Kind<Entry>;
  /** Holds the rows against what the books say. */
  judge(rows: readonly CheckedRow<Entry>[]): Promise<JudgedRow<Entry>[]>;
  /** Writes entries, and says in their order what each became. */
  write(entries: readonly Entry[]): Promise<string[]>;
}

/** What is asked of a file: its own names of columns by field, all rows or the good ones, and which lines. */
export interface Wishes {
  readonly named: Readonly<Record<string, string>>;
  readonly mode: ImportMode;
  readonly isNamed: (line: number) => boolean;
}

/** A file that was looked at: what it would do, and doing it; `write` says what each taken line became. */
export interface Prepared {
  readonly headers: Mapping['headers'];
  readonly verdict: Verdict<unknown>;
  write(): Promise<ReadonlyMap<number, string>>;
}

/** Reads a table as what an importer knows, and decides on its rows. Throws UnusableFile for columns that can't be told. */
export async function prepared<Entry>(
  importer: Importer<Entry>,
  table: Table,
  wishes: Wishes,
): Promise<Prepared> {
  const mapping = mapped(table.header, importer.kind.columns, wishes.named);
  const rows = await importer.judge(checkedRows(table, mapping, importer.kind));
  const verdict = decided(rows, wishes.mode, wishes.isNamed);
  return {
    headers: mapping.headers,
    verdict,
    write: async () => {
      const became = await importer.write(verdict.taken.map(({ entry }) => entry));
      return new Map(verdict.taken.map(({ line }, index) => [line, became[index] ?? '']));
    },
  };
}

/** A kind of import, its importer made for the books that it reads and writes. */
export type ImporterOf<Entry, Context> = (context: Context, books: Books) => Promise<Importer<Entry>>;
