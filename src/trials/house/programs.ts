import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startChild } from '../../server/child.js';
import type { Child } from '../../server/child.js';
import { logFile } from '../../server/log-file.js';

const PATIENCE_MS = 60_000;
const POLL_MS = 25;

/**
 * Starts one of our own programs (a path from this folder), with its log in the house's folder; it ends by itself should
 * this process be killed. With `says`, it is awaited until it has printed that.
 */
export async function startProgram(
  program: string,
  env: NodeJS.ProcessEnv,
  { dir }: { readonly dir: string },
  name: string,
  says?: string,
): Promise<Child> {
  const write = logFile(dir, name);
  let hasSaid = says === undefined;
  const child = await startChild({
    command: process.execPath,
    args: ['--enable-source-maps', '--import', here('../../server/with-parent.js'), here(program)],
    ...{ env, stopSignal: 'SIGTERM', graceMs: 20_000, isNode: true },
    log: (line) => {
      write(line);
      if (says !== undefined && line.includes(says)) hasSaid = true;
    },
  });
  await until(`${name} to say that it works`, async () => {
    if (child.ended()) throw new Error(`${name} did not start:\n${child.tail()}`);
    return hasSaid;
  });
  return child;
}

/** Waits until an address answers with 200. Throws after a minute. */
export function untilAnswers(url: string): Promise<void> {
  return until(url, () =>
    fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
}

async function until(what: string, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`waited a minute in vain for ${what}`);
    await sleep(POLL_MS);
  }
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
