import { dataOf } from '../payload.js';
import { correctedBy, extendedBy, resumedClock, suspendedClock } from './changes.js';
import type { OfClock } from './changes.js';
import { nextDue } from './duties.js';
import type { Duties, NamedClock } from './duties.js';
import { followed, recountedBy } from './recount.js';
import { runningClock, withClock } from './running.js';
import type { ClockArgs, Clocked, Clocks, Escalation, TendedClock } from './running.js';

/** What the clockwork writes into a context. */
export type ClockPatch = Partial<Pick<Clocked, 'clocks' | 'daysAdded'>>;

function changed(duties: Duties, change: (args: ClockArgs) => TendedClock) {
  return (args: ClockArgs): ClockPatch => {
    const { clock, ground = '' } = dataOf<OfClock & { readonly ground?: string }>(args.event);
    return { clocks: movedClock(duties, args, { clock, running: change(args), ground }) };
  };
}

/** What was said of a clock is remembered, and since when it is overdue. */
function sayMark(duties: Duties) {
  return ({ context, event }: ClockArgs): ClockPatch => {
    const found = nextDue(duties, context, event.foundIn ?? '');
    if (!found) return {};
    const { clock, running, mark } = found;
    const overdueSince = mark.kind === 'overdue' ? running.due : running.overdueSince;
    return {
      clocks: withClock(context, clock, { ...running, said: [...running.said, mark.mark], overdueSince }),
    };
  };
}

interface Escalated extends OfClock {
  readonly mark: string;
  readonly person: string;
  readonly onBehalfOf?: string;
}

function recordEscalation({ context, event }: ClockArgs): ClockPatch {
  const { clock, mark, person, onBehalfOf = null } = dataOf<Escalated>(event);
  const running = runningClock(context, clock);
  const escalation: Escalation = { mark, person, onBehalfOf, at: event.at };
  return {
    clocks: withClock(context, clock, { ...running, escalations: [...running.escalations, escalation] }),
  };
}

/** What decisions on clocks, and tending to them, write into the context. */
export function clockUpdates(duties: Duties) {
  return {
    extendClock: changed(duties, extendedBy),
    suspendClock: changed(duties, ({ context, event }) =>
      suspendedClock(runningClock(context, dataOf<OfClock>(event).clock), event.receivedAt),
    ),
    resumeClock: changed(duties, ({ context, event }) => {
      const { clock } = dataOf<OfClock>(event);
      return resumedClock(context, clock, runningClock(context, clock), event.receivedAt);
    }),
    correctClock: changed(duties, correctedBy),
    recountClocks: (args: ClockArgs): ClockPatch => {
      const { clocks, daysAdded } = recountedBy(duties, args);
      return { clocks, daysAdded };
    },
    sayMark: sayMark(duties),
    recordEscalation,
  };
}

/** A clock as something moved it, and on which ground. */
interface Moved extends NamedClock {
  readonly ground: string;
}

/** The clocks with one of them moved, and those that follow it with it. */
export function movedClock(duties: Duties, args: ClockArgs, { clock, running, ground }: Moved): Clocks {
  const clocks = withClock(args.context, clock, running);
  return followed(duties, { ...args, context: { ...args.context, clocks } }, clock, ground);
}
