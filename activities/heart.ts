import { heartbeat } from '@temporalio/activity';

/** How often a heart beats: several times within what the workflow waits for a beat. */
const BEAT_MS = 1_000;

/** Does something slow, and says all the while that this worker lives. */
export async function beating<T>(work: () => Promise<T>): Promise<T> {
  heartbeat();
  const beat = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}
