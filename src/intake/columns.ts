import { unusable } from '../files/unusable.js';
import type { Bilingual } from '../charts/kernel/types.js';

/** A column that an import knows: the field it fills, what it is called here, and by which other names files have it. */
export interface Column {
  readonly field: string;
  readonly label: Bilingual;
  readonly names: readonly string[];
  readonly isRequired: boolean;
}

/** A column, which goes by its two labels and by `names`. */
export function column(
  field: string,
  [ko, en]: readonly [ko: string, en: string],
  names: readonly string[] = [],
  isRequired = true,
): Column {
  return { field, label: { ko, en }, names: [ko, en, field, ...names], isRequired };
}

/** A column that a file may lack. */
export function optional(
  field: string,
  label: readonly [ko: string, en: string],
  names: readonly string[] = [],
): Column {
  return column(field, label, names, false);
}

/** Where a file has a field: its column (0 is the first), the file's own name of it, and how many won one of its units is. */
export interface Place {
  readonly at: number;
  readonly header: string;
  readonly unit: bigint;
}

/** How a file's columns are understood: each header with its field, null for those that are passed over. */
export interface Mapping {
  readonly places: ReadonlyMap<string, Place>;
  readonly headers: readonly { readonly header: string; readonly field: string | null }[];
}

/**
 * Finds an import's columns in a file's header, by their names in either language whatever their spaces, brackets and
 * letters; `named` (field → the file's header) goes before. Throws UnusableFile: `fileLacksColumns`, `fileRepeatsColumn`,
 * `columnUnknown` for a wish that leads nowhere.
 */
export function mapped(
  header: readonly string[],
  columns: readonly Column[],
  named: Readonly<Record<string, string>> = {},
): Mapping {
  const fieldBy = new Map(columns.flatMap(({ field, names }) => names.map((name) => [simple(name), field])));
  const wished = wishedFields(header, columns, named);
  const headers = header.map((title) => {
    const known = wished.get(title) ?? fieldBy.get(simple(title)) ?? null;
    const isTakenOver = known !== null && known in named && wished.get(title) !== known;
    return { header: title, field: isTakenOver ? null : known };
  });
  const places = new Map<string, Place>();
  headers.forEach(({ header: title, field }, at) => {
    if (field === null) return;
    const twin = places.get(field);
    if (twin) throw unusable('fileRepeatsColumn', { columns: `${twin.header}, ${title}` });
    places.set(field, { at, header: title, unit: unitOf(title) });
  });
  const missing = columns.filter(({ field, isRequired }) => isRequired && !places.has(field));
  if (missing.length > 0) throw lacking(missing, header);
  return { places, headers };
}

function wishedFields(
  header: readonly string[],
  columns: readonly Column[],
  named: Readonly<Record<string, string>>,
): Map<string, string> {
  return new Map(
    Object.entries(named).map(([field, title]) => {
      const isKnown = columns.some((one) => one.field === field) && header.includes(title);
      if (!isKnown) throw unusable('columnUnknown', { column: `${field}: ${title}` });
      return [title, field];
    }),
  );
}

function lacking(missing: readonly Column[], header: readonly string[]): Error {
  const names = missing.map(({ label }) => `${label.ko} (${label.en})`).join(', ');
  return unusable('fileLacksColumns', { columns: names, received: header.join(', ').slice(0, 400) });
}

const UNITS: readonly (readonly [word: string, won: bigint])[] = [
  ['백만원', 1_000_000n],
  ['천원', 1_000n],
  ['억원', 100_000_000n],
];

/** How many won one unit of a column is: "(천원)" in its name says thousands. */
function unitOf(title: string): bigint {
  const plain = title.replaceAll(/\s/g, '');
  return UNITS.find(([word]) => plain.includes(word))?.[1] ?? 1n;
}

/** A column's name without what people write differently: letters' size, spaces, signs, and the unit. */
function simple(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const units = ['krw', ...UNITS.map(([word]) => word), '원'];
  const unit = units.find((word) => plain.endsWith(word) && /[([]/.test(name));
  return unit === undefined ? plain : plain.slice(0, -unit.length);
}
