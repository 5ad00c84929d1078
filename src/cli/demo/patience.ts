import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../http.js';
import { Difference } from './difference.js';

const POLL_MS = 250;
const PATIENCE_MS = 90_000;
const TOO_MANY = 429;

/** Asks again and again until there is an answer. Throws a Difference when it takes too long; `last` says what was seen. */
export async function patiently<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  last: () => string,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const answer = await ask().catch(whenTooMany);
    if (answer !== undefined) return answer;
    await sleep(POLL_MS);
  }
  throw new Difference(`waited ${PATIENCE_MS / 1000} s in vain for ${what} (last: ${last()})`);
}

// Asked too often: a pause, and once more.
async function whenTooMany(error: unknown): Promise<undefined> {
  if (!(error instanceof Refused) || error.problem.status !== TOO_MANY) throw error;
  await sleep(1_000);
}
