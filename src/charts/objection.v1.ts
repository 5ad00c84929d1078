import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { clockDates } from './clockwork/dates.js';
import { clockEvents } from './clockwork/events.js';
import { clockEvidence } from './clockwork/guards.js';
import { clocksThroughout } from './clockwork/throughout.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { objectionContext, objectionDuties } from './objection/context.js';
import { objectionEvents } from './objection/events.js';
import { objectionEvidence } from './objection/guards.js';
import { tellProject } from './objection/orders.js';
import { objection } from './objection/setup.js';
import { tellCompany } from './tellings.js';
import { known } from './words.js';

const assigning = {
  ASSIGN_BOARD: {
    guard: and(['isOfficer', 'isAnotherBoard']),
    target: '#underReview',
    actions: 'assignBoard',
  },
} as const;

const withdrawing = {
  WITHDRAW_OBJECTION: {
    guard: and(['isApplicant', 'isOwnCase']),
    target: '#withdrawn',
    actions: [{ type: 'decide', params: { outcome: 'withdrawn' } }, tellProject],
  },
} as const;

const machine = objection.createMachine({
  id: 'objection.v1',
  context: contextFrom(objectionContext),
  initial: 'filed',
  entry: tellCompany('objectionReceived'),
  on: {
    ...clocksThroughout(objectionDuties),
    // An officer enters what the board decided, so there has to be one.
    UPHOLD_OBJECTION: {
      guard: and(['isOfficer', 'hasBoard']),
      target: '#upheld',
      actions: [{ type: 'decide', params: { outcome: 'upheld' } }, tellProject],
    },
    DISMISS_OBJECTION: {
      guard: and(['isOfficer', 'hasBoard']),
      target: '#dismissed',
      actions: [{ type: 'decide', params: { outcome: 'dismissed' } }, tellProject],
    },
  },
  states: {
    filed: {
      id: 'filed',
      meta: known('이의신청 접수됨', 'Filed', 'officer'),
      on: { ...assigning, ...withdrawing },
    },
    underReview: {
      id: 'underReview',
      meta: known('이의신청 검토 중', 'Under review', 'officer'),
      on: { ...assigning, ...withdrawing },
    },
    upheld: { id: 'upheld', type: 'final', meta: known('인용', 'Upheld') },
    dismissed: { id: 'dismissed', type: 'final', meta: known('기각', 'Dismissed') },
    withdrawn: { id: 'withdrawn', type: 'final', meta: known('철회', 'Withdrawn') },
  },
});

/**
 * The first chart of an objection (이의신청) to one decision on a project: looked at by another board, decided within 30
 * days of its receipt (domain.md section 2). Its project waits for what comes of it.
 */
export const objectionV1: Chart = {
  ...{ id: machine.id, subject: 'objection', label: { ko: '이의신청', en: 'Objection' }, machine },
  events: eventsIn(machine, 'OPEN_OBJECTION', { ...objectionEvents, ...clockEvents }),
  evidence: { ...objectionEvidence, ...clockEvidence } as Chart['evidence'],
  ...clockDates(objectionDuties),
};
