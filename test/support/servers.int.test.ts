import { Client, Connection } from '@temporalio/client';
import { Client as Postgres } from 'pg';
import { describe, expect, test } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../src/contract/search-attributes.js';
import { temporaryDatabase, temporaryNamespace, timeSkippingServer } from './servers.js';

describe('the servers that suites share', () => {
  test('a suite gets an empty, migrated database of its own, and dropping it removes it', async () => {
    const [first, second] = await Promise.all([temporaryDatabase(), temporaryDatabase()]);
    const client = new Postgres({ connectionString: first.url });
    await client.connect();
    const { rows } = await client.query<{ n: string }>('select count(*) as n from kysely_migration');
    expect(Number(rows[0]?.n)).toBeGreaterThan(0);
    expect(second.url).not.toBe(first.url);
    await client.end();
    await Promise.all([first.drop(), second.drop()]);
    await expect(new Postgres({ connectionString: first.url }).connect()).rejects.toThrow(/does not exist/);
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

  test('a workflow with every search attribute starts in it at once, and a query over them is answered', async () => {
    const { address, namespace, drop } = await temporaryNamespace();
    const connection = await Connection.connect({ address });
    const values = { KEYWORD: ['value'], INT: [1], DATETIME: [new Date('2026-04-06T00:00:00.000Z')] };
    const searchAttributes = Object.fromEntries(
      Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, values[type]]),
    );
    const started = { workflowId: 'case', taskQueue: 'nobody', searchAttributes };
    await new Client({ connection, namespace }).workflow.start('anything', started);
    const query = Object.keys(SEARCH_ATTRIBUTES)
      .map((name) => `${name} IS NOT NULL`)
      .join(' AND ');
    await expect
      .poll(
        async () =>
          Number((await connection.workflowService.countWorkflowExecutions({ namespace, query })).count),
        { timeout: 10_000 },
      )
      .toBe(1);
    await connection.close();
    await drop();
  });

  test('six months pass on the time-skipping server in under 10 seconds', async () => {
    const env = await timeSkippingServer();
    const began = performance.now();
    const before = await env.currentTimeMs();
    await env.sleep('180 days');
    expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(180 * 24 * 60 * 60 * 1000);
    expect(performance.now() - began).toBeLessThan(10_000);
    await env.teardown();
  });
});
