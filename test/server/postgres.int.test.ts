import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAlive } from '../../src/server/process.js';
import { startPostgres } from '../../src/server/postgres.js';
import type { Postgres } from '../../src/server/postgres.js';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let home: string;
  let running: Postgres | undefined;
  const start = async (over: { password?: string; port?: number } = {}): Promise<Postgres> => {
    running = await startPostgres({
      dir: join(home, 'data'),
      password: 'p@ss/1',
      log: () => undefined,
      ...over,
    });
    return running;
  };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'rnd-tracks-'));
    await chmod(home, 0o755);
  });

  afterAll(async () => {
    await running?.stop();
    await rm(home, { recursive: true, force: true });
  });

  test('what was committed before a stop is there after the next start, and the stop leaves no process', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start();
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test('a server left behind by a killed run is ended before the next one starts', async () => {
    const left = await start();
    const next = await start();
    expect(isAlive(left.pid)).toBe(false);
    expect(await query(next.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await next.stop();
  });

  test('it waits for the disk at each commit and listens on this machine only', async () => {
    const { url, stop } = await start();
    expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await query(url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await stop();
  });

  test('a taken port is an error that carries the words of PostgreSQL', async () => {
    const first = await start();
    const second = startPostgres({
      dir: join(home, 'other'),
      port: first.port,
      password: 'x',
      log: () => undefined,
    });
    await expect(second).rejects.toThrow(/Address already in use/);
    await first.stop();
  });

  test('a wrong password for an existing data directory is named as such', async () => {
    await expect(start({ password: 'another' })).rejects.toThrow(/made with another password/);
  });
});
