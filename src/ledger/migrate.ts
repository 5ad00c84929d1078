import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Migrator, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely';
import { projectRoot } from '../project-root.js';
import { openLedger } from './ledger.js';

/** The numbered .sql files, which stay where they were written: the compiler doesn't copy them. */
const FOLDER = join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'src/ledger/migrations');

const provider: MigrationProvider = {
  async getMigrations(): Promise<Record<string, Migration>> {
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.sql')).sort();
    const migrations = files.map(async (file): Promise<[string, Migration]> => {
      const text = await readFile(join(FOLDER, file), 'utf8');
      return [file.replace(/\.sql$/, ''), { up: async (db) => void (await sql.raw(text).execute(db)) }];
    });
    return Object.fromEntries(await Promise.all(migrations));
  },
};

/**
 * Brings a database up to the newest migration; gives back the names of those applied now.
 * Safe to run by several at once. Throws the database's error with the migration's name.
 */
export async function migrate(url: string): Promise<string[]> {
  const ledger = openLedger(url, 2, { isPatient: true });
  try {
    const { error, results = [] } = await new Migrator({ db: ledger.db, provider }).migrateToLatest();
    const failed = results.find(({ status }) => status === 'Error');
    if (error) {
      const what = failed ? `migration ${failed.migrationName} failed: ` : '';
      throw new Error(`${what}${String(error)}`, { cause: error });
    }
    return results.map(({ migrationName }) => migrationName);
  } finally {
    await ledger.close();
  }
}
