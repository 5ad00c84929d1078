import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import type { Command, Decided, SubjectInput } from '../contract/messages.js';
import { DECIDE, TASK_QUEUE } from '../contract/names.js';
import { prepareNamespace } from '../server/namespace.js';
import type { Setting } from './bench.js';
import type { Books } from './books.js';
import { measure } from './measure.js';
import { BARE, bareId } from './names.js';
import type { Service } from './service.js';

/** What a worker's process holds, in bytes: used heap of all its threads after a collection, and resident memory. */
export interface MemoryAnswer {
  readonly heap: number;
  readonly resident: number;
}

/** What one more cached workflow costs, in bytes. */
export interface MemoryFigures {
  readonly workflows: number;
  readonly ours: MemoryAnswer;
  readonly bare: MemoryAnswer;
}

// Of its own, so that the service's worker doesn't take what is to be counted.
const NAMESPACE = 'bench-memory';
const AT_ONCE = 16;
const UNCOUNTED_SHARE = 0.1;

/** The workflows of one side: each is started, and then takes one decision. */
interface Crowd {
  readonly side: 'ours' | 'bare';
  readonly start: (index: number) => Promise<unknown>;
  readonly decide: (index: number) => Promise<unknown>;
}

/**
 * Measures what a worker holds for each cached workflow, ours and bare, each started and having taken one decision: in a
 * worker's process of its own, which keeps everything, from the first tenth (which pays for what all share) to the last.
 */
export async function measureMemory(
  { service, connection, books }: Pick<Setting, 'service' | 'connection' | 'books'>,
  { sample, workflows }: { readonly sample: SubjectInput; readonly workflows: number },
): Promise<MemoryFigures> {
  await prepareNamespace(connection, NAMESPACE, 1);
  const client = new Client({ connection, namespace: NAMESPACE });
  const grown = async (crowd: Crowd): Promise<MemoryAnswer> => {
    const worker = await startWorker(service, crowd.side);
    try {
      return await growth(worker, crowd, workflows, books);
    } finally {
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      await ended;
    }
  };
  return { workflows, bare: await grown(bareCrowd(client)), ours: await grown(ourCrowd(client, sample)) };
}

async function growth(
  worker: ChildProcess,
  { start, decide }: Crowd,
  workflows: number,
  books: Books,
): Promise<MemoryAnswer> {
  const fill = async (from: number, to: number): Promise<MemoryAnswer> => {
    const indexes = Array.from({ length: to - from }, (_, offset) => from + offset);
    await measure(
      indexes.map((index) => () => start(index)),
      AT_ONCE,
    );
    // A decision is taken once the first row is there.
    await books.quiet();
    await measure(
      indexes.map((index) => () => decide(index)),
      AT_ONCE,
    );
    await books.quiet();
    return heldBy(worker);
  };
  const uncounted = Math.ceil(workflows * UNCOUNTED_SHARE);
  const before = await fill(0, uncounted);
  const after = await fill(uncounted, workflows);
  const each = (now: number, then: number): number => (now - then) / (workflows - uncounted);
  return { heap: each(after.heap, before.heap), resident: each(after.resident, before.resident) };
}

async function startWorker(service: Service, side: string): Promise<ChildProcess> {
  const worker = fork(here('memory-worker.js'), [side], {
    execArgv: [
      ...['--expose-gc', '--enable-source-maps', '--import', here('../server/with-parent.js')],
      ...['--import', here('memory-probe.js')],
    ],
    env: {
      ...process.env,
      ...{ TEMPORAL_ADDRESS: service.temporal, TEMPORAL_NAMESPACE: NAMESPACE },
      ...{ DATABASE_URL: service.databaseUrl, RCMS_URL: service.rcms },
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await told(worker);
  return worker;
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

async function heldBy(worker: ChildProcess): Promise<MemoryAnswer> {
  worker.send('held?');
  return (await told(worker)) as MemoryAnswer;
}

async function told(worker: ChildProcess): Promise<unknown> {
  const ended = once(worker, 'exit').then(() => {
    throw new Error('the worker whose memory is measured ended by itself');
  });
  const [message] = (await Promise.race([once(worker, 'message'), ended])) as unknown[];
  return message;
}

function bareCrowd({ workflow }: Client): Crowd {
  const { taskQueue } = BARE;
  return {
    side: 'bare',
    start: (index) => workflow.start('bare', { workflowId: bareId('bare', index), taskQueue, args: [] }),
    decide: (index) =>
      workflow
        .getHandle(bareId('bare', index))
        .executeUpdate<number, [string]>(BARE.update, { args: ['person-approver-1'] }),
  };
}

// The sample's input as the API made it, under further ids that no application has drawn.
function ourCrowd({ workflow }: Client, sample: SubjectInput): Crowd {
  const { id, subject } = sample.identity;
  const idOf = (index: number): string => `${id}${String(index + 1).padStart(4, '0')}`;
  const command = (): Command => ({ ...sample.command, id: randomUUID() });
  const inputFor = (index: number): SubjectInput => {
    const input = JSON.parse(JSON.stringify(sample).replaceAll(id, idOf(index))) as SubjectInput;
    return { ...input, command: command() };
  };
  return {
    side: 'ours',
    start: (index) => {
      const options = { workflowId: idOf(index), taskQueue: TASK_QUEUE, args: [inputFor(index)] };
      return workflow.start(subject, options);
    },
    decide: (index) =>
      workflow
        .getHandle(idOf(index))
        .executeUpdate<Decided, [Command]>(DECIDE, { args: [{ ...command(), ...PRE_CHECK }] }),
  };
}

const PRE_CHECK = {
  type: 'PASS_PRECHECK',
  data: {},
  by: { person: 'person-officer-1', role: 'officer', org: 'agency' },
} as const;
