import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../../src/project-root.js';
import { isFree } from '../../src/server/port-owner.js';
import { isSame, readRunFile } from '../../src/server/run-file.js';
import type { ProcessMark, RunFile } from '../../src/server/run-file.js';
import { takeFolder } from '../support/folder.js';

/** Where this checkout is. */
export const root = projectRoot(import.meta.dirname);

// Below the ports that a system hands out by itself, so that nobody's outgoing connection takes one of ours meanwhile.
const BASES = { from: 20_000, below: 32_000, step: 10 } as const;
const PORTS = 6;
const READY_MS = 90_000;

// What a developer may have set for their own service must not reach a test's.
const NOT_OURS = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'ISSUER_URL', 'RCMS_URL', 'RND_API', 'RND_ISSUER'];

/** `./rnd up` as a process: everything it has said so far, and its exit code once it has ended. */
export interface Up {
  readonly process: ChildProcess;
  said: () => string;
  exit: Promise<number | null>;
}

/** What a command printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A service in a folder and on six ports of the caller's own, started and asked as a person does it: by ./rnd. */
export interface OwnService {
  readonly dir: string;
  /** The first of its six ports. */
  readonly base: number;
  readonly env: NodeJS.ProcessEnv;
  /** Starts `./rnd up`, or another command that does. */
  up: (command?: string, args?: readonly string[]) => Up;
  /** Waits until it says that it is ready; throws with what it said and its logs when it ends or takes too long. */
  ready: (started: Up) => Promise<RunFile>;
  /** The names of those parts of a run that still live. */
  alive: (file: RunFile) => Promise<string[]>;
  /** Runs another command of ./rnd to its end. */
  rnd: (...args: readonly string[]) => Promise<Ran>;
  /** Ends, as Ctrl-C does, what still runs. */
  stop: () => Promise<void>;
  /** Ends whatever is left, and removes the folder. */
  close: () => Promise<void>;
}

/** Makes ready for a service of the caller's own, with `over` in its environment; nothing is started yet. */
export async function ownService(over: NodeJS.ProcessEnv = {}): Promise<OwnService> {
  const { folder: dir, remove } = await takeFolder();
  const base = await freeBase();
  const env = environment(dir, base, over);
  const running: Up[] = [];
  const marks: ProcessMark[] = [];
  const up = (command = join(root, 'rnd'), args: readonly string[] = ['up']): Up => {
    const started = spawned(command, args, env);
    running.push(started);
    return started;
  };
  const ready = async (started: Up): Promise<RunFile> => {
    const file = await untilReady(started, dir);
    marks.push(...Object.values(file.pids));
    return file;
  };
  const stop = async (): Promise<void> => {
    for (const { process: started, exit } of running) {
      started.kill('SIGINT');
      await exit;
    }
  };
  const close = async (): Promise<void> => {
    for (const each of running) each.process.kill('SIGKILL');
    const left = Object.values((await readRunFile(dir))?.pids ?? {});
    for (const mark of [...marks, ...left]) if (await isSame(mark)) process.kill(mark.pid, 'SIGKILL');
    await remove();
  };
  const rnd = (...args: readonly string[]): Promise<Ran> => ranWith(join(root, 'rnd'), args, env);
  return { dir, base, env, up, ready, alive, rnd, stop, close };
}

/** Waits for something to come true; throws with `what` when it doesn't in time. */
export async function until(
  what: string,
  isTrue: () => Promise<boolean> | boolean,
  patienceMs = 30_000,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`${what}: not within ${patienceMs / 1000} s`);
    await sleep(50);
  }
}

/** The status that an address answers with, 0 where nothing does. */
export async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}

/** Runs a program to its end, in this checkout unless told otherwise; never throws. */
export function ranWith(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd: string = root,
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(command, args, { env, cwd, maxBuffer: 64e6 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      resolve({ code, stdout, stderr });
    });
  });
}

function environment(dir: string, base: number, over: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // As if npm had started it: then it ends with us, should this run be cut short.
  const started = { npm_lifecycle_event: 'start', NODE_ENV: 'development', LANG: 'C.UTF-8' };
  const env: NodeJS.ProcessEnv = { ...process.env, ...started, RND_DIR: dir, RND_PORT_BASE: String(base) };
  for (const name of Object.keys(env)) {
    if (NOT_OURS.includes(name) || name.startsWith('VITEST') || /^[A-Z_]+_PORT$/.test(name)) delete env[name];
  }
  return { ...env, ...over };
}

function spawned(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Up {
  const child = spawn(command, args, { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, said: () => text, exit };
}

async function untilReady(started: Up, dir: string): Promise<RunFile> {
  const deadline = performance.now() + READY_MS;
  while (!started.said().includes('ready in')) {
    if (started.process.exitCode !== null || performance.now() > deadline)
      throw new Error(`it did not get ready:\n${started.said()}\n${await logsIn(dir)}`);
    await sleep(50);
  }
  const file = await readRunFile(dir);
  if (file === undefined) throw new Error('there is no run.json');
  return file;
}

async function alive(file: RunFile): Promise<string[]> {
  const names = await Promise.all(
    Object.entries(file.pids).map(async ([name, mark]) => ((await isSame(mark)) ? name : '')),
  );
  return names.filter((name) => name !== '').sort();
}

async function freeBase(): Promise<number> {
  for (;;) {
    const base = randomInt(BASES.from / BASES.step, BASES.below / BASES.step) * BASES.step;
    const ports = Array.from({ length: PORTS }, (_, index) => base + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return base;
  }
}

async function logsIn(dir: string): Promise<string> {
  const texts = ['api', 'worker'].map((name) =>
    readFile(join(dir, 'log', `${name}.log`), 'utf8').catch(() => ''),
  );
  return (await Promise.all(texts)).map((text) => text.slice(-2_000)).join('\n');
}
