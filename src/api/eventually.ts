import { setTimeout as sleep } from 'node:timers/promises';

/** The first pause, how much longer each next one is, and the longest: where everything is slow, asking more makes it slower. */
const PAUSE = { firstMs: 20, growth: 1.5, longestMs: 250 } as const;

/** Asks again and again, ever less often, until there is an answer, or gives undefined when `patienceMs` have passed. */
export async function eventually<T>(
  patienceMs: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = performance.now() + patienceMs;
  for (let pauseMs: number = PAUSE.firstMs; ; pauseMs = Math.min(pauseMs * PAUSE.growth, PAUSE.longestMs)) {
    const answer = await ask();
    if (answer !== undefined || performance.now() > end) return answer;
    await sleep(pauseMs);
  }
}
