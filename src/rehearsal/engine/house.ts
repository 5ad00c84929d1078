import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { buildApi } from '../../api/build.js';
import type { Engine } from '../../api/engine.js';
import { openLedger } from '../../ledger/ledger.js';
import type { Ledger } from '../../ledger/ledger.js';
import { startRcms } from '../../sandbox/rcms.js';
import type { Rcms } from '../../sandbox/rcms.js';
import type { Log } from '../../server/child.js';
import { prepareDatabase } from '../../server/database.js';
import { startPostgres } from '../../server/postgres.js';
import { secret } from '../../server/secret.js';
import { builtBundle, bundleWorkflows } from '../../worker/bundle.js';
import { createWorker } from '../../worker/worker.js';
import { inFolder } from './in-folder.js';
import type { Stop } from './in-folder.js';
import { startSignIn } from './sign-in.js';
import type { SignIn } from './sign-in.js';
import { startTimeServer } from './time-server.js';
import type { TimeServer } from './time-server.js';

/** A whole service of the rehearsal's own: servers, worker and API, in a folder that goes with it. */
export interface House {
  readonly api: string;
  readonly ledger: Ledger;
  readonly time: TimeServer;
  readonly signIn: SignIn;
  readonly portal: Rcms;
  /** The process ids of what runs beside this process, by name. */
  readonly pids: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/** Where it begins (ISO instant) and which editions it serves. */
export interface HouseOptions {
  readonly begins: string;
  readonly editions: readonly string[];
  readonly log: Log;
}

const AUDIENCE = 'rnd-tracks';
const NAMESPACE = 'default';
const DATABASE_CONNECTIONS = 16;

// One worker from beginning to end keeps every case in memory, so that none is replayed; the time-skipping server knows no other way.
const TUNING = {
  maxCachedWorkflows: 20_000,
  maxConcurrentWorkflowTaskExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
  maxConcurrentLocalActivityExecutions: 40,
  workflowThreadPoolSize: 1,
} as const;

/** Starts everything the real service consists of, with skipped time. Whatever was started is ended where something fails. */
export function openHouse(options: HouseOptions): Promise<House> {
  return inFolder('rnd-tracks-rehearsal-', options.log, (dir, stops) => furnished(dir, options, stops));
}

async function furnished(
  dir: string,
  { begins, editions, log }: HouseOptions,
  stops: Stop[],
): Promise<Omit<House, 'close'>> {
  const [postgres, time, signIn, portal] = await Promise.all([
    kept(stops, startPostgres({ dir: join(dir, 'pg'), password: secret(), log: () => undefined })),
    kept(stops, startTimeServer({ dir: join(dir, 'time'), begins, log })),
    kept(stops, startSignIn(AUDIENCE)),
    kept(stops, startRcms({ host: '127.0.0.1', port: 0, file: join(dir, 'portal') })),
  ]);
  const { url } = await prepareDatabase(postgres.url, secret());
  const ledger = openLedger(url, DATABASE_CONNECTIONS);
  stops.push(() => ledger.close());
  await work(stops, { ledger, time, portalUrl: portal.url });
  const api = await buildApi({
    ...{ ledger, editions, engine: engineOf(time), clock: time.now },
    ...{ issuer: { url: signIn.url, audience: AUDIENCE }, documentDir: join(dir, 'documents') },
  });
  stops.push(() => api.close());
  return {
    ...{ api: await api.listen({ host: '127.0.0.1', port: 0 }), ledger, time, signIn, portal },
    pids: { postgres: postgres.pid, temporal: time.pid },
  };
}

async function work(
  stops: Stop[],
  { ledger, time, portalUrl }: { ledger: Ledger; time: TimeServer; portalUrl: string },
): Promise<void> {
  const connection = await NativeConnection.connect({ address: time.address });
  stops.push(() => connection.close());
  const workflowBundle = import.meta.url.endsWith('.ts') ? await bundleWorkflows() : builtBundle;
  const deps = { connection, namespace: NAMESPACE, ledger, portalUrl, workflowBundle };
  const worker = await createWorker({ ...deps, tuning: TUNING });
  const running = worker.run();
  stops.push(() => (worker.shutdown(), running));
}

/** The API's Temporal: a server of our own that is never away. */
function engineOf({ connection }: TimeServer): Engine {
  return {
    client: new Client({ connection, namespace: NAMESPACE }),
    ...{ namespace: NAMESPACE, isAway: false },
    lost: () => undefined,
    probe: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

async function kept<Server extends { stop(): Promise<unknown> }>(
  stops: Stop[],
  starting: Promise<Server>,
): Promise<Server> {
  const server = await starting;
  stops.push(() => server.stop());
  return server;
}
