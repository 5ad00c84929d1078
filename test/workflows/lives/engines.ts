import '../quiet.js';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { NativeConnection } from '@temporalio/worker';
import type { WorkerOptions } from '@temporalio/worker';
import { expect, vi } from 'vitest';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { startTimeServer } from '../../../src/rehearsal/engine/time-server.js';
import { takeFolder } from '../../support/folder.js';
import { temporaryNamespace } from '../../support/servers.js';
import { SOON } from './case.js';

const { EventType } = temporal.api.enums.v1;

/** A Temporal server as these suites use it. */
export interface Engine {
  readonly client: Client;
  readonly native: NativeConnection;
  readonly namespace: string;
  readonly tuning: Partial<WorkerOptions>;
  now(): Promise<string>;
  /** Waits until nothing is under way, where the server asks for so much care. */
  atRest(ledger: Ledger): Promise<void>;
  /** The same of one case, which may wait for an effect of its own. */
  isListening(id: string): Promise<void>;
  /** Lets time pass until an instant (ISO), with everything that is due on the way. */
  passTo(ledger: Ledger, instant: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * A server whose time can be skipped, the rehearsal's. Its worker remembers nothing: each task is replayed from its
 * history. One at a time, because the SDK lets a task with a local activity wait for itself where the cache has no room;
 * and without a cache, because this server keeps a case for the worker that had it last, for ever.
 */
export async function timeSkippingEngine(): Promise<Engine> {
  const { folder, remove } = await takeFolder();
  const begins = new Date().toISOString();
  const time = await startTimeServer({ dir: folder, begins, log: () => undefined });
  const native = await NativeConnection.connect({ address: time.address });
  const client = new Client({ connection: time.connection, namespace: 'default' });
  return {
    ...{ client, native, namespace: 'default', now: time.now },
    tuning: {
      ...{ maxCachedWorkflows: 0, maxConcurrentWorkflowTaskExecutions: 1, maxConcurrentWorkflowTaskPolls: 1 },
    },
    atRest: (ledger) => untilAtRest(client, ledger),
    isListening: (id) => untilListening(client, id),
    passTo: async (ledger, instant) => {
      await untilAtRest(client, ledger);
      await time.passTo(instant);
    },
    close: async () => {
      await native.close();
      await time.stop();
      await remove();
    },
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
    atRest: () => Promise.resolve(),
    isListening: () => Promise.resolve(),
    passTo: () => Promise.reject(new Error('nobody can make real time pass')),
    close: async () => {
      await Promise.all([connection.close(), native.close()]);
      await drop();
    },
  };
}

/** What a task leaves behind that is over; anything else after it says that more is to come. */
const AT_REST = new Set([
  EventType.EVENT_TYPE_MARKER_RECORDED,
  EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
  EventType.EVENT_TYPE_TIMER_STARTED,
  EventType.EVENT_TYPE_TIMER_CANCELED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED,
]);

/** What may be under way besides while a case listens: an effect whose end is a task of its own. */
const LISTENING = new Set([
  ...AT_REST,
  EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
]);

/**
 * What projects have begun and the books don't have yet, by its id: tranches, and what runs beside a project by its number.
 * It is about to tell its project something.
 */
const BEGINNING = `select begun.id from subject p,
    lateral (
      select p.id || '/tranche/' || (t ->> 'no') from jsonb_array_elements(p.facts -> 'tranches') t
        where p.facts -> 'agreement' ->> 'inForceFrom' is not null
      union all
      select regexp_replace(p.id, '^project', kind) || '/' || coalesce(b ->> 'no', b ->> 'stage')
        from (values ('settlement', 'settlements'), ('recovery', 'recoveries'), ('sanction', 'sanctions'),
            ('change', 'changes')) as beside (kind, fact),
          jsonb_array_elements(coalesce(p.facts -> fact, '[]')) b
    ) as begun (id)
  where p.closed_at is null and p.subject like '%Project'
    and not exists (select 1 from subject s where s.id = begun.id)`;

/**
 * Waits until no case has anything under way. The time-skipping server mistakes the order of an Update and a signal in
 * one task, and what is on its way to a worker as that worker ends is lost on it for a while.
 */
async function untilAtRest(client: Client, ledger: Ledger): Promise<void> {
  await vi.waitFor(async () => expect((await ledger.pool.query(BEGINNING)).rows).toEqual([]), SOON);
  const { rows } = await ledger.pool.query<{ id: string }>('select id from subject where closed_at is null');
  const isAtRest = async ({ id }: { id: string }): Promise<boolean> => {
    const { raw } = await client.workflow.getHandle(id).describe();
    return (raw.pendingActivities ?? []).length === 0 && (await leavesOnly(client, id, AT_REST));
  };
  await vi.waitFor(async () => expect(await Promise.all(rows.map(isAtRest))).not.toContain(false), SOON);
}

async function untilListening(client: Client, id: string): Promise<void> {
  // A case that is still to be started has nothing in which it could be disturbed.
  const isBegun = await client.workflow
    .getHandle(id)
    .describe()
    .catch((error: unknown) => {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    });
  if (!isBegun) return;
  await vi.waitFor(async () => expect(await leavesOnly(client, id, LISTENING)).toBe(true), SOON);
}

/** Whether the last task of a case left only what is of these types. */
async function leavesOnly(client: Client, id: string, types: ReadonlySet<number>): Promise<boolean> {
  const { events } = await client.workflow.getHandle(id).fetchHistory();
  const all = (events ?? []).map(({ eventType }) => eventType ?? 0);
  const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED: completed, EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: over } =
    EventType;
  if (all.at(-1) === over) return true;
  return all.slice(all.lastIndexOf(completed) + 1).every((type) => types.has(type));
}
