import type { ImportQuery } from '../../contract/http/imports.js';
import type { Wishes } from './importer.js';

/** What a query asks of a file: its own names of columns, all rows or the good ones, and which of its lines. */
export function wishesOf({ mode, rows, column }: Pick<ImportQuery, 'mode' | 'rows' | 'column'>): Wishes {
  const ranges = rows?.split(',').map((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return { from, to };
  });
  return {
    mode,
    named: namedColumns(column),
    isNamed: (line) => ranges?.some(({ from, to }) => from <= line && line <= to) ?? true,
  };
}

/** The file's own names of columns by field, out of `field:header`. */
export function namedColumns(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const colon = pair.indexOf(':');
      return [pair.slice(0, colon), pair.slice(colon + 1)];
    }),
  );
}
