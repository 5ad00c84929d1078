import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../../server/child.js';

/** Ends something that was started. */
export type Stop = () => Promise<unknown>;

const REMOVING = { recursive: true, force: true, maxRetries: 3 } as const;

/**
 * Furnishes a folder of its own, whose name begins with `prefix`. `close` ends what `furnish` has put among the stops, the
 * last first, and the folder goes; so does everything where furnishing fails, and the folder where this process ends before.
 */
export async function inFolder<Furnished extends object>(
  prefix: string,
  log: Log,
  furnish: (dir: string, stops: Stop[]) => Promise<Furnished>,
): Promise<Furnished & { close(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), prefix));
  // PostgreSQL may run as a user of its own, which has to get in.
  await chmod(dir, 0o755);
  // Whoever is in a hurry may end us half-way: the servers end with us, and the folder goes, too.
  const atExit = (): void => rmSync(dir, REMOVING);
  process.once('exit', atExit);
  const removed = (): Promise<void> =>
    rm(dir, REMOVING).finally(() => process.removeListener('exit', atExit));
  const stops: Stop[] = [removed];
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop().catch((error: unknown) => log(String(error)));
  };
  try {
    return { ...(await furnish(dir, stops)), close };
  } catch (error) {
    await close();
    throw error;
  }
}
