import { dayOf } from '../../rules/calendar.js';
import type { ChartEvent } from '../kernel/types.js';
import { trancheContext } from '../tranche/context.js';
import type { TrancheContext, TrancheInput } from '../tranche/context.js';

/** What is known of a tranche whose money is held against the budget of the year in which it is paid. */
export interface TrancheContextV2 extends TrancheContext {
  /** The Korean calendar year, "2027", in which the claim was last checked or its funds were asked for. */
  readonly year: string | null;
  /** The year against whose budget funds are held though nothing is being paid. */
  readonly heldInYear: string | null;
}

/** What the guards and updates of these tranches look at. */
export interface TrancheArgsV2 {
  readonly context: TrancheContextV2;
  readonly event: ChartEvent;
}

/** A tranche at its beginning. */
export function trancheContextV2(input: TrancheInput): TrancheContextV2 {
  return { ...trancheContext(input), year: null, heldInYear: null };
}

/** The Korean calendar year of an event as it is applied, "2027". */
export function yearOf({ at }: Pick<ChartEvent, 'at'>): string {
  return dayOf(at).slice(0, 4);
}

/** The program's budget of a year in won, or undefined where the edition names none. */
export function budgetOf({ terms }: Pick<TrancheContextV2, 'terms'>, year: string): string | undefined {
  return terms.money.yearBudgets?.[year];
}
