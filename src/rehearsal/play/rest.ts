import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from '../engine/house.js';

/** A minute in which nothing is due: it passes at once when nothing is under way, and in a minute otherwise. */
const A_MINUTE_MS = 60_000;
const AT_ONCE_MS = 30_000;

const ASK_AGAIN_MS = 15;

/**
 * Waits until nothing is under way: the inbox owes nothing, and the time-skipping server skips a minute, which it does only
 * when no case, activity or signal is at work. What came of it may have put something into the inbox again.
 */
export async function settled({ ledger, time }: House): Promise<void> {
  do {
    while (await isOwed(ledger)) await sleep(ASK_AGAIN_MS);
    await untilIdle(time);
  } while (await isOwed(ledger));
}

async function untilIdle(time: House['time']): Promise<void> {
  for (;;) {
    const began = performance.now();
    await time.passTo(new Date(Date.parse(await time.now()) + A_MINUTE_MS).toISOString());
    if (performance.now() - began < AT_ONCE_MS) return;
  }
}

async function isOwed({ pool }: House['ledger']): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from command_inbox where delivered_at is null limit 1');
  return (rowCount ?? 0) > 0;
}
