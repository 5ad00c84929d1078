import type { Clock, ClockName } from '../../program/types.js';
import type { Mark } from '../../rules/tending.js';
import { order } from '../effects.js';
import { nextDue } from './duties.js';
import type { Duties } from './duties.js';
import type { ClockArgs } from './running.js';

/**
 * Something to be said of a clock: `remind` before it runs out, `overdue` once it has, `escalate` after that, to whom.
 * `whose` duty it is; `due` is the ISO instant at which it runs out.
 */
export interface Tending {
  readonly clock: ClockName;
  readonly mark: string;
  readonly kind: Mark['kind'];
  readonly to?: 'delegate' | 'head';
  readonly whose: Clock['whose'];
  readonly due: string;
}

/** The orders that the clockwork gives, for a chart's setup. */
export const clockOrders = { tendClock: order<Tending>() };

/** Says what is due to be said; one thing at a time, the earliest first. */
export function tendClock(duties: Duties) {
  const params = ({ context, event }: ClockArgs): Tending => {
    const found = nextDue(duties, context, event.foundIn ?? '');
    if (!found) throw new Error(`nothing is to be said of the clocks of ${context.subjectId}`);
    const { clock, running, mark } = found;
    const { mark: name, kind, to } = mark;
    const { whose } = context.terms.clocks[clock];
    return { clock, mark: name, kind, ...(to === undefined ? {} : { to }), whose, due: running.due };
  };
  return { type: 'tendClock', params } as const;
}
