import type { ClockName, TermsClock } from '../../program/types.js';
import { dayOf, msOf } from '../../rules/calendar.js';
import { isWithin } from '../../rules/clocks.js';
import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { rolesWithPanel } from '../roles-panel.js';
import { decidedDue, latestDue } from './changes.js';
import type { Correcting, OfClock, Recounting } from './changes.js';
import { isOpenIn, nextDue } from './duties.js';
import type { Duties, NamedClock } from './duties.js';
import { newDays, recountedBy } from './recount.js';
import { runningClock } from './running.js';
import type { ClockArgs, Clocked } from './running.js';

/** The clock that an event is about, where it runs. */
function asked({ context, event }: ClockArgs): NamedClock | null {
  const { clock } = dataOf<Partial<OfClock>>(event);
  const running = clock && context.clocks[clock];
  return clock && running ? { clock, running } : null;
}

/** What a guard says of the clock that is named: yes while none is, or where it doesn't run at all, which another says. */
function ofAsked(says: (found: NamedClock, args: ClockArgs) => boolean) {
  return (args: ClockArgs): boolean => {
    const found = args.event.data === undefined ? null : asked(args);
    return found === null || says(found, args);
  };
}

function termsOf({ terms }: Clocked, clock: ClockName): TermsClock {
  return terms.clocks[clock];
}

function isOver({ running }: NamedClock, { event }: ClockArgs): boolean {
  return !isWithin(running.due, event.receivedAt);
}

/** What a guard says of the due date that an extension leads to; yes where another guard says that there can be none. */
function whereExtended(says: (due: string, found: NamedClock, args: ClockArgs) => boolean) {
  return ofAsked((found, args) => {
    const isPossible =
      found.running.suspended === null && termsOf(args.context, found.clock).extendable !== undefined;
    const due = isPossible ? decidedDue(args) : null;
    return due === null || says(due, found, args);
  });
}

/** In time: the clock stands still, or hasn't run out by the receipt of the event. */
export function inTime(clock: ClockName) {
  return ({ context, event }: ClockArgs): boolean => {
    const running = runningClock(context, clock);
    return running.suspended !== null || isWithin(running.due, event.receivedAt);
  };
}

/** When something was received, and when its clock ran out. */
export function windowSeen(clock: ClockName) {
  return ({ context, event }: ClockArgs): Evidence => ({
    ...{ receivedAt: event.receivedAt, due: context.clocks[clock]?.due ?? '' },
  });
}

/** Guards on what a clock is and on what is decided of it; they hang on no chart. */
const decidedGuards = {
  isAdministrator: rolesWithPanel.isAdministrator,
  isClockExtendable: ofAsked(({ clock }, { context }) => termsOf(context, clock).extendable !== undefined),
  isExtender: ofAsked(({ clock }, { context, event }) => {
    const by = termsOf(context, clock).extendable?.by;
    return by === undefined || event.by.role === by;
  }),
  isNotSuspended: ofAsked(({ running }) => running.suspended === null),
  isLaterThanDue: whereExtended((due, { running }, { event }) => {
    return msOf(due) > msOf(running.due) && isWithin(due, event.receivedAt);
  }),
  // A suspended clock goes nowhere, which another guard says.
  isYearCounted: ofAsked(({ running }, args) => running.suspended !== null || decidedDue(args) !== null),
  isWithinExtension: whereExtended((due, _, args) => {
    const latest = latestDue(args);
    return latest === null || msOf(due) <= msOf(latest);
  }),
  hasTimeLeft: ofAsked((found, args) => !isOver(found, args)),
  isClockSuspendable: ofAsked(({ clock }, { context }) => termsOf(context, clock).suspendable === true),
  isClockSuspended: ofAsked(({ running }) => running.suspended !== null),
  isStartPast: ({ event }: ClockArgs): boolean =>
    whenSent<Correcting>(event, ({ from }) => from <= dayOf(event.receivedAt)),
  isHolidayNew: ({ context, event }: ClockArgs): boolean =>
    whenSent<Recounting>(event, ({ daysAdded }) => newDays(context, daysAdded).length > 0),
};

/** Guards on what is decided about a clock (domain.md section 4). */
export function clockGuards(duties: Duties) {
  const isPending = ({ clock }: NamedClock, { event }: ClockArgs): boolean =>
    isOpenIn(duties, clock, event.foundIn ?? '');
  return {
    ...decidedGuards,
    isClockPending: (args: ClockArgs): boolean =>
      whenSent(args.event, () => {
        const found = asked(args);
        return found !== null && isPending(found, args);
      }),
    isNotOver: ofAsked((found, args) => duties.late?.includes(found.clock) === true || !isOver(found, args)),
    isClockCorrectable: ofAsked(
      ({ clock, running }) => running.rule !== 'stated' && duties.follows?.[clock] === undefined,
    ),
    ...routingGuards(duties),
  };
}

/** Guards that only choose between branches, and never refuse. */
function routingGuards(duties: Duties) {
  return {
    movesAnyClock: (args: ClockArgs): boolean =>
      args.event.data !== undefined && recountedBy(duties, args).moved.length > 0,
    isTendingDue: ({ context, event }: ClockArgs): boolean => {
      const found = nextDue(duties, context, event.foundIn ?? '');
      return found !== null && msOf(found.mark.at) <= msOf(event.at);
    },
    // The date that passed is no reason to go back to waiting for it.
    isInTimeAgain: ({ context, event }: ClockArgs, { clock }: OfClock): boolean => {
      const running = context.clocks[clock];
      return !!running && (running.suspended !== null || msOf(running.due) > msOf(event.at));
    },
  };
}

function shown(args: ClockArgs): Evidence {
  const { clock = '' } = dataOf<Partial<OfClock>>(args.event);
  const found = asked(args);
  return { clock, ...(found ? { due: found.running.due } : {}) };
}

/** The facts that the guards above looked at. */
export const clockEvidence: Readonly<Record<string, (args: ClockArgs) => Evidence>> = {
  isAdministrator: ({ event }) => ({ role: event.by.role }),
  isClockPending: shown,
  isClockExtendable: shown,
  isExtender: (args) => {
    const found = asked(args);
    const by = found ? termsOf(args.context, found.clock).extendable?.by : undefined;
    return { role: args.event.by.role, ...(by === undefined ? {} : { mayExtend: by }) };
  },
  isNotSuspended: shown,
  isNotOver: (args) => ({ ...shown(args), receivedAt: args.event.receivedAt }),
  hasTimeLeft: (args) => ({ ...shown(args), receivedAt: args.event.receivedAt }),
  isLaterThanDue: (args) => ({ ...shown(args), extendedTo: decidedDue(args) ?? '' }),
  isYearCounted: ({ context: { terms } }) => ({
    years: [...Object.keys(terms.holidays), ...Object.keys(terms.forecast ?? {})].toSorted().join(', '),
  }),
  isWithinExtension: (args) => ({ extendedTo: decidedDue(args) ?? '', atLatest: latestDue(args) ?? '' }),
  isClockSuspendable: shown,
  isClockSuspended: shown,
  isClockCorrectable: shown,
  isStartPast: ({ event }) => ({ from: dataOf<Correcting>(event).from, receivedAt: event.receivedAt }),
  isHolidayNew: ({ event }) => ({
    daysOff: Object.entries(dataOf<Recounting>(event).daysAdded)
      .flatMap(([year, days]) => days.map((day) => `${year}-${day}`))
      .join(', '),
  }),
};
