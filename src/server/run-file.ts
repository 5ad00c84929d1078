import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive, startOf } from './process.js';

/** A process by number and start, so that a number given to a stranger since is never taken for it. */
const process_ = z.object({ pid: z.int().min(2), start: z.string() });
export type ProcessMark = z.infer<typeof process_>;

const runFile = z.object({
  up: process_,
  /** Base URLs and addresses; absent until `up` has chosen them. */
  api: z.string().optional(),
  docs: z.string().optional(),
  issuer: z.string().optional(),
  rcms: z.string().optional(),
  temporal: z.string().optional(),
  temporalUi: z.string().optional(),
  /** What `up` started, by name. */
  pids: z.record(z.string(), process_),
});

/** What `.rnd/run.json` says of a running service: addresses, and the processes that make it up. */
export type RunFile = z.infer<typeof runFile>;

/** The service described by `.rnd/run.json`, or undefined when there is none or it can't be read. */
export async function readRunFile(dir: string): Promise<RunFile | undefined> {
  const text = await readFile(fileIn(dir), 'utf8').catch(() => '');
  try {
    return runFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Writes `.rnd/run.json` in one step, readable by its owner only. */
export async function writeRunFile(dir: string, content: RunFile): Promise<void> {
  const unfinished = `${fileIn(dir)}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, fileIn(dir));
}

/** Removes `.rnd/run.json`. */
export async function removeRunFile(dir: string): Promise<void> {
  await rm(fileIn(dir), { force: true });
}

/** The mark of a running process. Throws when there is none of that number. */
export async function markOf(pid: number): Promise<ProcessMark> {
  const start = await startOf(pid);
  if (start === undefined) throw new Error(`there is no process ${pid}`);
  return { pid, start };
}

/** Whether the very process of this mark is still there. */
export async function isSame({ pid, start }: ProcessMark): Promise<boolean> {
  return isAlive(pid) && (await startOf(pid)) === start;
}

/**
 * Claims the folder for this process. Gives back `running`, the service that holds it and lives, or `dead`, what a
 * killed one left written.
 */
export async function claim(dir: string): Promise<{ running?: RunFile; dead?: RunFile }> {
  await mkdir(dir, { recursive: true });
  const mine: RunFile = { up: await markOf(process.pid), pids: {} };
  const text = `${JSON.stringify(mine)}\n`;
  let dead: RunFile | undefined;
  for (;;) {
    try {
      await writeFile(fileIn(dir), text, { flag: 'wx', mode: 0o600 });
      return dead === undefined ? {} : { dead };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const there = await readRunFile(dir);
    if (there !== undefined && (await isSame(there.up))) return { running: there };
    dead = there ?? dead;
    // Moved away rather than removed: of two that find the same dead one, only one gets it.
    const aside = `${fileIn(dir)}.dead-${process.pid}`;
    await rename(fileIn(dir), aside).catch(() => undefined);
    await rm(aside, { force: true });
  }
}

function fileIn(dir: string): string {
  return join(dir, 'run.json');
}
