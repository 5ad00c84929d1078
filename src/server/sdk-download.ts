import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../project-root.js';
import { isExecutable } from './cache.js';
import type { Log } from './child.js';
import { runVisibly } from './run-visibly.js';

const TIMEOUT_MS = 60_000;

/** The two servers that the SDK can download: the development server and the time-skipping test server. */
export type Downloadable = 'local' | 'timeSkipping';

const PREFIX: Readonly<Record<Downloadable, string>> = {
  local: 'temporal-cli',
  timeSkipping: 'temporal-test-server',
};

/**
 * Lets the SDK download one of its servers into `folder`; gives back the program, or undefined where the network
 * or the machine doesn't allow it within a minute.
 */
// The SDK downloads only on the way to starting the server, and can't be told to stop: hence a process of its own.
export async function downloadBySdk(
  which: Downloadable,
  folder: string,
  say: Log,
): Promise<string | undefined> {
  const before = await downloadedBySdk(which, folder);
  if (before !== undefined) return before;
  await mkdir(folder, { recursive: true });
  const method = which === 'local' ? 'createLocal' : 'createTimeSkipping';
  const script = `
    import { TestWorkflowEnvironment } from '@temporalio/testing';
    const executable = { type: 'cached-download', downloadDir: process.argv[1] };
    await (await TestWorkflowEnvironment.${method}({ server: { executable } })).teardown();`;
  try {
    await runVisibly(process.execPath, ['--input-type=module', '-e', script, folder], {
      cwd: projectRoot(dirname(fileURLToPath(import.meta.url))),
      say,
      what: "the SDK's own download",
      timeoutMs: TIMEOUT_MS,
    });
  } catch (error) {
    say(`the SDK's own download isn't possible here: ${reasonOf(error)}`);
  }
  return downloadedBySdk(which, folder);
}

/** The program that the SDK has downloaded into `folder` before, or undefined. */
export async function downloadedBySdk(which: Downloadable, folder: string): Promise<string | undefined> {
  const names = await readdir(folder).catch(() => []);
  const name = names.find((each) => each.startsWith(PREFIX[which]) && !each.endsWith('.downloading'));
  const path = name === undefined ? undefined : join(folder, name);
  return path !== undefined && (await isExecutable(path)) ? path : undefined;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /dns error|timed out|refused|unreachable|certificate/i.exec(text)?.[0] ?? 'no answer';
}
