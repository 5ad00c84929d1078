import '../quiet.js';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection, WorkflowUpdateFailedError } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, NativeConnection, Worker, bundleWorkflowCode } from '@temporalio/worker';
import { ledgerActivities } from '../../../activities/ledger.js';
import type { Refusal } from '../../../src/charts/kernel/refusal.js';
import type { Actor } from '../../../src/charts/kernel/types.js';
import type {
  Command,
  Decided,
  EffectOrder,
  LedgerRow,
  Reply,
  SubjectInput,
} from '../../../src/contract/messages.js';
import { ANNOUNCE, DECIDE, REFUSAL } from '../../../src/contract/names.js';
import { openLedger } from '../../../src/ledger/ledger.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { divergent } from '../../replay/runs.js';
import { temporaryDatabase, temporaryNamespace } from '../../support/servers.js';

/** Somebody who may decide in the toy, and somebody who may not. */
export const OFFICER: Actor = { person: 'person-officer-1', role: 'officer', org: 'agency' };
export const APPLICANT: Actor = { person: 'person-applicant-1', role: 'applicant', org: 'company-1' };

/** What a test does to the world around the toys of its house; each call of the real thing goes through these. */
export interface World {
  append: (row: LedgerRow, write: () => ReturnType<Write>) => ReturnType<Write>;
  ask: (due: string, ask: () => Promise<boolean>) => Promise<boolean>;
  perform: (order: EffectOrder) => Promise<Reply>;
}
type Write = ReturnType<typeof ledgerActivities>['appendRow'];

/** A world in which everything goes well at once. */
export const PEACE: World = {
  append: (_, write) => write(),
  ask: (_, ask) => ask(),
  perform: () => Promise.resolve({ type: 'RANG', data: {} }),
};

/** A row of a toy's ledger, in the order of its numbers. */
export interface Row {
  readonly seq: number;
  readonly outcome: string;
  readonly reason: string | null;
  readonly type: string;
  readonly receivedAt: string;
  readonly commandId: string;
}

/** Toys on the run's Temporal server, with the real ledger on a database of their own. */
export interface ToyHouse {
  readonly client: Client;
  readonly ledger: Ledger;
  world: World;
  start(over?: { windowMs?: number; workflowTaskTimeout?: string }): Promise<Toy>;
  restart(tuning?: { readonly maxCachedWorkflows: number }): Promise<void>;
  /** What is said by those of all toys' histories that don't come out again as they were. */
  divergent(): Promise<string[]>;
  close(): Promise<void>;
}

/** One toy: what can be done to it, and what is known of it. */
export interface Toy {
  readonly id: string;
  readonly openedAt: string;
  readonly handle: WorkflowHandle;
  decide(type: string, over?: Partial<Command>): Promise<Decided>;
  announce(type: string, over?: Partial<Command>): Promise<void>;
  rows(): Promise<Row[]>;
  historyLength(): Promise<number>;
}

const BUNDLE = bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('toy-workflow.ts', import.meta.url)),
  logger: new DefaultLogger('ERROR'),
});

/** Opens a house; `url` is another way to its database, such as by a cable. */
export async function openToyHouse(by?: (url: string) => Promise<string>): Promise<ToyHouse> {
  const [database, temporal] = await Promise.all([temporaryDatabase(), temporaryNamespace()]);
  const { address, namespace } = temporal;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const native = await NativeConnection.connect({ address });
  const ledger = openLedger(database.url);
  const workersLedger = openLedger((await by?.(database.url)) ?? database.url);
  const real = ledgerActivities(workersLedger);
  const ids: string[] = [];
  const house: Omit<ToyHouse, 'restart' | 'close'> = {
    ...{ client, ledger, world: PEACE },
    start: async (over = {}) => {
      const toy = await startToy(client, ledger, over);
      ids.push(toy.id);
      return toy;
    },
    divergent: async () => divergent(client, ids, await BUNDLE),
  };
  const activities = {
    appendRow: (row: LedgerRow) => house.world.append(row, () => real.appendRow(row)),
    isAwaited: (id: string, due: string) => house.world.ask(due, () => real.isAwaited(id, due)),
    perform: (order: EffectOrder) => house.world.perform(order),
  };
  const run = async (tuning: object = {}): Promise<() => Promise<void>> => {
    const queue = { connection: native, namespace, taskQueue: 'toys' };
    const worker = await Worker.create({ ...queue, activities, workflowBundle: await BUNDLE, ...tuning });
    const running = worker.run();
    return () => (worker.shutdown(), running);
  };
  let stop = await run();
  return Object.assign(house, {
    restart: async (tuning?: object) => {
      await stop();
      stop = await run(tuning);
    },
    close: async () => {
      await stop();
      await Promise.all([native.close(), ledger.close(), workersLedger.close(), connection.close()]);
      await Promise.all([database.drop(), temporal.drop()]);
    },
  });
}

async function startToy(
  client: Client,
  ledger: Ledger,
  { windowMs = 600_000, workflowTaskTimeout = '10s' }: { windowMs?: number; workflowTaskTimeout?: string },
): Promise<Toy> {
  const id = `toy/${randomUUID()}`;
  const openedAt = new Date().toISOString();
  const handle = await client.workflow.start('toy', {
    ...{ workflowId: id, taskQueue: 'toys', args: [inputOf(id, openedAt, windowMs)] },
    workflowTaskTimeout: workflowTaskTimeout as '10s',
  });
  const current = client.workflow.getHandle(id);
  return {
    ...{ id, openedAt, handle },
    decide: (type, over) => {
      const command = commandOf(type, over);
      return current.executeUpdate<Decided, [Command]>(DECIDE, { args: [command], updateId: command.id });
    },
    announce: (type, over) => current.signal<[Command]>(ANNOUNCE, commandOf(type, over)),
    rows: () => rowsOf(ledger, id),
    historyLength: async () => (await current.describe()).historyLength,
  };
}

/** A command as the inbox would have stored it just now. */
export function commandOf(type: string, over: Partial<Command> = {}): Command {
  return {
    ...{ id: randomUUID(), type, data: {}, by: OFFICER, receivedAt: new Date().toISOString() },
    ...over,
  };
}

function inputOf(id: string, openedAt: string, windowMs: number): SubjectInput {
  return {
    identity: {
      ...{ id, subject: 'toy' as never, chartId: 'toy.v1', editionId: 'trial', editionHash: 'none' },
      ...{ track: 'none', companyId: 'company-1', partnerId: null, parentId: null },
    },
    facts: { windowMs, stage: 1, notes: [], terms: { long: 'x'.repeat(5_000) } },
    command: commandOf('BEGIN', { receivedAt: openedAt }),
  };
}

async function rowsOf(ledger: Ledger, id: string): Promise<Row[]> {
  const { rows } = await ledger.pool.query<Row>(
    `select seq, outcome, reason, event_type as type, received_at as "receivedAt", command_id as "commandId"
      from ledger_row where subject_id = $1 order by seq`,
    [id],
  );
  return rows;
}

/** The refusal that a decision was answered with; throws where it was answered with anything else. */
export async function refusalOf(decision: Promise<unknown>): Promise<Refusal> {
  const error: unknown = await decision.then(
    (answer) => new Error(`not refused: ${JSON.stringify(answer)}`),
    (thrown: unknown) => thrown,
  );
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.type === REFUSAL) return cause.details?.[0] as Refusal;
  throw error;
}

/** Waits until the row of an event comes to be written, so that what is sent next is known to come after it. */
export function untilRow(house: ToyHouse, type: string): Promise<void> {
  const { world } = house;
  return new Promise((resolve) => {
    const append: World['append'] = (row, write) => {
      if (row.event.type === type) resolve();
      return world.append(row, write);
    };
    house.world = { ...world, append };
  });
}

/** Something that a test holds shut until it opens it. */
export function gate(): { readonly opened: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
