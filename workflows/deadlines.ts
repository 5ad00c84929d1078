import { condition } from '@temporalio/workflow';
import type { ChartState } from '../src/charts/kernel/types.js';
import { msUntil } from './events.js';

/** How long after a deadline its timer fires, so that what was received in the last instant is in the inbox. */
const RECEIPT_GRACE_MS = 1_000;

/** How soon a deadline asks again that is held open by a command on its way; then ever less often, up to the longest. */
const ASK_AGAIN_MS = { first: 1_000, longest: 60_000 };

/** A deadline that has passed: the event by which the chart knows it, and when it was due (ISO instant). */
export interface Passed {
  readonly type: string;
  readonly due: string;
}

/** Who has deadlines, and knows whether the inbox owes it something that was received by one. */
export interface Bound {
  readonly state: ChartState;
  isAwaited(due: string): Promise<boolean>;
}

/**
 * Waits with one timer for the earliest deadline, then until the inbox owes nothing from before it (docs/adr/0002), and
 * gives it; null as soon as `isWoken`, or another deadline is the earliest.
 */
export async function untilPassed(bound: Bound, isWoken: () => boolean): Promise<Passed | null> {
  const watched = earliest(bound);
  const isOff = (): boolean => isWoken() || !isSame(earliest(bound), watched);
  if (!watched) {
    await condition(isOff);
    return null;
  }
  let waitMs = msUntil(watched.due) + RECEIPT_GRACE_MS;
  for (let againMs = ASK_AGAIN_MS.first; ; againMs = Math.min(againMs * 2, ASK_AGAIN_MS.longest)) {
    if (await condition(isOff, waitMs)) return null;
    if (!(await bound.isAwaited(watched.due)) && !isOff()) return watched;
    waitMs = againMs;
  }
}

function earliest({ state }: Bound): Passed | undefined {
  const all = Object.entries(state.deadlines).map(([type, { due }]): Passed => ({ type, due }));
  return all.sort((a, b) => a.due.localeCompare(b.due))[0];
}

function isSame(one: Passed | undefined, other: Passed | undefined): boolean {
  return one?.type === other?.type && one?.due === other?.due;
}
