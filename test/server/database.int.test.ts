import { Client } from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { prepareDatabase } from '../../src/server/database.js';

async function as<Result>(url: string, use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

describe('the database of a running service', () => {
  const owner = inject('postgresUrl');

  afterAll(() =>
    as(owner, async (client) => {
      await client.query('drop database if exists rnd with (force)');
      await client.query('drop role if exists rnd_service');
    }),
  );

  test('is made and migrated once; the next start finds it as it is, with whatever password it has now', async () => {
    const first = await prepareDatabase(owner, 'first/password');
    expect(first.applied.length).toBeGreaterThan(0);
    const second = await prepareDatabase(owner, "second'password");
    expect(second.applied).toEqual([]);
    await expect(as(first.url, (client) => client.query('select 1'))).rejects.toThrow(/authentication/);
    await expect(as(second.url, (client) => client.query('select 1'))).resolves.toBeDefined();
  });

  test('lets the service read and append, and neither rewrite, nor delete, nor remove a row of the ledger', async () => {
    const { url } = await prepareDatabase(owner, 'password');
    for (const table of ['ledger_row', 'kysely_migration']) {
      await as(url, (client) => client.query(`select count(*) from ${table}`));
    }
    for (const forbidden of [
      'update ledger_row set seq = seq',
      'delete from ledger_row',
      'truncate ledger_row',
      'drop table ledger_row',
      'alter table ledger_row disable trigger all',
    ]) {
      await expect(
        as(url, (client) => client.query(forbidden)),
        forbidden,
      ).rejects.toThrow(/permission denied|must be owner/);
    }
  });
});
