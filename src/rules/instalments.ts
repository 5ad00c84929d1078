import type { Terms } from '../program/types.js';
import { addDays } from './calendar.js';
import type { Day } from './calendar.js';
import { lastDayFrom } from './count.js';
import type { Verdict } from './verdict.js';
import { sumWon, won } from './won.js';
import type { WonText } from './won.js';

/** One instalment: whole won, and the Korean day by which it is due. */
export interface Instalment {
  readonly amount: WonText;
  readonly due: Day;
}

/** What a plan of instalments is asked. */
export type InstalmentCode =
  'isPlanExact' | 'hasNoEmptyInstalment' | 'arePlanDatesRising' | 'isPlanWithinCount' | 'isPlanWithinPeriod';

/** The last Korean day on which an instalment may fall that is proposed on the day `from`. */
export function latestInstalment(
  from: Day,
  { recovery, editionId }: Pick<Terms, 'recovery' | 'editionId'>,
): Day {
  if (recovery === undefined) throw new Error(`${editionId} says nothing of instalments`);
  return lastDayFrom(addDays(from, 1), recovery.latestAfter);
}

function rising(plan: readonly Instalment[], from: Day): Verdict<InstalmentCode> {
  const days = [from, ...plan.map(({ due }) => due)];
  // ISO days compare as text; the first may fall on the day of the proposal itself.
  const ok = days.every((day, index) => {
    const last = days[index - 1];
    return last === undefined || (index === 1 ? last <= day : last < day);
  });
  return { code: 'arePlanDatesRising', ok, evidence: { from, dates: days.slice(1).join(', ') } };
}

/**
 * Whether a plan of instalments pays all that is `owed` (whole won), in as many parts and by the day that the edition
 * allows, counted from the Korean day `from` of the proposal; in a fixed order. A plan of nothing is not exact.
 */
export function planVerdicts(
  plan: readonly Instalment[],
  owed: WonText,
  terms: Pick<Terms, 'recovery' | 'editionId'>,
  from: Day,
): Verdict<InstalmentCode>[] {
  const atLatest = latestInstalment(from, terms);
  const atMost = terms.recovery?.mostInstalments ?? 0;
  const sum = sumWon(plan.map(({ amount }) => amount));
  const last = plan.at(-1)?.due ?? from;
  return [
    { code: 'isPlanExact', ok: plan.length > 0 && won(sum) === won(owed), evidence: { sum, owed } },
    {
      code: 'hasNoEmptyInstalment',
      ok: plan.every(({ amount }) => won(amount) > 0n),
      evidence: { amounts: plan.map(({ amount }) => amount).join(', ') },
    },
    rising(plan, from),
    { code: 'isPlanWithinCount', ok: plan.length <= atMost, evidence: { instalments: plan.length, atMost } },
    { code: 'isPlanWithinPeriod', ok: last <= atLatest, evidence: { last, atLatest } },
  ];
}
