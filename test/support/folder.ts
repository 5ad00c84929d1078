import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of the running test's own, removed when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const { folder, remove } = await takeFolder();
  onTestFinished(remove);
  return folder;
}

/** A folder for a whole suite, which removes it itself; other users, such as PostgreSQL's, can reach it. */
export async function takeFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rnd-tracks-test-'));
  await chmod(folder, 0o755);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
