import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 20;

/** Asks again and again until there is an answer, or gives undefined when `patienceMs` have passed. */
export async function eventually<T>(
  patienceMs: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined || performance.now() > end) return answer;
    await sleep(EVERY_MS);
  }
}
