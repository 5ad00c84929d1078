import { Connection } from '@temporalio/client';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../src/contract/search-attributes.js';
import { temporaryDatabase, temporaryNamespace, timeSkippingServer } from './servers.js';

describe('the servers that suites share', () => {
  test('a suite gets an empty, migrated database of its own, and dropping it removes it', async () => {
    const [first, second] = await Promise.all([temporaryDatabase(), temporaryDatabase()]);
    const client = new Client({ connectionString: first.url });
    await client.connect();
    const { rows } = await client.query<{ n: string }>('select count(*) as n from kysely_migration');
    expect(Number(rows[0]?.n)).toBeGreaterThan(0);
    expect(second.url).not.toBe(first.url);
    await client.end();
    await Promise.all([first.drop(), second.drop()]);
    await expect(new Client({ connectionString: first.url }).connect()).rejects.toThrow(/does not exist/);
  });

  test('a suite gets a namespace of its own that knows every search attribute', async () => {
    const { address, namespace, drop } = await temporaryNamespace();
    const connection = await Connection.connect({ address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(customAttributes ?? {})).toEqual(
      expect.arrayContaining(Object.keys(SEARCH_ATTRIBUTES)),
    );
    await connection.close();
    await drop();
  });

  test('six months pass on the time-skipping server in a moment', async () => {
    const env = await timeSkippingServer();
    const before = await env.currentTimeMs();
    await env.sleep('180 days');
    expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(180 * 24 * 60 * 60 * 1000);
    await env.teardown();
  });
});
