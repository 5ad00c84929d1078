import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { openLedger } from '../../ledger/ledger.js';
import type { Ledger } from '../../ledger/ledger.js';
import { startSignIn } from '../../rehearsal/engine/sign-in.js';
import type { SignIn } from '../../rehearsal/engine/sign-in.js';
import type { Log } from '../../server/child.js';
import { prepareDatabase } from '../../server/database.js';
import { NAMESPACE } from '../../server/environments.js';
import { findTemporal } from '../../server/find-temporal.js';
import { prepareNamespace } from '../../server/namespace.js';
import { freePort } from '../../server/port.js';
import { startPostgres } from '../../server/postgres.js';
import { startTemporal } from '../../server/temporal.js';
import { Part } from './part.js';
import { startProgram, untilAnswers } from './programs.js';

/** A whole service as processes that can be killed one by one, in a folder that goes with it. */
export interface House {
  readonly api: string;
  readonly signIn: SignIn;
  readonly ledger: Ledger;
  /** PostgreSQL's database as its owner signs in, who may lock what the service may not. */
  readonly ownerUrl: string;
  /** The portal's own file. */
  readonly portalFile: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  /** By name: `postgres`, `temporal`, `portal`, `api`, `worker-1`, … */
  readonly parts: ReadonlyMap<string, Part>;
  close(): Promise<void>;
}

/** How many workers share the work: while one is down, another goes on. */
const WORKERS = 2;
const AUDIENCE = 'rnd-tracks';
const EDITION = '2026-pocket';
const HOST = '127.0.0.1';
const DATABASE = 'rnd';
const REMOVING = { recursive: true, force: true, maxRetries: 3 } as const;

type Stop = () => Promise<unknown>;

/** Starts everything as processes of their own; workers and portal tell the director at `director` what they come to. */
export async function openHouse(director: string, say: Log): Promise<House> {
  const dir = await mkdtemp(join(tmpdir(), 'rnd-tracks-trials-'));
  // PostgreSQL may run as a user of its own, which has to get in.
  await chmod(dir, 0o755);
  const atExit = (): void => rmSync(dir, REMOVING);
  process.once('exit', atExit);
  const stops: Stop[] = [() => rm(dir, REMOVING).finally(() => process.removeListener('exit', atExit))];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop().catch((error: unknown) => say(String(error)));
  };
  try {
    return { ...(await furnished({ dir, director, say }, stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Ground {
  readonly dir: string;
  readonly director: string;
  readonly say: Log;
}

async function furnished(ground: Ground, stops: Stop[]): Promise<Omit<House, 'close'>> {
  const parts = new Map<string, Part>();
  const keep = async (name: string, start: () => ReturnType<typeof startProgram>): Promise<void> => {
    const part = await Part.begin(name, start, ground.say);
    stops.push(() => part.stop());
    parts.set(name, part);
  };
  const [ownerUrl, temporal, portal, signIn] = await Promise.all([
    bringPostgres(ground, keep),
    bringTemporal(ground, keep),
    bringPortal(ground, keep),
    startSignIn(AUDIENCE),
  ]);
  stops.push(() => signIn.stop());
  const { url } = await prepareDatabase(ownerUrl, secret());
  const ledger = openLedger(url, 8);
  stops.push(() => ledger.close());
  const api = await freePort();
  const env = environment(ground, { url, temporal, portal: portal.url, issuer: signIn.url, api });
  const address = `http://${HOST}:${api}`;
  await keep('api', () => startProgram('../../api/main.js', env, ground, 'api'));
  for (let no = 1; no <= WORKERS; no += 1) await keep(`worker-${no}`, worker(`worker-${no}`, env, ground));
  await untilAnswers(`${address}/readyz`);
  const owner = new URL(ownerUrl);
  owner.pathname = `/${DATABASE}`;
  return {
    ...{ api: address, signIn, ledger, ownerUrl: owner.href, portalFile: portal.file, parts },
    temporal: { address: temporal, namespace: NAMESPACE },
  };
}

type Keep = (name: string, start: () => ReturnType<typeof startProgram>) => Promise<void>;

async function bringPostgres({ dir, say }: Ground, keep: Keep): Promise<string> {
  const [port, password] = [await freePort(), secret()];
  const options = { dir: join(dir, 'pg'), port, password, log: () => undefined };
  let url = '';
  await keep('postgres', async () => {
    const postgres = await startPostgres(options);
    url = postgres.url;
    return postgres.child;
  });
  say('  PostgreSQL');
  return url;
}

async function bringTemporal({ dir, say }: Ground, keep: Keep): Promise<string> {
  const [executable, port] = [await findTemporal(say), await freePort()];
  const options = { executable, port, dbFile: join(dir, 'temporal/temporal.db'), log: () => undefined };
  await keep('temporal', async () => (await startTemporal(options)).child);
  const address = `${HOST}:${port}`;
  await named(address);
  say('  Temporal');
  return address;
}

async function named(address: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await prepareNamespace(connection, NAMESPACE, 1);
  } finally {
    await connection.close();
  }
}

async function bringPortal(ground: Ground, keep: Keep): Promise<{ url: string; file: string }> {
  const [port, file] = [await freePort(), join(ground.dir, 'portal.jsonl')];
  const env = { ...process.env, RCMS_PORT: String(port), RCMS_FILE: file, TRIALS_DIRECTOR: ground.director };
  const url = `http://${HOST}:${port}`;
  await keep('portal', async () => {
    const child = await startProgram('../portal/main.js', env, ground, 'portal');
    await untilAnswers(`${url}/healthz`);
    return child;
  });
  return { url, file };
}

function worker(name: string, env: NodeJS.ProcessEnv, ground: Ground) {
  const own = { ...env, TRIALS_DIRECTOR: ground.director, TRIALS_WHO: name };
  return () => startProgram('../worker/main.js', own, ground, name, `worker ${name}`);
}

interface Addresses {
  readonly url: string;
  readonly temporal: string;
  readonly portal: string;
  readonly issuer: string;
  readonly api: number;
}

function environment({ dir }: Ground, at: Addresses): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...{ NODE_ENV: 'development', LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '1000000' },
    ...{ DATABASE_URL: at.url, TEMPORAL_ADDRESS: at.temporal, TEMPORAL_NAMESPACE: NAMESPACE },
    ...{ API_HOST: HOST, API_PORT: String(at.api), EDITIONS: EDITION, RCMS_URL: at.portal },
    ...{ ISSUER_URL: at.issuer, TOKEN_AUDIENCE: AUDIENCE, DOCUMENT_DIR: join(dir, 'documents') },
  };
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}
