import { Connection } from '@temporalio/client';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTemporal } from '../../src/server/find-temporal.js';
import { prepareNamespace } from '../../src/server/namespace.js';
import { isAlive } from '../../src/server/process.js';
import { startTemporal } from '../../src/server/temporal.js';
import type { TemporalOptions, TemporalServer } from '../../src/server/temporal.js';
import { takeFolder } from '../support/folder.js';

describe('the Temporal development server', () => {
  let folder: string;
  let remove: () => Promise<void>;
  let executable: string;
  const started: TemporalServer[] = [];
  const start = async (over: Partial<TemporalOptions> = {}): Promise<TemporalServer> => {
    const server = await startTemporal({ executable, log: () => undefined, ...over });
    started.push(server);
    return server;
  };

  beforeAll(async () => {
    ({ folder, remove } = await takeFolder());
    executable = await findTemporal(() => undefined);
  });

  afterAll(async () => {
    await Promise.all(started.map(({ stop }) => stop()));
    await remove();
  });

  test('its file keeps a namespace and its search attributes over a stop, and the stop leaves no process', async () => {
    const dbFile = join(folder, 'temporal.db');
    const first = await start({ dbFile });
    const before = await Connection.connect({ address: first.address });
    await prepareNamespace(before, 'tracks', 1);
    await before.close();
    await first.stop();
    expect(isAlive(first.child.pid)).toBe(false);

    const second = await start({ dbFile });
    const after = await Connection.connect({ address: second.address });
    const query = 'Track = "anything" AND Stage > 1 AND NextDue > "2026-04-06T00:00:00.000Z"';
    const { count } = await after.workflowService.countWorkflowExecutions({ namespace: 'tracks', query });
    expect(Number(count)).toBe(0);
    await after.close();
    await second.stop();
  });

  test('at a port where another Temporal answers it is refused, and never takes the other for its own', async () => {
    const first = await start();
    const port = Number(first.address.split(':')[1]);
    await expect(start({ port })).rejects.toThrow(`port ${port} is taken`);
    await first.stop();
  });

  test('an executable that ends at once is an error with its last words', async () => {
    await expect(start({ executable: process.execPath })).rejects.toThrow(
      /Temporal did not start:\n.*server/s,
    );
  });
});
