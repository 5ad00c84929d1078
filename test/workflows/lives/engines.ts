import '../quiet.js';
import { Client, Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import type { WorkerOptions } from '@temporalio/worker';
import { expect, vi } from 'vitest';
import { SEARCH_ATTRIBUTES } from '../../../src/contract/search-attributes.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { temporaryNamespace, timeSkippingServer } from '../../support/servers.js';
import { SOON } from './case.js';

/** A Temporal server as these suites use it. */
export interface Engine {
  readonly client: Client;
  readonly native: NativeConnection;
  readonly namespace: string;
  readonly tuning: Partial<WorkerOptions>;
  now(): Promise<string>;
  /** Lets time pass until an instant (ISO), with everything that is due on the way. */
  passTo(ledger: Ledger, instant: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A server whose time can be skipped. Its worker remembers nothing: each task is replayed from its history. One at a
 * time, because the SDK lets a task with a local activity wait for itself where the cache has no room; and without a
 * cache, because this server keeps a case for the worker that had it last, for ever.
 */
export async function timeSkippingEngine(): Promise<Engine> {
  const env = await timeSkippingServer();
  const types = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;
  const known = Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, types[type]] as const);
  const attributes = { namespace: 'default', searchAttributes: Object.fromEntries(known) };
  await env.connection.operatorService.addSearchAttributes(attributes);
  const unlocked = new Set<string>();
  return {
    ...{ client: env.client, native: env.nativeConnection, namespace: 'default' },
    tuning: {
      ...{ maxCachedWorkflows: 0, maxConcurrentWorkflowTaskExecutions: 1, maxConcurrentWorkflowTaskPolls: 1 },
    },
    now: async () => new Date(await env.currentTimeMs()).toISOString(),
    passTo: async (ledger, instant) => {
      await unlock(env, ledger, unlocked);
      await env.sleep(Math.max(1, Date.parse(instant) - (await env.currentTimeMs())));
    },
    close: () => env.teardown(),
  };
}

/** The run's real server, in a namespace of one's own; its time passes as it does. */
export async function realEngine(): Promise<Engine> {
  const { address, namespace, drop } = await temporaryNamespace();
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  return {
    ...{ client: new Client({ connection, namespace }), native, namespace, tuning: {} },
    now: () => Promise.resolve(new Date().toISOString()),
    passTo: () => Promise.reject(new Error('nobody can make real time pass')),
    close: async () => {
      await Promise.all([connection.close(), native.close()]);
      await drop();
    },
  };
}

/**
 * The time-skipping server lets its time stand still while a child that ended tells its parent's run, and forgets to let
 * it go on where that run is over: as every project's first run is, when its tranches end. This takes each such lock off.
 */
async function unlock(
  { client, connection }: TestWorkflowEnvironment,
  ledger: Ledger,
  unlocked: Set<string>,
): Promise<void> {
  const { rows } = await ledger.pool.query<{ id: string }>(
    'select id from subject where parent_id is not null and closed_at is not null',
  );
  for (const { id } of rows.filter((row) => !unlocked.has(row.id))) {
    const status = async (): Promise<string> => (await client.workflow.getHandle(id).describe()).status.name;
    await vi.waitFor(async () => expect(await status()).toBe('COMPLETED'), SOON);
    await connection.testService?.unlockTimeSkipping({});
    unlocked.add(id);
  }
}

/** A task that is on its way to a worker as that worker ends is lost for a while: this waits until none is. */
export async function untilQuiet({ client }: Engine, ledger: Ledger): Promise<void> {
  const { rows } = await ledger.pool.query<{ id: string }>('select id from subject where closed_at is null');
  const isBusy = async ({ id }: { id: string }): Promise<boolean> => {
    const { raw } = await client.workflow.getHandle(id).describe();
    return Boolean(raw.pendingWorkflowTask) || (raw.pendingActivities?.length ?? 0) > 0;
  };
  await vi.waitFor(async () => expect(await Promise.all(rows.map(isBusy))).not.toContain(true), SOON);
}
