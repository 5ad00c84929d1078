import { compareWon, sumWon, won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import type { Sums, TrancheArgs, TrancheContext } from './context.js';
import { peopleBehind } from './guards.js';

type Update = (args: TrancheArgs) => Partial<TrancheContext>;

const nothingApproved = { firstApprover: [], secondApprover: [] };

/** What each transition of a tranche writes into its context. */
export const trancheUpdates = {
  open: (({ event }) => ({ ...dataOf<Pick<TrancheContext, 'stage' | 'cashShareDue'>>(event) })) as Update,
  openOnceFree: (({ event }) => ({
    ...dataOf<Pick<TrancheContext, 'stage' | 'cashShareDue'>>(event),
    resumeTo: 'claimable',
  })) as Update,
  addCashShare: (({ context, event }) => ({
    cashShareReceived: sumWon([context.cashShareReceived, dataOf<{ amount: WonText }>(event).amount]),
  })) as Update,
  recordClaim: (({ event }) => ({
    claim: { by: peopleBehind(event.by), ...dataOf<{ documentSha256s: readonly string[] }>(event) },
    ...{ ...nothingApproved, refusedLimit: null, ground: null },
  })) as Update,
  // What is held for this very tranche is in the ledger's sums, and is not to be counted twice. A smaller sum than that
  // is an answer from before it was held.
  recordSums: (({ context: { isReserved, amount }, event }) => {
    const { companySum, yearSum } = dataOf<Sums>(event);
    const others = (sum: WonText): WonText =>
      isReserved && compareWon(sum, amount) >= 0 ? wonText(won(sum) - won(amount)) : sum;
    return { sums: { companySum: others(companySum), yearSum: others(yearSum) } };
  }) as Update,
  recordFirstApproval: (({ event }) => ({ firstApprover: peopleBehind(event.by) })) as Update,
  recordSecondApproval: (({ event }) => ({ secondApprover: peopleBehind(event.by) })) as Update,
  recordRefusedLimit: (({ event }) => ({
    ...nothingApproved,
    refusedLimit: dataOf<{ limit: string }>(event).limit,
  })) as Update,
  recordReturn: (({ event }) => ({
    ...{ ...nothingApproved, claim: null, sums: null },
    ground: dataOf<{ reason: string }>(event).reason,
  })) as Update,
  recordRefusal: (({ event }) => ({ ground: dataOf<{ ground: string }>(event).ground })) as Update,
  recordPayment: (({ event }) => {
    const { paymentId: id, paidAt } = dataOf<{ paymentId: string; paidAt: string }>(event);
    return { payment: { id, paidAt } };
  }) as Update,
  // What was approved before a freeze is approved anew after it: the reason for the freeze may concern the claim.
  voidClaim: (() => ({ ...nothingApproved, claim: null, sums: null })) as Update,
  resumeAsScheduled: (() => ({ resumeTo: 'scheduled' })) as Update,
  resumeAsClaimable: (() => ({ resumeTo: 'claimable' })) as Update,
  rememberFreeze: (() => ({ isFrozen: true })) as Update,
  forgetFreeze: (() => ({ isFrozen: false })) as Update,
  rememberCancel: (() => ({ isCancelled: true })) as Update,
  keepReservation: (() => ({ isReserved: true })) as Update,
};
