import { join } from 'node:path';
import { openLedger } from '../../ledger/ledger.js';
import type { Ledger } from '../../ledger/ledger.js';
import { inFolder } from '../../rehearsal/engine/in-folder.js';
import type { Stop } from '../../rehearsal/engine/in-folder.js';
import { startSignIn } from '../../rehearsal/engine/sign-in.js';
import type { SignIn } from '../../rehearsal/engine/sign-in.js';
import type { Child, Log } from '../../server/child.js';
import { prepareDatabase } from '../../server/database.js';
import { NAMESPACE } from '../../server/environments.js';
import { findTemporal } from '../../server/find-temporal.js';
import { prepareNamespaceAt } from '../../server/namespace.js';
import { freePort } from '../../server/port.js';
import { startPostgres } from '../../server/postgres.js';
import { secret } from '../../server/secret.js';
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

/** Starts everything as processes of their own; workers and portal tell the director at `director` what they come to. */
export function openHouse(director: string, say: Log): Promise<House> {
  return inFolder('rnd-tracks-trials-', say, (dir, stops) => furnished({ dir, director, say }, stops));
}

interface Ground {
  readonly dir: string;
  readonly director: string;
  readonly say: Log;
}

/** Keeps a process, by its name, as a part that can be killed and started again. */
type Keep = (name: string, start: () => Promise<Child>) => Promise<void>;

async function furnished(ground: Ground, stops: Stop[]): Promise<Omit<House, 'close'>> {
  const parts = new Map<string, Part>();
  const keep: Keep = async (name, start) => {
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
  await keep('api', () => startProgram('api/main.js', env, ground, 'api'));
  for (let no = 1; no <= WORKERS; no += 1) await keep(`worker-${no}`, worker(`worker-${no}`, env, ground));
  await untilAnswers(`${address}/readyz`);
  const owner = new URL(ownerUrl);
  owner.pathname = `/${DATABASE}`;
  return {
    ...{ api: address, signIn, ledger, ownerUrl: owner.href, portalFile: portal.file, parts },
    temporal: { address: temporal, namespace: NAMESPACE },
  };
}

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
  await prepareNamespaceAt(address, NAMESPACE, 1);
  say('  Temporal');
  return address;
}

async function bringPortal(ground: Ground, keep: Keep): Promise<{ url: string; file: string }> {
  const [port, file] = [await freePort(), join(ground.dir, 'portal.jsonl')];
  const env = { ...process.env, RCMS_PORT: String(port), RCMS_FILE: file, TRIALS_DIRECTOR: ground.director };
  const url = `http://${HOST}:${port}`;
  await keep('portal', async () => {
    const child = await startProgram('trials/portal/main.js', env, ground, 'portal');
    await untilAnswers(`${url}/healthz`);
    return child;
  });
  return { url, file };
}

function worker(name: string, env: NodeJS.ProcessEnv, ground: Ground) {
  const own = { ...env, TRIALS_DIRECTOR: ground.director, TRIALS_WHO: name };
  return () => startProgram('trials/worker/main.js', own, ground, name, `worker ${name}`);
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
