import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { changeContext, changeDuties } from './change/context.js';
import { changeEvents } from './change/events.js';
import { changeEvidence } from './change/guards.js';
import { tellApproved, tellPartner, tellRefused, tellRegistered } from './change/orders.js';
import { change } from './change/setup.js';
import { clockDates } from './clockwork/dates.js';
import { clockEvents } from './clockwork/events.js';
import { clockEvidence } from './clockwork/guards.js';
import { clocksThroughout } from './clockwork/throughout.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { tellCompany } from './tellings.js';
import { known } from './words.js';

function decided(outcome: 'approved' | 'rejected' | 'withdrawn') {
  return { type: 'decide', params: { outcome } } as const;
}

const deciding = ['isOfficerOrCommittee', 'isDeciderOfChange'] as const;

/** Where another partner comes, roadmap and intellectual-property clauses are reviewed again, and it signs. */
const withPartner = {
  RECORD_CLAUSE_REVIEW: {
    guard: and(['isOfficer', 'bringsPartner', 'isClauseToReview']),
    actions: ['recordReview', tellPartner('changeToCoSign')],
  },
  COSIGN_CHANGE: {
    guard: and(['isPartner', 'isOwnCase', 'bringsPartner', 'isNotCoSignedYet']),
    actions: 'coSign',
  },
} as const;

const machine = change.createMachine({
  id: 'change.v1',
  context: contextFrom(changeContext),
  initial: 'underReview',
  on: clocksThroughout(changeDuties),
  states: {
    underReview: {
      meta: known('협약변경 검토 중', 'Under review', 'officer', 'committee'),
      // A minor change is registered at once, and what a committee imposed needs nobody's approval but another partner's.
      always: [
        { guard: 'isImposed', target: 'approved' },
        { guard: 'isRegisteredOnly', target: 'registered' },
      ],
      on: {
        ...withPartner,
        APPROVE_CHANGE: {
          guard: and([...deciding, 'areClausesReviewed', 'isCoSigned']),
          target: 'approved',
          actions: decided('approved'),
        },
        REJECT_CHANGE: {
          guard: and([...deciding]),
          target: 'rejected',
          actions: [decided('rejected'), tellRefused('rejected'), tellCompany('changeRejected')],
        },
        WITHDRAW_CHANGE: {
          guard: and(['isApplicant', 'isOwnCase', 'isOwnRequest']),
          target: 'withdrawn',
          actions: [decided('withdrawn'), tellRefused('withdrawn')],
        },
      },
    },
    registered: { type: 'final', meta: known('등록됨', 'Registered'), entry: tellRegistered },
    approved: { type: 'final', meta: known('승인됨', 'Approved'), entry: tellApproved },
    rejected: { type: 'final', meta: known('불승인', 'Rejected') },
    withdrawn: { type: 'final', meta: known('신청 철회', 'Withdrawn') },
  },
});

/**
 * The first chart of a change of agreement (협약변경): an important one is approved before the fact, within 15 days or
 * longer with notice; a minor one is registered at once; one that a committee imposed is made at once (domain.md section 2).
 */
export const changeV1: Chart = {
  ...{ id: machine.id, subject: 'change', label: { ko: '협약변경', en: 'Change of agreement' }, machine },
  events: eventsIn(machine, 'OPEN_CHANGE', { ...changeEvents, ...clockEvents }),
  evidence: { ...changeEvidence, ...clockEvidence } as Chart['evidence'],
  ...clockDates(changeDuties),
};
