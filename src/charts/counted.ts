import type { ClockName } from '../program/types.js';
import { dueOf } from '../rules/clocks.js';
import type { ClockTerms, Due } from '../rules/clocks.js';
import { msOf } from '../rules/calendar.js';
import type { ChartEvent } from './kernel/types.js';

/** A clock that runs in a chart's context: UTC instants and how it was counted. */
export type CountedClock = Pick<Due, 'from' | 'due' | 'rule'>;

/** Counts a clock from a UTC instant by the edition's rule for it (domain.md section 4), as a context carries it. */
export function counted(terms: ClockTerms, clock: ClockName, start: string): CountedClock {
  const { from, due, rule } = dueOf(terms, clock, start);
  return { from, due, rule };
}

/** What a delay is given; at a chart's beginning there is no event yet, only the input in its context. */
export interface Delayed {
  readonly context: { readonly openedAt: string };
  readonly event: ChartEvent;
}

/**
 * Milliseconds from now until a UTC instant, negative where it has passed, for a delay that may stand in a first state:
 * there "now" is the receipt of what began the subject, from which the kernel counts too.
 */
export function msTo({ context, event }: Delayed, instant: string): number {
  const { at } = event as Partial<ChartEvent>;
  return msOf(instant) - msOf(at ?? context.openedAt);
}
