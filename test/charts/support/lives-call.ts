import type { CallContext } from '../../../src/charts/call/context.js';
import type { Evidence } from '../../../src/charts/kernel/types.js';
import { comesLate, decidedOn } from './lives-clocks.js';
import { applicant, committee, officer, panelMember, passes, system } from './moves.js';
import type { Move } from './moves.js';

/** A ranked list by its hash, and the one that the committee makes of it with exceptions. */
export const LIST = 'c'.repeat(64);
export const OTHER_LIST = 'd'.repeat(64);

/** What the books say of a list where nothing is in its way. */
export const BOOKED: Evidence = { list: 'known', isCurrent: 'yes', overCapacity: 'no', overBudget: 'no' };

export const SCREENED = officer('FINISH_SCREENING').booked({ unscreened: '0' });
export const EVALUATED = officer('FINISH_EVALUATION').booked({ unevaluated: '0' });
export const PROPOSE = officer('PROPOSE_LIST', { listSha256: LIST }).booked(BOOKED);
export const DECIDE = committee('DECIDE_LIST', { listSha256: LIST }).booked(BOOKED);
export const APPLIED = system('LIST_APPLIED', { selected: 3, reserve: 2, rejected: 4 });

/** Everything that was received by the close now in force is with its workflow. */
export function intakeClosed(received: number): Move {
  return system('INTAKE_CLOSED', (context) => ({
    ...{ received, closes: (context as unknown as CallContext).window.closes },
  }));
}

/** A project of these suites by its number. */
export function project(number: number): string {
  return `project/2026/structured/${String(number).padStart(4, '0')}`;
}

/** A selected project gives up its place. */
export function freed(number: number): Move {
  return system('PLACE_FREED', { projectId: project(number), reason: 'declined' });
}

/** A project is told that its objection was upheld, and tells the call. */
export function upheldOf(number: number): Move {
  return system('OBJECTION_UPHELD', { projectId: project(number) });
}

/** The next on the reserve list has moved up. */
export function filled(number: number): Move {
  return system('PLACE_FILLED', { projectId: project(number), rank: number });
}

/** The window with its intake, up to the committee's decided list. */
export const competed: readonly Move[] = [
  ...[passes('callOpens'), passes('callCloses'), intakeClosed(9)],
  ...[SCREENED, EVALUATED, PROPOSE, DECIDE],
];

export const call: readonly Move[] = [
  ...[...competed, APPLIED, passes('objection'), passes('reserve')],
  system('RESERVE_ENDED', { released: 2 }),
];

export const BOARD = officer('ASSIGN_BOARD', { members: ['person-panelMember-7', 'person-panelMember-8'] });
const opinion = { ko: '2번 항목의 제출자료를 빠뜨렸습니다.', en: 'The papers for item 2 were left out.' };
export const UPHOLD = officer('UPHOLD_OBJECTION', { score: 84.25, opinion });

export const objection: readonly Move[] = [BOARD, UPHOLD];

const ground = '접수 시스템 장애';
const members = [
  { person: 'person-panelMember-1', org: 'university-1' },
  { person: 'person-panelMember-2', org: 'university-2' },
];

/** A call in which much happens: every kind of change, two lists, places that come and go. */
export const eventfulCall: readonly Move[] = [
  officer('APPOINT_PANEL', { members }),
  officer('CORRECT_WINDOW', {
    ...{ opens: '2026-06-09T00:00:00.000Z', closes: '2026-06-25T09:00:00.000Z', ground },
  }),
  ...[passes('callOpens'), panelMember('DECLARE_CONFLICTS', { conflicts: [] })],
  officer('EXTEND_WINDOW', { closes: '2026-06-26T09:00:00.000Z', ground }),
  ...[passes('callCloses'), intakeClosed(7)],
  officer('EXTEND_WINDOW', { closes: '2026-06-29T09:00:00.000Z', ground }),
  ...[passes('callCloses'), intakeClosed(9), SCREENED, EVALUATED, PROPOSE],
  ...[committee('RETURN_LIST', { reason: '동점 처리 근거를 보완하십시오.' }), PROPOSE],
  ...[committee('CHANGE_CAPACITY', { capacity: 4, budget: '1200000000', ground }), PROPOSE],
  committee('DECIDE_LIST', { listSha256: OTHER_LIST }).booked({ ...BOOKED, basedOn: LIST }),
  ...[
    freed(1),
    upheldOf(5),
    APPLIED,
    system('UPHELD_PLACED', { projectId: project(5), outcome: 'reserve', rank: 5 }),
  ],
  ...[
    filled(4),
    committee('CHANGE_CAPACITY', { capacity: 6, ground }),
    filled(6),
    system('RESERVE_EXHAUSTED'),
  ],
  ...[passes('objection'), freed(2), system('RESERVE_EXHAUSTED'), upheldOf(7)],
  ...[system('UPHELD_PLACED', { projectId: project(7), outcome: 'selected', rank: 3 }), passes('reserve')],
  ...[freed(3), system('RESERVE_ENDED', { released: 0 })],
];

/** An objection in which much happens. */
export const eventfulObjection: readonly Move[] = [
  ...[BOARD, ...decidedOn('objection-decision'), ...comesLate('objection-decision')],
  officer('ASSIGN_BOARD', { members: ['person-panelMember-9'] }),
  officer('DISMISS_OBJECTION', { ground: 'unfounded', opinion }),
];

export const withdrawn = applicant('WITHDRAW_OBJECTION');
