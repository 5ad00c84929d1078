import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './child.js';
import { Launch, endLeftovers } from './launch-context.js';
import { bringPostgres, bringProgram, bringTemporal } from './parts.js';
import { takenPorts } from './port-owner.js';
import { claim, removeRunFile } from './run-file.js';
import { UP_HELP, UsageError, readSettings } from './settings.js';
import type { UpSettings } from './settings.js';
import { NAMESPACE, portsNeeded, sandboxEnvironments, serviceEnvironment } from './environments.js';

const READY_TIMEOUT_MS = 60_000;
const SAME_SIGNAL_MS = 1_000;

/**
 * `./rnd up`: starts everything, says where it is, and keeps it running until it is told to stop.
 * Gives back the exit code: 0 stopped as asked, 1 couldn't start, 2 wrong command line, 3 already running.
 */
export async function up(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  // A terminal that is closed takes its end of the pipe with it; that is no reason to fall over before the parts are stopped.
  process.stdout.on('error', () => undefined);
  const say: Log = (line) => void process.stdout.write(`${line}\n`);
  let settings: UpSettings | undefined;
  try {
    settings = readSettings(args, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(error.message);
    return 2;
  }
  if (settings === undefined) {
    say(UP_HELP);
    return 0;
  }
  if (env['NODE_ENV'] === 'production') {
    say(
      './rnd up is for development and refuses NODE_ENV=production; docker-compose.yml has the production shape.\n' +
        './rnd up은 개발용이므로 NODE_ENV=production에서는 실행되지 않습니다. 운영 구성은 docker-compose.yml에 있습니다.',
    );
    return 2;
  }
  return claimed(settings, say, () => run(settings, env, say));
}

async function claimed(settings: UpSettings, say: Log, work: () => Promise<number>): Promise<number> {
  const { running, dead } = await claim(settings.dir);
  if (running !== undefined) {
    const where = running.api ?? 'still starting';
    say(`It is already running: ${where} (process ${running.up.pid}). / 이미 실행 중입니다.`);
    return 3;
  }
  try {
    if (dead !== undefined) await endLeftovers(dead, say);
    return await work();
  } finally {
    await removeRunFile(settings.dir);
  }
}

async function run(settings: UpSettings, env: NodeJS.ProcessEnv, say: Log): Promise<number> {
  const began = performance.now();
  const launch = await Launch.begin(settings, say);
  const stopSignal = untilTold(say, env);
  try {
    const started = startAll(launch, env, began);
    // Told to stop while starting, nobody waits for how the start ends.
    started.catch(() => undefined);
    // Whoever comes first: a signal may arrive long before everything has started.
    await Promise.race([started.then(() => stopSignal), stopSignal]);
    return 0;
  } catch (error) {
    say(`✗ ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  } finally {
    await launch.stop();
  }
}

async function startAll(launch: Launch, env: NodeJS.ProcessEnv, began: number): Promise<void> {
  const { ports } = launch.settings;
  const taken = await takenPorts(portsNeeded(ports, env));
  if (taken.length > 0) throw new Error(taken.join('\n'));
  const namespace = env['TEMPORAL_NAMESPACE'] || NAMESPACE;
  const sandboxes = sandboxEnvironments(launch.settings, env);
  const [databaseUrl, temporalAddress] = await Promise.all([
    bringPostgres(launch, env),
    bringTemporal(launch, namespace, env),
    env['ISSUER_URL'] || bringProgram(launch, 'issuer', 'sandbox/issuer-main.js', sandboxes.issuer),
    env['RCMS_URL'] || bringProgram(launch, 'rcms', 'sandbox/rcms-main.js', sandboxes.rcms),
  ]);
  const service = {
    ...serviceEnvironment(launch.settings, env),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
  };
  await Promise.all([
    bringProgram(launch, 'worker', 'worker/main.js', service),
    bringProgram(launch, 'api', 'api/main.js', service),
  ]);
  const { API_HOST, API_PORT, ISSUER_URL, RCMS_URL } = service;
  const api = `http://${API_HOST === '0.0.0.0' ? '127.0.0.1' : API_HOST}:${API_PORT}`;
  await launch.step('ready', () => untilReady(api, launch));
  await launch.note({ api, docs: `${api}/docs`, issuer: ISSUER_URL, rcms: RCMS_URL });
  sayAddresses(launch, env, { api, issuer: ISSUER_URL, rcms: RCMS_URL }, began);
}

async function untilReady(api: string, launch: Launch): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  let last = 'no answer';
  while (performance.now() < deadline) {
    launch.mustRun();
    try {
      const answer = await fetch(`${api}/readyz`, { signal: AbortSignal.timeout(5_000) });
      if (answer.status === 200) return;
      last = `${answer.status} ${(await answer.text()).slice(0, 500)}`;
    } catch {
      last = 'no answer';
    }
    await sleep(50);
  }
  const logs = join(launch.settings.dir, 'log');
  throw new Error(
    `The API at ${api} did not get ready (${last}). The logs are in ${logs}.\n` +
      `API가 준비되지 않았습니다. 로그는 ${logs}에 있습니다.`,
  );
}

function sayAddresses(
  launch: Launch,
  env: NodeJS.ProcessEnv,
  { api, issuer, rcms }: { api: string; issuer: string; rcms: string },
  began: number,
): void {
  const ui = env['TEMPORAL_ADDRESS']
    ? []
    : [`  Temporal UI   http://127.0.0.1:${launch.settings.ports.temporalUi}`];
  launch.say(
    [
      '',
      `ready in ${((performance.now() - began) / 1000).toFixed(1)} s / 준비되었습니다`,
      `  API           ${api}`,
      `  reference     ${api}/docs`,
      ...ui,
      `  sign-in       ${issuer}   (./rnd token --as officer)`,
      `  RCMS          ${rcms}`,
      'Ctrl-C stops everything. / Ctrl-C를 누르면 모두 종료합니다.',
    ].join('\n'),
  );
}

// The first signal asks for an orderly stop; a later one doesn't wait for it, and takes every child along. One Ctrl-C
// may arrive twice, from the terminal and from npm, which passes it on: that is still one.
function untilTold(say: Log, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve) => {
    let toldAt: number | undefined;
    const told = (): void => {
      if (toldAt !== undefined && performance.now() - toldAt > SAME_SIGNAL_MS) process.exit(130);
      if (toldAt !== undefined) return;
      toldAt = performance.now();
      say('\nstopping … (again to stop at once) / 종료하는 중 …');
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, told);
    // npm ends its shell when it is ended, and the shell tells nobody.
    const parent = process.ppid;
    const isOrphaned = (): boolean => env['npm_lifecycle_event'] !== undefined && process.ppid !== parent;
    const watch = setInterval(() => {
      if (!isOrphaned()) return;
      clearInterval(watch);
      told();
    }, SAME_SIGNAL_MS);
  });
}
