import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.js';
import { migrate } from '../../src/ledger/migrate.js';
import { startPostgres } from '../../src/server/postgres.js';
import { databaseUrl } from '../support/database.js';
import { temporaryFolder } from '../support/folder.js';

const MIGRATIONS = fileURLToPath(new URL('../../src/ledger/migrations', import.meta.url));

async function onServer(url: string, ...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database with nothing in it. */
async function bareDatabase(): Promise<string> {
  const server = inject('postgresUrl');
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  onTestFinished(() => onServer(server, `drop database ${name} with (force)`));
  return databaseUrl(server, name);
}

describe('When a database is migrated', () => {
  test('every migration is applied in the order of its number, and a second time does nothing', async () => {
    const url = await bareDatabase();
    const applied = await migrate(url);
    expect(applied.slice(0, 3)).toEqual(['0001_ledger', '0002_money', '0003_inbox']);
    expect(applied).toEqual([...applied].sort());
    expect(await migrate(url)).toEqual([]);
  });

  test('three that start at once apply each migration once', async () => {
    const url = await bareDatabase();
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
  });

  test('two databases of one server can be migrated at once', async () => {
    const urls = await Promise.all([bareDatabase(), bareDatabase()]);
    const applied = await Promise.all(urls.map((url) => migrate(url)));
    expect(applied[0]).toEqual(applied[1]);
  });

  test('on a server where its owner may make no roles, the triggers alone hold the ledger', async () => {
    // A server of its own: the run's already has the role that is missing here.
    const folder = await temporaryFolder();
    const server = await startPostgres({ dir: join(folder, 'pg'), password: 'test', log: () => undefined });
    onTestFinished(server.stop);
    await onServer(server.url, `create role hosted login password 'x'`, 'create database books owner hosted');
    const url = new URL(databaseUrl(server.url, 'books'));
    url.username = 'hosted';
    url.password = 'x';
    expect((await migrate(url.href)).length).toBeGreaterThan(0);
    await expect(onServer(url.href, 'truncate ledger_row cascade')).rejects.toThrow(/keeps what stands/);
  });

  test('postings that were made with one line keep it, and their releases count as made', async () => {
    const url = await bareDatabase();
    const files = (await readdir(MIGRATIONS)).sort();
    const before = files.filter((file) => file < '0010');
    const after = files.filter((file) => file >= '0010');
    const run = async (names: readonly string[]): Promise<void> =>
      onServer(url, ...(await Promise.all(names.map((name) => readFile(join(MIGRATIONS, name), 'utf8')))));
    await run(before);
    await onServer(
      url,
      `insert into ledger_row (subject_id, seq, chart_id, outcome, event_type, event, person, to_state, orders, received_at, applied_at)
        values ('p', 1, 'c', 'applied', 'X', '{}', 'officer-1', 'x', '[]', now(), now())`,
      `insert into reservation (key, funds, amount) values ('r', '{}', 40)`,
      `insert into posting (position, kind, debit, credit, amount, reservation)
        select position, 'release', 'tranche/p/tranche/1', 'bank', 40, 'r' from ledger_row`,
    );
    await run(after);
    const ledger = openLedger(url);
    onTestFinished(() => ledger.close());
    const lines = await ledger.db.selectFrom('posting_line').selectAll().execute();
    expect(lines).toMatchObject([{ no: 1, debit: 'tranche/p/tranche/1', credit: 'bank', amount: 40n }]);
    expect(await ledger.db.selectFrom('tranche_release').selectAll().execute()).toEqual([
      { account: 'tranche/p/tranche/1', posting: lines[0]?.posting },
    ]);
  });

  test('a server that is not there is said by its own error', async () => {
    const url = new URL(inject('postgresUrl'));
    url.port = '1';
    await expect(migrate(url.href)).rejects.toThrow(/ECONNREFUSED/);
  });
});
