import { rmSync } from 'node:fs';
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

/**
 * A folder for a whole suite, which removes it itself; other users, such as PostgreSQL's, can reach it. It is also
 * removed when the process is told to end before the suite has come to that.
 */
export async function takeFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'rnd-tracks-test-'));
  await chmod(folder, 0o755);
  const atExit = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', atExit);
  const remove = async (): Promise<void> => {
    process.removeListener('exit', atExit);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return { folder, remove };
}
