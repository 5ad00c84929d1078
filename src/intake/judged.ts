import type { Fault } from './faults.js';
import type { CheckedRow } from './rows.js';

/** A row held against what is known: `isKnown` where it says nothing new. */
export interface JudgedRow<Entry> extends CheckedRow<Entry> {
  readonly isKnown: boolean;
}

/** What the books say of an entry: what is wrong with it there, or that it says nothing new. */
export type Standing = { readonly faults: readonly Fault[] } | { readonly isKnown: boolean };

/** Holds every row that has an entry against the books; one whose own shape is at fault may have more found. */
export function judged<Entry>(
  rows: readonly CheckedRow<Entry>[],
  against: (entry: Entry, row: CheckedRow<Entry>) => Standing,
): JudgedRow<Entry>[] {
  return rows.map((row) => {
    const standing = row.entry === undefined ? { isKnown: false } : against(row.entry, row);
    if ('faults' in standing) return { ...row, faults: [...row.faults, ...standing.faults], isKnown: false };
    return { ...row, isKnown: standing.isKnown };
  });
}

/** All rows or none, or all that are good. */
export type ImportMode = 'all' | 'valid';

/** What an import does: the entries that it takes, in their order, and what becomes of each row. */
export interface Verdict<Entry> {
  readonly taken: readonly { readonly line: number; readonly entry: Entry }[];
  readonly rejected: readonly JudgedRow<Entry>[];
  readonly known: readonly JudgedRow<Entry>[];
  readonly rows: number;
}

/** Decides which rows are taken, among those that are named or all: every new one, unless one is faulty and all are wanted. */
export function decided<Entry>(
  rows: readonly JudgedRow<Entry>[],
  mode: ImportMode,
  isNamed: (line: number) => boolean = () => true,
): Verdict<Entry> {
  const named = rows.filter(({ line }) => isNamed(line));
  const rejected = named.filter(({ faults }) => faults.length > 0);
  const good = named.filter(({ faults }) => faults.length === 0);
  const isNothing = mode === 'all' && rejected.length > 0;
  const taken = good.flatMap(({ line, entry, isKnown }) =>
    entry === undefined || isKnown ? [] : [{ line, entry }],
  );
  return {
    taken: isNothing ? [] : taken,
    rejected,
    known: good.filter(({ isKnown }) => isKnown),
    rows: named.length,
  };
}
