import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/ledger/migrate.js';
import { startPostgres } from '../../src/server/postgres.js';
import { databaseUrl } from '../support/database.js';
import { temporaryFolder } from '../support/folder.js';

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

  test('a server that is not there is said by its own error', async () => {
    const url = new URL(inject('postgresUrl'));
    url.port = '1';
    await expect(migrate(url.href)).rejects.toThrow(/ECONNREFUSED/);
  });
});
