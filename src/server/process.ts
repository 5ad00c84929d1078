import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user exists, though we may not signal it.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process's command line with its arguments; empty when there is no such process. */
export async function commandLineOf(pid: number): Promise<string> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  if (text !== undefined) return text.replaceAll('\0', ' ').trim();
  return ps('args=', pid);
}

/**
 * When a process started, as text that stays the same for as long as it lives; undefined when there is none.
 * With it a process that was given a number used before is told from the one that we started.
 */
export async function startOf(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The name in brackets may contain anything; the 22nd field, counted after it, is the start in clock ticks since boot.
  const ticks = text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  if (ticks !== undefined) return `${await bootOf()}/${ticks}`;
  return (await ps('lstart=', pid)) || undefined;
}

// Where there is no /proc (macOS).
async function ps(column: string, pid: number): Promise<string> {
  const answer = await execute('ps', ['-ww', '-o', column, '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return answer.stdout.trim();
}

async function bootOf(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}
