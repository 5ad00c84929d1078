import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, isAlive } from './process.js';

const TAIL_LINES = 30;
const LAST_WORDS_MS = 200;

/** Takes one line of a server's own output. */
export type Log = (line: string) => void;

/** A server process of ours: its pid, the end of its output, and a stop that can be called twice. */
export interface Child {
  pid: number;
  /** The last lines it printed, for the message of an error. */
  tail(): string;
  /** True once the process has ended, whoever ended it. */
  ended(): boolean;
  /** Settles when it ends, with how: `exit code 1`, `signal SIGKILL`. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

/** What is told of a process the moment it exists, so that it can be found again should we be killed. */
export type OnSpawn = (pid: number) => Promise<void>;

/** What a server is started with. */
export interface ChildOptions {
  command: string;
  args: readonly string[];
  log: Log;
  onSpawn?: OnSpawn | undefined;
  stopSignal: NodeJS.Signals;
  /** Milliseconds between the stop signal and SIGKILL. */
  graceMs: number;
  uid?: number;
  gid?: number;
  /** The child's whole environment; ours when left out. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** A Node program of ours, which ends by itself when we die: see with-parent.ts. */
  isNode?: boolean;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C reaches only us and we can stop things in order.
 * Throws when the executable can't be started.
 */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { uid, gid, env, cwd } = options;
  const child = spawn(options.command, options.args, {
    detached: true,
    // The channel tells a Node child of ours when we are gone, however we went.
    stdio: options.isNode === true ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(env === undefined ? {} : { env }),
    ...(cwd === undefined ? {} : { cwd }),
  });
  const lines = keepTail(child, options.log);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, name) => {
      const told = (): void => resolve(code === null ? `signal ${name}` : `exit code ${code}`);
      // Its last words are still on their way; but a grandchild may hold the pipe, so they are not waited for long.
      child.once('close', told);
      setTimeout(told, LAST_WORDS_MS);
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error(`${options.command} started without a process id`);
  const killAtExit = (): void => signal(pid, 'SIGKILL');
  process.once('exit', killAtExit);
  // Once it has ended its number may be given to a stranger.
  child.once('exit', () => process.removeListener('exit', killAtExit));
  await options.onSpawn?.(pid);
  const ended = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const stop = async (): Promise<void> => {
    if (!ended()) await end(pid, ended, options);
  };
  return { pid, tail: () => lines.join('\n'), ended, exited, stop };
}

/**
 * Ends what an earlier, killed run left behind: the process named by `pidFile`, if its command line still contains `mark`.
 * The mark (a data directory) keeps us from ending a stranger that was given the same number since.
 */
export async function endLeftover(pidFile: string, mark: string, stopSignal: NodeJS.Signals): Promise<void> {
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number.parseInt(text.split('\n')[0] ?? '', 10);
  if (!Number.isInteger(pid) || pid <= 1 || !(await commandLineOf(pid)).includes(mark)) return;
  await endProcess(pid, stopSignal, 15_000);
}

/** Asks a process to end, waits as long as it is granted, then kills it; gives back when it is gone. */
export function endProcess(pid: number, stopSignal: NodeJS.Signals, graceMs: number): Promise<void> {
  return end(pid, () => !isAlive(pid), { stopSignal, graceMs });
}

async function end(
  pid: number,
  ended: () => boolean,
  how: { stopSignal: NodeJS.Signals; graceMs: number },
): Promise<void> {
  signal(pid, how.stopSignal);
  const deadline = performance.now() + how.graceMs;
  while (!ended() && performance.now() < deadline) await sleep(25);
  if (ended()) return;
  signal(pid, 'SIGKILL');
  while (!ended()) await sleep(25);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime, which is what we wanted.
  }
}

function keepTail(child: ChildProcess, log: Log): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > TAIL_LINES) lines.shift();
      log(line);
    });
  }
  return lines;
}
