import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive, startOf } from './process.js';
import { writeOnce } from './write-once.js';

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
export function readRunFile(dir: string): Promise<RunFile | undefined> {
  return readFrom(fileIn(dir));
}

async function readFrom(file: string): Promise<RunFile | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
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
  let dead: RunFile | undefined;
  while (!(await writeOnce(fileIn(dir), `${JSON.stringify(mine)}\n`))) {
    const there = await readRunFile(dir);
    if (there !== undefined && (await isSame(there.up))) return { running: there };
    dead = there ?? dead;
    await clearAway(dir);
  }
  return dead === undefined ? {} : { dead };
}

// Moved away and looked at again: between the look before and the move somebody may have claimed it, who gets it back.
async function clearAway(dir: string): Promise<void> {
  const aside = `${fileIn(dir)}.dead-${randomUUID()}`;
  await rename(fileIn(dir), aside).catch(() => undefined);
  const moved = await readFrom(aside);
  if (moved !== undefined && (await isSame(moved.up))) await link(aside, fileIn(dir)).catch(() => undefined);
  await rm(aside, { force: true });
}

function fileIn(dir: string): string {
  return join(dir, 'run.json');
}
