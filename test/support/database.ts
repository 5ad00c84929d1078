/** The migrated, empty database that each suite's own is copied from. */
export const TEMPLATE = 'rnd_template';

/** The URL of another database of the same server. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}
