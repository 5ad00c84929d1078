import { and } from 'xstate';
import { tellCompany } from '../tellings.js';
import { tendClock } from './orders.js';
import type { Duties } from './duties.js';

const granting = {
  EXTEND_CLOCK: {
    guard: and([
      ...(['isOfficerOrCommittee', 'isClockPending', 'isClockExtendable', 'isExtender'] as const),
      ...(['isNotSuspended', 'isNotOver', 'isYearCounted', 'isLaterThanDue', 'isWithinExtension'] as const),
    ]),
    actions: ['extendClock', tellCompany('clockExtended')],
  },
  SUSPEND_CLOCK: {
    guard: and(['isOfficer', 'isClockPending', 'isClockSuspendable', 'isNotSuspended', 'hasTimeLeft']),
    actions: ['suspendClock', tellCompany('clockSuspended')],
  },
  RESUME_CLOCK: {
    guard: and(['isOfficer', 'isClockPending', 'isClockSuspended']),
    actions: ['resumeClock', tellCompany('clockResumed')],
  },
} as const;

/** What is taken where clocks can be neither extended nor suspended, and nothing is said of them: they are counted anew. */
export const clocksRecounted = {
  CORRECT_CLOCK: {
    guard: and([
      ...(['isOfficer', 'isClockPending', 'isClockCorrectable', 'isNotSuspended'] as const),
      ...(['isStartPast', 'isYearCounted'] as const),
    ]),
    actions: ['correctClock', tellCompany('clockCorrected')],
  },
  RECOUNT_CLOCKS: [
    {
      guard: and(['isAdministrator', 'isHolidayNew', 'movesAnyClock']),
      actions: ['recountClocks', tellCompany('clockRecounted')],
    },
    { guard: and(['isAdministrator', 'isHolidayNew']), actions: 'recountClocks' },
  ],
} as const;

/** What a chart whose clocks are somebody's duty takes in all of its states (domain.md section 4), for its root's `on`. */
export function clocksThroughout(duties: Duties) {
  return {
    ...granting,
    ...clocksRecounted,
    TEND_CLOCKS: { guard: and(['isSystem', 'isTendingDue']), actions: [tendClock(duties), 'sayMark'] },
    CLOCK_ESCALATED: { guard: 'isSystem', actions: 'recordEscalation' },
  } as const;
}
