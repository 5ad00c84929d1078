import { assign, setup } from 'xstate';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import type { PostingLines } from '../postings.js';
import { tellingOrders } from '../tellings.js';
import type { TrancheContextV2, TrancheInputV2 } from './context.js';
import { trancheGuardsV2 } from './guards.js';
import { changeGuards } from './orders.js';
import type { ApproverAsked } from './orders.js';
import { trancheUpdatesV2 as update } from './updates.js';

type Texts<Names extends string> = Readonly<Record<Names, string>>;

interface Reserving extends Texts<
  'reservation' | 'amount' | 'companyCeiling' | 'year' | 'yearBudget' | 'agreement' | 'grant'
> {
  readonly approvers: readonly ApproverAsked[];
}

interface Reconciling extends Texts<'payee' | 'amount' | 'reference'> {
  readonly quietPeriodMs: number;
}

/** What the tranche's chart is made with: every guard, update and order by its name. */
export const trancheV2Setup = setup({
  types: { context: {} as TrancheContextV2, events: {} as ChartEvent, input: {} as TrancheInputV2 },
  guards: { ...trancheGuardsV2, ...changeGuards },
  actions: {
    open: assign(update.open),
    openOnceFree: assign(update.openOnceFree),
    addCashShare: assign(update.addCashShare),
    correctCashShare: assign(update.correctCashShare),
    recordClaim: assign(update.recordClaim),
    amendClaim: assign(update.amendClaim),
    beginCheck: assign(update.beginCheck),
    recordSums: assign(update.recordSums),
    recordFirstApproval: assign(update.recordFirstApproval),
    recordSecondApproval: assign(update.recordSecondApproval),
    recordRefusedLimit: assign(update.recordRefusedLimit),
    recordReturn: assign(update.recordReturn),
    recordRefusal: assign(update.recordRefusal),
    recordPortal: assign(update.recordPortal),
    recordPayment: assign(update.recordPayment),
    voidClaim: assign(update.voidClaim),
    reschedule: assign(update.reschedule),
    endHold: assign(update.endHold),
    resumeAsScheduled: assign(update.resumeAsScheduled),
    resumeAsClaimable: assign(update.resumeAsClaimable),
    rememberFreeze: assign(update.rememberFreeze),
    forgetFreeze: assign(update.forgetFreeze),
    rememberCancel: assign(update.rememberCancel),
    ...tellingOrders,
    checkClaim: order<Texts<'amount' | 'year' | 'agreement'>>(),
    reserveFunds: order<Reserving>(),
    freeFunds: order<Texts<'reservation'>>(),
    payTranche: order<Texts<'payee' | 'amount' | 'reference'>>(),
    reconcilePayment: order<Reconciling>(),
    postCommit: order<PostingLines>(),
    postDecommit: order<PostingLines>(),
    postShare: order<PostingLines>(),
    postRelease: order<PostingLines>(),
  },
});
