import type { ClockName } from '../../program/types.js';
import type { Chart } from '../kernel/types.js';
import { nextDue, openIn } from './duties.js';
import type { Duties } from './duties.js';
import { runningClock } from './running.js';
import type { Clocked } from './running.js';

/** Until when a clock is waited for: the ISO instant at which it runs out; null while it stands still. */
export function dueOfClock(context: Clocked, clock: ClockName): string | null {
  const { due, suspended } = runningClock(context, clock);
  return suspended === null ? due : null;
}

/**
 * What the kernel asks of a chart with clocks, to be spread into the chart. Delays are named after clocks; `others` says
 * those that are not, or not always.
 */
export function clockDates<Context extends Clocked>(
  duties: Duties,
  others: Readonly<Record<string, (context: Context) => string | null>> = {},
): Required<Pick<Chart, 'dueOf' | 'tendsAt' | 'pendingIn'>> {
  return {
    dueOf: (context, delay) => {
      const own = others[delay];
      const known = context as unknown as Context;
      return own ? own(known) : dueOfClock(known, delay as ClockName);
    },
    tendsAt: ({ path, context }) => nextDue(duties, context as unknown as Clocked, path)?.mark.at ?? null,
    pendingIn: (path) => openIn(duties, path),
  };
}

/** A chart's delays by their names; how long each is is said by `dueOf`, after every step. */
export function delaysNamed<Name extends string>(...names: readonly Name[]): Record<Name, () => number> {
  return Object.fromEntries(names.map((name) => [name, () => Infinity])) as Record<Name, () => number>;
}
