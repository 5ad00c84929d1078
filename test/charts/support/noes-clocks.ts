import { given, inState } from './given.js';
import type { No } from './noes-competing.js';
import { refusing } from './lives.js';
import { administrator, committee, officer, system } from './moves.js';

const ground = '담당자 확인';
const filed = given('objection');
const notSelected = inState('structuredProject', 'deliberation').and(committee('REJECT', refusing));
const clock = 'objection-decision';
const due = '2026-07-01T14:59:59.999Z';
const LATE = '2026-07-02T00:00:00.000Z';

function extending(data: object) {
  return officer('EXTEND_CLOCK', { clock, until: '2026-07-10', ground, ...data });
}

function adds(day: string) {
  return { daysAdded: { '2026': [day] }, ground, decidedBy: 'person-administrator-2' };
}

/** What is refused of decisions on clocks: the case, the move, and the facts that the refusal shows. */
export const CLOCK_NOES: Readonly<Record<string, No>> = {
  isAdministrator: [filed, officer('RECOUNT_CLOCKS', adds('07-01')), { role: 'officer' }],
  isClockPending: [filed, extending({ clock: 'stage-report' }), { clock: 'stage-report' }],
  isClockExtendable: [
    notSelected,
    extending({ clock: 'objection' }),
    { clock: 'objection', due: '2026-06-11T14:59:59.999Z' },
  ],
  isExtender: [
    filed,
    committee('EXTEND_CLOCK', { clock, until: '2026-07-10', ground }),
    { role: 'committee', mayExtend: 'officer' },
  ],
  isNotSuspended: [filed.and(officer('SUSPEND_CLOCK', { clock, ground })), extending({}), { clock, due }],
  isNotOver: [filed, extending({}).at(LATE), { clock, due, receivedAt: LATE }],
  hasTimeLeft: [
    filed,
    officer('SUSPEND_CLOCK', { clock, ground }).at(LATE),
    { clock, due, receivedAt: LATE },
  ],
  isLaterThanDue: [filed, extending({ until: '2026-06-30' }), { clock, due, extendedTo: due }],
  isWithinExtension: [
    filed,
    extending({ until: '2026-08-03' }),
    { extendedTo: '2026-08-03T14:59:59.999Z', atLatest: '2026-07-31T14:59:59.999Z' },
  ],
  isClockSuspendable: [
    notSelected,
    officer('SUSPEND_CLOCK', { clock: 'objection', ground }),
    { clock: 'objection', due: '2026-06-11T14:59:59.999Z' },
  ],
  isClockSuspended: [filed, officer('RESUME_CLOCK', { clock }), { clock, due }],
  isClockCorrectable: [
    inState('structuredProject', 'research.underWay'),
    officer('CORRECT_CLOCK', { clock: 'stage-report', from: '2026-06-01', ground }),
    { clock: 'stage-report', due: '2027-05-31T14:59:59.999Z' },
  ],
  isStartPast: [
    filed,
    officer('CORRECT_CLOCK', { clock, from: '2026-06-02', ground }),
    { from: '2026-06-02', receivedAt: '2026-06-01T00:01:00.000Z' },
  ],
  isYearCounted: [
    filed,
    officer('CORRECT_CLOCK', { clock, from: '2019-06-03', ground }),
    { years: '2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032' },
  ],
  isHolidayNew: [filed, administrator('RECOUNT_CLOCKS', adds('12-25')), { daysOff: '2026-12-25' }],
  isTendingDue: [filed, system('TEND_CLOCKS'), {}],
};
