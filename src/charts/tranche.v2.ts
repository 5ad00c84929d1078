import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { trancheContextV2 } from './tranche-v2/context.js';
import { trancheEvidenceV2 } from './tranche-v2/guards.js';
import { checkedInYear, reservedInYear } from './tranche-v2/orders.js';
import { trancheV2Setup } from './tranche-v2/setup.js';
import { trancheEvents } from './tranche/events.js';
import { freed, noticed, paid, posted, told } from './tranche/orders.js';
import { known } from './words.js';

const cancellable = {
  CANCEL_TRANCHE: [
    { guard: and(['isSystem', 'isReserved']), target: '#cancelled', actions: freed },
    { guard: 'isSystem', target: '#cancelled' },
  ],
} as const;

// Before a payment is ordered a tranche can be frozen or cancelled at any time.
const stoppable = {
  FREEZE: { guard: 'isSystem', target: '#held', actions: 'resumeAsClaimable' },
  ...cancellable,
} as const;

// While the ledger's or the portal's answer is awaited, a freeze is remembered: it stops a payment that isn't ordered yet.
const remembering = {
  FREEZE: { guard: 'isSystem', actions: 'rememberFreeze' },
  UNFREEZE: { guard: 'isSystem', actions: 'forgetFreeze' },
  CANCEL_TRANCHE: { guard: 'isSystem', actions: 'rememberCancel' },
} as const;

const refusable = {
  RETURN_CLAIM: {
    guard: 'isApproverOrFinance',
    target: '#claimable',
    actions: ['recordReturn', noticed('claimReturned')],
  },
  REFUSE_CLAIM: [
    {
      guard: and(['isApproverOrFinance', 'isReserved']),
      target: '#refused',
      actions: ['recordRefusal', freed, noticed('claimRefused')],
    },
    {
      guard: 'isApproverOrFinance',
      target: '#refused',
      actions: ['recordRefusal', noticed('claimRefused')],
    },
  ],
} as const;

const machine = trancheV2Setup.createMachine({
  id: 'tranche.v2',
  context: contextFrom(trancheContextV2),
  initial: 'scheduled',
  states: {
    scheduled: {
      id: 'scheduled',
      meta: known('지급 예정', 'Scheduled'),
      entry: told('scheduled'),
      on: {
        OPEN_TRANCHE: { guard: 'isSystem', target: 'claimable', actions: 'open' },
        FREEZE: { guard: 'isSystem', target: '#held', actions: 'resumeAsScheduled' },
        CANCEL_TRANCHE: { guard: 'isSystem', target: '#cancelled' },
      },
    },
    claimable: {
      id: 'claimable',
      meta: known('청구 가능', 'Claimable', 'applicant', 'officer'),
      entry: [told('claimable'), noticed('trancheClaimable')],
      on: {
        ...stoppable,
        CONFIRM_CASH_SHARE: { guard: 'isOfficer', actions: 'addCashShare' },
        CLAIM: {
          guard: and(['isApplicant', 'isOwnCase', 'isCashShareReceived']),
          target: 'checking',
          actions: 'recordClaim',
        },
      },
    },
    checking: {
      meta: known('청구 한도 확인 중', 'Claim being checked'),
      entry: ['recordYear', told('checking'), checkedInYear],
      on: { ...stoppable, CLAIM_CHECKED: { guard: 'isSystem', target: 'claimed', actions: 'recordSums' } },
    },
    claimed: {
      meta: known('청구됨', 'Claimed', 'approver'),
      entry: told('claimed'),
      on: {
        ...stoppable,
        ...refusable,
        APPROVE_FIRST: {
          guard: and([
            'isApprover',
            'isNotClaimant',
            'isWithinCompanyCeiling',
            'isYearBudgeted',
            'isWithinYearBudget',
          ]),
          target: 'firstApproved',
          actions: 'recordFirstApproval',
        },
      },
    },
    firstApproved: {
      meta: known('1차 승인됨', 'First approval given', 'finance'),
      entry: told('firstApproved'),
      on: {
        ...stoppable,
        ...refusable,
        APPROVE_SECOND: {
          guard: and(['isFinance', 'isSecondPerson', 'isYearBudgeted']),
          target: 'reserving',
          actions: 'recordSecondApproval',
        },
      },
    },
    reserving: {
      meta: known('예산 확보 중', 'Funds being reserved'),
      entry: ['recordYear', told('reserving'), reservedInYear],
      on: {
        ...remembering,
        FUNDS_RESERVED: [
          { guard: and(['isSystem', 'isCancelled']), target: 'cancelled', actions: freed },
          {
            guard: and(['isSystem', 'isFrozen']),
            target: 'held',
            actions: ['keepReservation', 'resumeAsClaimable', 'forgetFreeze'],
          },
          { guard: 'isSystem', target: 'releasing' },
        ],
        FUNDS_REFUSED: [
          { guard: and(['isSystem', 'isCancelled']), target: 'cancelled', actions: 'recordRefusedLimit' },
          {
            guard: and(['isSystem', 'isFrozen']),
            target: 'held',
            actions: ['recordRefusedLimit', 'resumeAsClaimable', 'forgetFreeze'],
          },
          // Checked anew, so that whoever approves next sees the sums as they are now.
          { guard: 'isSystem', target: 'checking', actions: 'recordRefusedLimit' },
        ],
      },
    },
    releasing: {
      meta: known('지급 중', 'Being released'),
      entry: [told('releasing'), paid],
      on: {
        ...remembering,
        PAYMENT_CONFIRMED: {
          guard: 'isSystem',
          target: 'released',
          actions: ['recordPayment', posted, noticed('trancheReleased')],
        },
      },
    },
    held: {
      id: 'held',
      meta: known('집행 정지', 'Held'),
      entry: [told('held'), 'voidClaim'],
      on: {
        UNFREEZE: [
          { guard: and(['isSystem', 'wasScheduled']), target: 'scheduled' },
          { guard: 'isSystem', target: 'claimable' },
        ],
        OPEN_TRANCHE: { guard: 'isSystem', actions: 'openOnceFree' },
        ...cancellable,
      },
    },
    released: { type: 'final', meta: known('지급 완료', 'Released'), entry: told('released') },
    refused: {
      id: 'refused',
      type: 'final',
      meta: known('지급 거절', 'Refused'),
      entry: told('refused'),
    },
    cancelled: {
      id: 'cancelled',
      type: 'final',
      meta: known('지급 취소', 'Cancelled'),
      entry: told('cancelled'),
    },
  },
});

/** A tranche as before (domain.md section 3), held against the budget of the year in which it is paid. */
export const trancheV2: Chart = {
  id: machine.id,
  subject: 'tranche',
  label: { ko: '단계별 지급', en: 'Tranche' },
  machine,
  events: eventsIn(machine, 'SCHEDULE', trancheEvents),
  evidence: trancheEvidenceV2 as Chart['evidence'],
};
