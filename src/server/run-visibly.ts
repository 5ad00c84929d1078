import { spawn } from 'node:child_process';
import type { Log } from './child.js';

const SAY_AGAIN_MS = 15_000;
const TAIL_CHARS = 2_000;

/** How a program is run: its environment and folder, and who is told that it still runs. */
export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  say: Log;
  /** What the program does, as the beginning of a line about it. */
  what: string;
  /** Milliseconds after which it and everything it started is killed. */
  timeoutMs?: number;
}

/**
 * Runs a program to its end, saying every fifteen seconds how long it has been at it.
 * Throws with the end of its output when it fails or takes too long.
 */
export async function runVisibly(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  const { env = process.env, cwd = process.cwd(), say, what, timeoutMs } = options;
  const began = performance.now();
  const seconds = (): number => Math.round((performance.now() - began) / 1000);
  // A group of its own, so that a program that is cut short takes its helpers with it.
  const child = spawn(command, args, { env, cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = (): void => killGroup(child.pid);
  process.once('exit', kill);
  const ticking = setInterval(() => say(`${what} … ${seconds()} s`), SAY_AGAIN_MS);
  const limit = timeoutMs === undefined ? undefined : setTimeout(kill, timeoutMs);
  let output = '';
  const keep = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code === 0) return output;
    throw new Error(`${what} failed after ${seconds()} s:\n${output.slice(-TAIL_CHARS).trim()}`);
  } finally {
    clearInterval(ticking);
    clearTimeout(limit);
    process.removeListener('exit', kill);
  }
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
