import { sumWon, won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import { peopleBehind } from '../tranche/guards.js';
import { approvalOf } from './approval.js';
import { yearOf } from './context.js';
import type { ClaimDocument, SumsV2, TrancheArgsV2, TrancheContextV2 } from './context.js';
import { rescheduled } from './plan.js';

type Update = (args: TrancheArgsV2) => Partial<TrancheContextV2>;
type Opening = Pick<TrancheContextV2, 'stage' | 'cashShareDue'>;

const nothingApproved = { firstApprover: [], secondApprover: [], approval: null, sums: null };

function documentsIn({ event }: TrancheArgsV2): readonly ClaimDocument[] {
  return dataOf<{ documents: readonly ClaimDocument[] }>(event).documents;
}

function opening({ event }: TrancheArgsV2): Opening {
  const { stage, cashShareDue } = dataOf<Opening>(event);
  return { stage, cashShareDue };
}

function less(sum: WonText, amount: WonText): WonText {
  const left = won(sum) - won(amount);
  return wonText(left > 0n ? left : 0n);
}

/** What each transition of a tranche writes into its context. */
export const trancheUpdatesV2 = {
  open: opening as Update,
  openOnceFree: ((args) => ({ ...opening(args), resumeTo: 'claimable' })) as Update,
  addCashShare: (({ context, event }) => {
    const { amount, reference } = dataOf<{ amount: WonText; reference?: string }>(event);
    const deposit = { amount, reference: reference ?? null, by: peopleBehind(event.by) };
    return {
      cashShareReceived: sumWon([context.cashShareReceived, amount]),
      deposits: [...context.deposits, deposit],
    };
  }) as Update,
  // The posting of a deposit was reversed: it counts no more, and can be confirmed anew as it was.
  correctCashShare: (({ context, event }) => {
    const { amount: wrong } = dataOf<{ amount: WonText }>(event);
    const dropped = context.deposits.findLastIndex(({ amount }) => amount === wrong);
    return {
      cashShareReceived: less(context.cashShareReceived, wrong),
      deposits: context.deposits.filter((_, index) => index !== dropped),
    };
  }) as Update,
  recordClaim: ((args) => ({
    claim: { by: peopleBehind(args.event.by), documents: documentsIn(args), amendedBy: [] },
    ...{ ...nothingApproved, refusedLimit: null, ground: null, portalSaid: null },
  })) as Update,
  amendClaim: ((args) => {
    const { claim, subjectId } = args.context;
    if (!claim) throw new Error(`${subjectId} has no claim to amend`);
    const amendedBy = [...new Set([...claim.amendedBy, ...peopleBehind(args.event.by)])];
    return { claim: { ...claim, documents: documentsIn(args), amendedBy }, ...nothingApproved };
  }) as Update,
  beginCheck: (({ event }) => ({ ...nothingApproved, year: yearOf(event) })) as Update,
  recordSums: (({ context, event }) => {
    const { companySum, yearSum, agreementSum } = dataOf<SumsV2>(event);
    const sums = { companySum, yearSum, agreementSum };
    return { sums, approval: approvalOf({ ...context, sums }) };
  }) as Update,
  recordFirstApproval: (({ event }) => ({ firstApprover: peopleBehind(event.by) })) as Update,
  recordSecondApproval: (({ event }) => ({ secondApprover: peopleBehind(event.by) })) as Update,
  recordRefusedLimit: (({ event }) => ({
    ...nothingApproved,
    refusedLimit: dataOf<{ limit: string }>(event).limit,
  })) as Update,
  recordReturn: (({ event }) => ({
    ...{ ...nothingApproved, claim: null },
    ground: dataOf<{ reason: string }>(event).reason,
  })) as Update,
  recordRefusal: (({ event }) => ({ ground: dataOf<{ ground: string }>(event).ground })) as Update,
  recordPortal: (({ event }) => ({ portalSaid: dataOf<{ reason: string }>(event).reason })) as Update,
  recordPayment: (({ event }) => {
    const { paymentId: id, paidAt } = dataOf<{ paymentId: string; paidAt: string }>(event);
    return { payment: { id, paidAt }, portalSaid: null };
  }) as Update,
  // What was approved before a freeze is approved anew after it: the reason for the freeze may concern the claim.
  voidClaim: (() => ({ ...nothingApproved, claim: null })) as Update,
  reschedule: (({ context, event }) => rescheduled(context, event)) as Update,
  // What was given back under one name is held under another.
  endHold: (({ context }) => ({ holds: context.holds + 1 })) as Update,
  resumeAsScheduled: (() => ({ resumeTo: 'scheduled' })) as Update,
  resumeAsClaimable: (() => ({ resumeTo: 'claimable' })) as Update,
  rememberFreeze: (() => ({ isFrozen: true })) as Update,
  forgetFreeze: (() => ({ isFrozen: false })) as Update,
  rememberCancel: (() => ({ isCancelled: true })) as Update,
};
