/**
 * Canonical JSON text (RFC 8785): keys in UTF-16 order, no spaces, so that equal data has equal text and hash.
 * Entries that are undefined are left out. Throws a plain Error on what JSON can't hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new Error(`JSON cannot hold ${String(value)}`);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  // The default sort compares UTF-16 code units, which is what the RFC asks for.
  const keys = entries.map(([key]) => key).toSorted();
  const record = Object.fromEntries(entries);
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`).join(',')}}`;
}
