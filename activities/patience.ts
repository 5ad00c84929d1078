import { setTimeout as sleep } from 'node:timers/promises';

/** How long one try waits, and how often it looks: shorter than a worker has to end, and long enough to save most tries. */
const PATIENCE_MS = 4_000;
const LOOK_AGAIN_MS = 250;

/** Waits a few seconds until nothing is left of what `count` counts; throws what is left, so that the order is tried again. */
export async function untilNone(what: string, count: () => Promise<number>): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const left = await count();
    if (left === 0) return;
    if (Date.now() > until) throw new Error(`${left} ${what}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
