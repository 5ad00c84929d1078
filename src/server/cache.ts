import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf } from './process.js';
import type { Log } from './child.js';

const ASK_AGAIN_MS = 500;

/** The folder in which programs that were fetched are kept between projects and clones; follows XDG_CACHE_HOME. */
export function cacheDir(env: NodeJS.ProcessEnv = process.env): string {
  const base = env['XDG_CACHE_HOME'] || (homedir() ? join(homedir(), '.cache') : tmpdir());
  return join(base, 'rnd-tracks');
}

/** Whether a file is there and may be executed by somebody. */
export async function isExecutable(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.isFile() && (found.mode & 0o111) !== 0;
}

/** The first executable of these names on PATH, or undefined. */
export async function onPath(...names: readonly string[]): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  for (const name of names) {
    for (const folder of folders) {
      if (await isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}

/**
 * Fetches something into `place` once, however many processes ask: `make` fills a folder beside it that is renamed when
 * complete, so a fetch that was cut short never looks finished. Throws what `make` throws.
 */
export async function fetchOnce(
  place: string,
  say: Log,
  make: (unfinished: string) => Promise<void>,
): Promise<void> {
  const isThere = async (): Promise<boolean> => (await stat(place).catch(() => undefined)) !== undefined;
  await mkdir(join(place, '..'), { recursive: true });
  const lock = `${place}.lock`;
  while (!(await isThere())) {
    if (!(await takeLock(lock, say))) continue;
    const unfinished = `${place}.${process.pid}`;
    try {
      await mkdir(unfinished, { recursive: true });
      if (await isThere()) return;
      await make(unfinished);
      await rename(unfinished, place);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
      await rm(lock, { force: true });
    }
  }
}

// Held by the process whose id is in the file; a holder that is gone, or another program by now, gives it up.
async function takeLock(lock: string, say: Log): Promise<boolean> {
  try {
    await writeFile(lock, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch {
    const holder = Number.parseInt(await readFile(lock, 'utf8').catch(() => ''), 10);
    const isHeld = Number.isInteger(holder) && (await commandLineOf(holder)).includes('node');
    if (isHeld) say(`waiting for process ${holder}, which fetches the same`);
    await sleep(ASK_AGAIN_MS);
    if (!isHeld) await rm(lock, { force: true });
    return false;
  }
}
