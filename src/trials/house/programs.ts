import { until } from '../../bench/until.js';
import type { Child } from '../../server/child.js';
import { logFile } from '../../server/log-file.js';
import { startOwnProgram } from '../../server/own-program.js';

const POLL_MS = 25;

/**
 * Starts one of our own programs (a path below dist/src), with its log in the house's folder; it ends by itself should
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
  const child = await startOwnProgram(program, {
    env,
    log: (line) => {
      write(line);
      if (says !== undefined && line.includes(says)) hasSaid = true;
    },
  });
  const isWorking = async (): Promise<true | undefined> => {
    if (child.ended()) throw new Error(`${name} did not start:\n${child.tail()}`);
    return hasSaid || undefined;
  };
  await until(`${name} to say that it works`, isWorking, POLL_MS);
  return child;
}

/** Waits until an address answers with 200. Throws after a minute. */
export async function untilAnswers(url: string): Promise<void> {
  const answers = (): Promise<true | undefined> =>
    fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status === 200 || undefined,
      () => undefined,
    );
  await until(url, answers, POLL_MS);
}
