import { and } from 'xstate';
import { tellAgency, tellCompany } from '../tellings.js';
import { known } from '../words.js';
import { decommitted, freed, paid, posted, reconciled, reserved, told } from './orders.js';
import { trancheV2Setup } from './setup.js';
import { replannedTooLate, replanningHeld, stoppingHeld } from './stopping.js';

// While the ledger's or the portal's answer is awaited, a freeze is remembered: it stops a payment that isn't ordered yet.
const remembering = {
  FREEZE: { guard: 'isSystem', actions: 'rememberFreeze' },
  UNFREEZE: { guard: 'isSystem', actions: 'forgetFreeze' },
  CANCEL_TRANCHE: { guard: 'isSystem', actions: 'rememberCancel' },
} as const;

const intoHold = ['resumeAsClaimable', 'forgetFreeze'] as const;

const confirmed = {
  PAYMENT_CONFIRMED: {
    guard: 'isSystem',
    target: '#released',
    actions: ['recordPayment', posted, tellCompany('trancheReleased')],
  },
} as const;

/** The funds are held under every ceiling or under none, by the ledger. */
export const reserving = trancheV2Setup.createStateConfig({
  meta: known('예산 확보 중', 'Funds being reserved'),
  entry: [told('reserving'), reserved],
  on: {
    ...remembering,
    ...replannedTooLate('reserving'),
    FUNDS_RESERVED: [
      { guard: and(['isSystem', 'isCancelled']), target: '#cancelled', actions: [freed, decommitted] },
      {
        guard: and(['isSystem', 'isFrozen']),
        target: '#held',
        actions: [freed, 'endHold', ...intoHold],
      },
      { guard: 'isSystem', target: 'releasing' },
    ],
    FUNDS_REFUSED: [
      {
        guard: and(['isSystem', 'isCancelled']),
        target: '#cancelled',
        actions: ['recordRefusedLimit', decommitted],
      },
      {
        guard: and(['isSystem', 'isFrozen']),
        target: '#held',
        actions: ['recordRefusedLimit', ...intoHold],
      },
      // Checked anew, so that whoever approves next sees the sums as they are now.
      {
        guard: 'isSystem',
        target: 'checking',
        actions: ['recordRefusedLimit', tellAgency('fundsRefused')],
      },
    ],
  },
});

/** The portal is asked to pay, by the tranche's own id; what is ordered is stopped by nothing any more. */
export const releasing = trancheV2Setup.createStateConfig({
  id: 'releasing',
  meta: known('지급 중', 'Being released'),
  entry: [told('releasing'), paid],
  on: {
    ...remembering,
    ...replannedTooLate('releasing'),
    ...confirmed,
    PAYMENT_UNKNOWN: {
      guard: 'isSystem',
      target: 'unconfirmed',
      actions: ['recordPortal', tellAgency('paymentUnconfirmed')],
    },
    PAYMENT_REJECTED: [
      {
        guard: and(['isSystem', 'isCancelled']),
        target: '#cancelled',
        actions: ['recordPortal', freed, decommitted],
      },
      {
        guard: and(['isSystem', 'isFrozen']),
        target: '#held',
        actions: ['recordPortal', freed, 'endHold', ...intoHold],
      },
      {
        guard: 'isSystem',
        target: 'rejectedByPortal',
        actions: ['recordPortal', tellAgency('paymentRejected')],
      },
    ],
  },
});

/**
 * Nobody knows whether the portal paid: it is asked by the tranche's id until it says so. Only where it has no such
 * payment after a quiet period is it asked to pay again, under the same id.
 */
export const unconfirmed = trancheV2Setup.createStateConfig({
  meta: known('지급 결과 미확인', 'Payment unconfirmed'),
  entry: [told('unconfirmed'), reconciled],
  on: {
    ...remembering,
    ...replannedTooLate('unconfirmed'),
    ...confirmed,
    PAYMENT_NOT_MADE: { guard: 'isSystem', target: 'releasing' },
  },
});

/** The portal said no, and paid nothing: finance puts it right and asks again, or the claim goes back. */
export const rejectedByPortal = trancheV2Setup.createStateConfig({
  meta: known('포털 지급 거부', 'Rejected by the portal', 'finance'),
  entry: told('rejectedByPortal'),
  on: {
    ...stoppingHeld,
    ...replanningHeld,
    RETRY_PAYMENT: { guard: 'isFinance', target: 'releasing' },
    RETURN_CLAIM: {
      guard: 'isApproverOrFinance',
      target: '#claimable',
      actions: [freed, 'endHold', 'recordReturn', tellCompany('claimReturned')],
    },
  },
});
