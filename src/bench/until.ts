import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const POLL_MS = 100;

/** Asks every `pollMs` until there is an answer. Throws after a minute, with what was waited for. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  pollMs = POLL_MS,
): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await sleep(pollMs);
  }
  throw new Error(`waited a minute in vain for ${what}`);
}
