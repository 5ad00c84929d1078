import { inState } from './given.js';
import type { Given } from './given.js';
import { BOOKED, DECIDE, LIST, OTHER_LIST, PROPOSE, UPHOLD } from './lives-call.js';
import { committee, officer, panelMember, system } from './moves.js';
import type { Move } from './moves.js';

type Noes = Readonly<Record<string, readonly [story: Given, move: Move, evidence: object]>>;

const ground = '접수 시스템 장애';
const CLOSES = '2026-06-26T09:00:00.000Z';
const SOON = '2026-06-10T00:00:00.000Z';

const open = inState('call', 'open');
const drafting = inState('call', 'deliberating.drafting');
const proposed = inState('call', 'deliberating.proposed');
const notified = inState('call', 'notified');
const appointed = open.and(
  officer('APPOINT_PANEL', { members: [{ person: 'person-panelMember-1', org: 'university-1' }] }),
);
const resizes = (more: object) => committee('CHANGE_CAPACITY', { capacity: 3, ground, ...more });
const declares = panelMember('DECLARE_CONFLICTS', {
  conflicts: [{ about: 'company-0001', kind: 'dislike' }],
});

/** What a call and an objection refuse: the case, the move, and the facts that the refusal shows. */
export const CALL_NOES: Noes = {
  isLater: [open, officer('EXTEND_WINDOW', { closes: CLOSES, ground }), { closes: CLOSES }],
  isWindowInOrder: [
    open,
    officer('CORRECT_WINDOW', { opens: CLOSES, closes: SOON, ground }),
    { opens: CLOSES, closes: SOON },
  ],
  isNotInThePast: [
    inState('call', 'closed'),
    officer('EXTEND_WINDOW', { closes: '2026-06-26T09:00:01.000Z', ground }).at('2026-06-27T00:00:00.000Z'),
    { receivedAt: '2026-06-27T00:00:00.000Z', closes: '2026-06-26T09:00:01.000Z' },
  ],
  isOfThisClosing: [
    inState('call', 'closed'),
    system('INTAKE_CLOSED', { received: 1, closes: SOON }),
    { closes: CLOSES },
  ],
  isNotBelowPromised: [notified, resizes({ capacity: 2 }), { promised: '3' }],
  isBudgetNotLowered: [notified, resizes({ budget: '1' }), { budget: '1000000000' }],
  isFewPlacesAtOnce: [notified, resizes({ capacity: 54 }), { capacity: '3', mostAtOnce: '50' }],
  isOnPanel: [open, declares, {}],
  areConflictKindsListed: [
    appointed,
    declares,
    {
      listed:
        'in-project, evaluation-offence, kinship, same-department, cross-evaluation, money-or-joint-work',
    },
  ],
  isEverythingScreened: [
    inState('call', 'screening'),
    officer('FINISH_SCREENING').booked({ unscreened: '2' }),
    { unscreened: '2' },
  ],
  isEverythingEvaluated: [
    inState('call', 'evaluating'),
    officer('FINISH_EVALUATION').booked({ unevaluated: '3' }),
    { unevaluated: '3' },
  ],
  isKnownList: [drafting, PROPOSE.booked({ list: 'unknown', isCurrent: 'yes' }), {}],
  isListCurrent: [proposed, DECIDE.booked({ ...BOOKED, isCurrent: 'no' }), {}],
  isProposedList: [
    proposed,
    committee('DECIDE_LIST', { listSha256: OTHER_LIST }).booked(BOOKED),
    { proposedList: LIST },
  ],
  isListWithinLimits: [
    proposed,
    DECIDE.booked({ ...BOOKED, overCapacity: 'yes' }),
    { overCapacity: 'yes', overBudget: 'no' },
  ],
  isNotProposer: [proposed, DECIDE.by({ person: 'person-officer-1' }), { proposer: 'person-officer-1' }],
  isAnotherBoard: [
    inState('objection', 'filed'),
    officer('ASSIGN_BOARD', { members: ['person-panelMember-1', 'person-panelMember-7'] }),
    { onPanel: 'person-panelMember-1' },
  ],
  hasBoard: [inState('objection', 'filed'), UPHOLD, {}],
};
