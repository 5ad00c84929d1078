import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { expect, vi } from 'vitest';
import type { Actor, Role } from '../../../src/charts/kernel/types.js';
import { latestOf } from '../../../src/charts/registry.js';
import type { Command, Decided, SubjectInput } from '../../../src/contract/messages.js';
import {
  ANNOUNCE,
  DECIDE,
  TASK_QUEUE,
  projectId,
  subjectOf,
  trancheId,
} from '../../../src/contract/names.js';
import type { Track } from '../../../src/contract/names.js';
import { SEARCH_ATTRIBUTES } from '../../../src/contract/search-attributes.js';
import { openLedger } from '../../../src/ledger/ledger.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { getSubject } from '../../../src/ledger/reads/subjects.js';
import type { SubjectView } from '../../../src/ledger/reads/subjects.js';
import { editionHash, loadEdition, termsOf } from '../../../src/program/load.js';
import { startRcms } from '../../../src/sandbox/rcms.js';
import type { Rcms, RcmsFaults } from '../../../src/sandbox/rcms.js';
import { bundleWorkflows } from '../../../src/worker/bundle.js';
import { createWorker } from '../../../src/worker/worker.js';
import { takeFolder } from '../../support/folder.js';
import { temporaryDatabase, timeSkippingServer } from '../../support/servers.js';

/** What an effect takes on a busy machine: the server tries again after seconds at the earliest. */
const SOON = { timeout: 30_000, interval: 50 };

/**
 * The worker of these suites remembers nothing: each task is replayed from its history. One at a time, because the SDK
 * lets a task with a local activity wait for itself where the cache has no room; and without a cache, because the
 * time-skipping server keeps a case for the worker that had it last, for ever.
 */
const COLD = {
  ...{ maxCachedWorkflows: 0, maxConcurrentWorkflowTaskExecutions: 1, maxConcurrentWorkflowTaskPolls: 1 },
} as const;

const ORGS: Readonly<Partial<Record<Role, string>>> = { applicant: 'company-0001', regulator: 'mfds' };

/** The service without its HTTP side, on a server whose time can be skipped, with the accounting portal's sandbox. */
export interface House {
  readonly env: TestWorkflowEnvironment;
  readonly ledger: Ledger;
  readonly portal: Rcms;
  readonly faults: RcmsFaults;
  /** The server's own time, as the inbox would stamp it. */
  now(): Promise<string>;
  /** Lets time pass until an instant (ISO), with everything that is due on the way. */
  passTo(instant: string): Promise<void>;
  apply(track: Track, over?: Readonly<Record<string, unknown>>): Promise<Case>;
  /** Ends the worker and starts another. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** A command over what a test sends by itself: a time of receipt of its own, another person, its own id. */
export type Over = Partial<Command> & { readonly person?: string };

/** A project or a tranche: what can be sent to it, and how it stands in the books. */
export interface Case {
  readonly id: string;
  /** Sends a decision as an Update, and gives back the state that it led to. */
  decide(role: Role, type: string, data?: Command['data'], over?: Over): Promise<string>;
  announce(role: Role, type: string, data?: Command['data']): Promise<void>;
  view(): Promise<SubjectView>;
  /** Waits until the case is in a state by what follows of itself, without any time passing. */
  comesTo(state: string): Promise<void>;
  tranche(no: number): Case;
}

/** Opens a house with a server of its own. */
export async function openHouse(): Promise<House> {
  const [env, database, { folder, remove }, workflowBundle] = await Promise.all([
    timeSkippingServer(),
    temporaryDatabase(),
    takeFolder(),
    bundleWorkflows(),
  ]);
  const faults: RcmsFaults = {};
  const portal = await startRcms({ host: '127.0.0.1', port: 0, file: join(folder, 'book'), faults });
  const ledger = openLedger(database.url);
  const run = async (): Promise<() => Promise<void>> => {
    const at = { connection: env.nativeConnection, namespace: 'default', portalUrl: portal.url };
    const worker = await createWorker({ ...at, ledger, workflowBundle, tuning: COLD });
    const running = worker.run();
    return () => (worker.shutdown(), running);
  };
  await knowSearchAttributes(env);
  let stop = await run();
  const now = async (): Promise<string> => new Date(await env.currentTimeMs()).toISOString();
  const unlock = unlocker(env, ledger);
  let number = 0;
  return {
    ...{ env, ledger, portal, faults, now },
    passTo: async (instant) => {
      await unlock();
      await env.sleep(Math.max(1, Date.parse(instant) - (await env.currentTimeMs())));
    },
    apply: async (track, over = {}) => {
      const input = inputOf(track, (number += 1), await now(), over);
      const { id } = input.identity;
      const start = { workflowId: id, taskQueue: TASK_QUEUE, args: [input] };
      await env.client.workflow.start(input.identity.subject, start);
      const begun = caseOf(env.client, ledger, now, id, String(input.identity.partnerId));
      await begun.comesTo('submitted');
      return begun;
    },
    restart: async () => {
      await untilQuiet(env.client, ledger);
      await stop();
      stop = await run();
    },
    close: async () => {
      await stop();
      await Promise.all([env.teardown(), portal.stop(), ledger.close()]);
      await Promise.all([database.drop(), remove()]);
    },
  };
}

/** The time-skipping server refuses an attribute that it wasn't told of, as the real one does. */
async function knowSearchAttributes({ connection }: TestWorkflowEnvironment): Promise<void> {
  const types = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;
  const known = Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, types[type]] as const);
  const searchAttributes = Object.fromEntries(known);
  await connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
}

/**
 * The time-skipping server lets its time stand still while a child that ended tells its parent's run, and forgets to let
 * it go on where that run is over: as every project's first run is, when its tranches end. This takes each such lock off.
 */
function unlocker({ client, connection }: TestWorkflowEnvironment, ledger: Ledger): () => Promise<void> {
  const unlocked = new Set<string>();
  return async () => {
    const { rows } = await ledger.pool.query<{ id: string }>(
      'select id from subject where parent_id is not null and closed_at is not null',
    );
    for (const { id } of rows.filter((row) => !unlocked.has(row.id))) {
      const status = async (): Promise<string> =>
        (await client.workflow.getHandle(id).describe()).status.name;
      await vi.waitFor(async () => expect(await status()).toBe('COMPLETED'), SOON);
      await connection.testService?.unlockTimeSkipping({});
      unlocked.add(id);
    }
  };
}

/** A task that is on its way to a worker as that worker ends is lost on this server, and its time stands still for good. */
async function untilQuiet(client: Client, ledger: Ledger): Promise<void> {
  const { rows } = await ledger.pool.query<{ id: string }>('select id from subject where closed_at is null');
  const isBusy = async (id: string): Promise<boolean> => {
    const { raw } = await client.workflow.getHandle(id).describe();
    return Boolean(raw.pendingWorkflowTask) || (raw.pendingActivities?.length ?? 0) > 0;
  };
  const busy = async (): Promise<boolean> =>
    (await Promise.all(rows.map(({ id }) => isBusy(id)))).some(Boolean);
  await vi.waitFor(async () => expect(await busy()).toBe(false), SOON);
}

function caseOf(
  client: Client,
  ledger: Ledger,
  now: () => Promise<string>,
  id: string,
  partnerId: string,
): Case {
  const commandOf = async (role: Role, type: string, data: Command['data'], over: Over): Promise<Command> => {
    const { person = `person-${role}-1`, ...rest } = over;
    const org = role === 'partner' ? partnerId : (ORGS[role] ?? 'agency');
    const by: Actor = { person, role, org };
    return { id: randomUUID(), type, data, by, receivedAt: await now(), ...rest };
  };
  const view = async (): Promise<SubjectView> => {
    const found = await getSubject(ledger, id);
    if (!found) throw new Error(`${id} isn't in the books`);
    return found;
  };
  return {
    ...{ id, view },
    decide: async (role, type, data = {}, over = {}) => {
      const command = await commandOf(role, type, data, over);
      const sent = { args: [command] as [Command], updateId: command.id };
      const { state } = await client.workflow.getHandle(id).executeUpdate<Decided, [Command]>(DECIDE, sent);
      return state;
    },
    announce: async (role, type, data = {}) => {
      const command = await commandOf(role, type, data, {});
      await client.workflow.getHandle(id).signal<[Command]>(ANNOUNCE, command);
    },
    comesTo: (state) =>
      vi.waitFor(async () => expect((await getSubject(ledger, id))?.state).toBe(state), SOON),
    tranche: (no) => caseOf(client, ledger, now, trancheId(id, no), partnerId),
  };
}

const DOCUMENT = 'b'.repeat(64);

const OWN: Readonly<Record<Track, object>> = {
  mitIlp: { partnerId: 'partner-mit-ilp' },
  structured: { partnerId: 'partner-tno', proposalId: 'proposal-17' },
  autonomous: { partnerId: 'partner-csem', partnerEvidenceSha256: DOCUMENT, preferences: ['tips'] },
  ecoBridge: {
    ...{ partnerId: 'partner-pharma-a', partnerEvidenceSha256: DOCUMENT },
    ...{ entryStage: 'ind-filing', targetStage: 'phase-2' },
  },
};

/** An application of a track by the 2026 edition, as the API would start it. */
function inputOf(track: Track, number: number, receivedAt: string, over: object): SubjectInput {
  const edition = loadEdition('2026');
  const id = projectId(edition.id, track, number);
  const money = { government: '900000000', firmCash: '100000000', firmInKind: '300000000' };
  const applied = {
    ...{ title: { ko: '공동 연구', en: 'Joint research' }, sector: 'B1' },
    money: { ...money, partnerCost: '100000000' },
    ...OWN[track],
    ...over,
  };
  const { partnerId, companyId = 'company-0001' } = applied as { partnerId?: string; companyId?: string };
  const by: Actor = { person: 'person-applicant-1', role: 'applicant', org: companyId };
  const whose = { subjectId: id, track, number, companyId };
  return {
    identity: {
      ...{ id, subject: subjectOf(track), chartId: latestOf(subjectOf(track)).id, editionId: edition.id },
      ...{
        editionHash: editionHash(edition),
        track,
        companyId,
        partnerId: partnerId ?? null,
        parentId: null,
      },
    },
    facts: {
      ...applied,
      ...whose,
      partnerId: partnerId ?? null,
      openedAt: receivedAt,
      terms: termsOf(edition, track),
    },
    command: { id: randomUUID(), type: 'SUBMIT', data: {}, by, receivedAt },
  };
}
