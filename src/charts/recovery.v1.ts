import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { clockDates } from './clockwork/dates.js';
import { clockEvents } from './clockwork/events.js';
import { clockEvidence } from './clockwork/guards.js';
import { clocksThroughout } from './clockwork/throughout.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { recoveryContext, recoveryDuties } from './recovery/context.js';
import { recoveryEvents } from './recovery/events.js';
import { PLAN_CODES, recoveryEvidence } from './recovery/guards.js';
import { postRecover, postReturn, told } from './recovery/orders.js';
import { recovery } from './recovery/setup.js';
import { tellAgency, tellCompany } from './tellings.js';
import { known } from './words.js';

const receiving = ['isFinance', 'isNewReceipt', 'isReceivedByNow', 'isWithinOwed'] as const;

/** Money that comes in, in the state of this name: part of what is owed, or the last of it. */
function receiptsIn(state: string) {
  const last = { target: '#recovered' } as const;
  return {
    RECORD_RECEIPT: [
      {
        ...last,
        guard: and([...receiving, 'paysAll', 'isAfterSanction']),
        actions: ['recordReceipt', postRecover],
      },
      { ...last, guard: and([...receiving, 'paysAll']), actions: ['recordReceipt', postReturn] },
      { guard: and([...receiving, 'isAfterSanction']), actions: ['recordReceipt', postRecover, told(state)] },
      { guard: and([...receiving]), actions: ['recordReceipt', postReturn, told(state)] },
    ],
  } as const;
}

const machine = recovery.createMachine({
  id: 'recovery.v1',
  context: contextFrom(recoveryContext),
  initial: 'owed',
  on: clocksThroughout(recoveryDuties),
  states: {
    owed: {
      id: 'owed',
      meta: known('납부 대기', 'Owed', 'applicant', 'finance'),
      entry: told('owed'),
      on: {
        ...receiptsIn('owed'),
        PROPOSE_INSTALMENTS: {
          guard: and(['isApplicant', 'isOwnCase', ...PLAN_CODES]),
          target: 'instalmentsProposed',
          actions: ['proposePlan', tellAgency('instalmentsToDecide')],
        },
      },
    },
    instalmentsProposed: {
      meta: known('분할납부 심사 중', 'Instalments proposed', 'finance'),
      entry: told('instalmentsProposed'),
      on: {
        ...receiptsIn('instalmentsProposed'),
        APPROVE_INSTALMENTS: {
          guard: and(['isFinance', 'isNotPlanProposer', 'isPlanExact', 'arePlanDatesRising']),
          target: 'instalments',
          actions: ['approvePlan', tellCompany('instalmentsApproved')],
        },
        REFUSE_INSTALMENTS: {
          guard: 'isFinance',
          target: 'owed',
          actions: ['dropPlan', tellCompany('instalmentsRefused')],
        },
      },
    },
    instalments: {
      meta: known('분할납부 중', 'Paid by instalments', 'applicant', 'finance'),
      entry: told('instalments'),
      on: {
        ...receiptsIn('instalments'),
        // All that is left is due at once, by the date of the notice: it has passed, and is dunned.
        REVOKE_INSTALMENTS: {
          guard: and(['isFinance', 'isInstalmentOverdue']),
          target: 'owed',
          actions: ['dropPlan', tellCompany('instalmentsRevoked')],
        },
      },
    },
    recovered: {
      id: 'recovered',
      type: 'final',
      meta: known('환수 완료', 'Recovered'),
      entry: [told('recovered'), tellCompany('repaid')],
    },
  },
});

/**
 * The first chart of a recovery (환수): of what a settlement leaves, or a decision against the firm asks back; at once or by
 * instalments (domain.md section 3). What is late is dunned, and still taken.
 */
export const recoveryV1: Chart = {
  ...{ id: machine.id, subject: 'recovery', label: { ko: '환수', en: 'Recovery' }, machine },
  events: eventsIn(machine, 'OPEN_RECOVERY', { ...recoveryEvents, ...clockEvents }),
  evidence: { ...recoveryEvidence, ...clockEvidence } as Chart['evidence'],
  ...clockDates(recoveryDuties),
};
