import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../server/port.js';
import { readRunFile } from '../server/run-file.js';
import type { RunFile } from '../server/run-file.js';
import type { Child, Log } from '../server/child.js';
import { NAMESPACE } from '../server/environments.js';
import { startOwnProgram } from '../server/own-program.js';
import type { Ports } from '../server/settings.js';
import { variableOf } from '../server/settings.js';

const READY_TIMEOUT_MS = 300_000;
// `up` stops six parts in order, each with a grace of its own.
const STOP_GRACE_MS = 60_000;

/** The service under measurement: where it is, and the number of each of its processes. */
export interface Service {
  readonly api: string;
  readonly issuer: string;
  readonly rcms: string;
  readonly temporal: string;
  readonly namespace: string;
  /** PostgreSQL as the service itself signs in. */
  readonly databaseUrl: string;
  readonly pids: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

/** Starts everything that `./rnd up` starts, as it does, on free ports and in a folder that `stop` removes. */
export async function startService(say: Log): Promise<Service> {
  const dir = await mkdtemp(join(tmpdir(), 'rnd-tracks-bench-'));
  // PostgreSQL may run as a user of its own, which has to get in.
  await chmod(dir, 0o755);
  const ports = await freePorts();
  const child = await startOwnProgram('server/main.js', {
    env: { ...ownServersOnly(process.env), ...variables(ports), RND_DIR: dir },
    log: (line) => void (/^✓|^…/.test(line) && say(`  ${line}`)),
    graceMs: STOP_GRACE_MS,
  });
  const stop = async (): Promise<void> => {
    await child.stop();
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    return { ...(await ready(child, dir, ports)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(child: Child, dir: string, ports: Ports): Promise<Omit<Service, 'stop'>> {
  const { api, issuer, rcms, temporal, pids } = await untilUp(child, dir);
  if (!api || !issuer || !rcms || !temporal) throw new Error('run.json lacks an address of the service');
  const password = (await readFile(join(dir, 'service-password'), 'utf8')).trim();
  return {
    ...{ api, issuer, rcms, temporal, namespace: NAMESPACE },
    databaseUrl: `postgres://rnd_service:${encodeURIComponent(password)}@127.0.0.1:${ports.postgres}/rnd`,
    pids: Object.fromEntries(Object.entries(pids).map(([name, { pid }]) => [name, pid])),
  };
}

async function untilUp(child: Child, dir: string): Promise<RunFile> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  for (;;) {
    const run = await readRunFile(dir);
    // The API's address is written once it answers /readyz.
    if (run?.api !== undefined) return run;
    if (child.ended() || performance.now() > deadline)
      throw new Error(`the service did not start:\n${child.tail()}`);
    await sleep(100);
  }
}

const NAMES = ['api', 'temporal', 'temporalUi', 'postgres', 'issuer', 'rcms'] as const;

async function freePorts(): Promise<Ports> {
  const found = await Promise.all(NAMES.map(async (name) => [name, await freePort()] as const));
  return Object.fromEntries(found) as unknown as Ports;
}

function variables(ports: Ports): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [variableOf(name), String(ports[name])]));
}

// What is measured is what this project starts, whatever the caller's shell has set for another service.
const OTHERS = new Set(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'ISSUER_URL', 'RCMS_URL']);

function ownServersOnly(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !OTHERS.has(name));
  return { ...Object.fromEntries(kept), NODE_ENV: 'development' };
}
