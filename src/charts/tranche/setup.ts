import { assign, setup } from 'xstate';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import type { TrancheContext, TrancheInput } from './context.js';
import { trancheGuards } from './guards.js';
import type { PostingParams, Telling } from './orders.js';
import { trancheUpdates as update } from './updates.js';

/** What the tranche's chart is made with: every guard, update and order by its name. */
export const tranche = setup({
  types: { context: {} as TrancheContext, events: {} as ChartEvent, input: {} as TrancheInput },
  guards: trancheGuards,
  actions: {
    open: assign(update.open),
    openOnceFree: assign(update.openOnceFree),
    addCashShare: assign(update.addCashShare),
    recordClaim: assign(update.recordClaim),
    recordSums: assign(update.recordSums),
    recordFirstApproval: assign(update.recordFirstApproval),
    recordSecondApproval: assign(update.recordSecondApproval),
    recordRefusedLimit: assign(update.recordRefusedLimit),
    recordReturn: assign(update.recordReturn),
    recordRefusal: assign(update.recordRefusal),
    recordPayment: assign(update.recordPayment),
    voidClaim: assign(update.voidClaim),
    resumeAsScheduled: assign(update.resumeAsScheduled),
    resumeAsClaimable: assign(update.resumeAsClaimable),
    rememberFreeze: assign(update.rememberFreeze),
    forgetFreeze: assign(update.forgetFreeze),
    rememberCancel: assign(update.rememberCancel),
    keepReservation: assign(update.keepReservation),
    sendNotice: order<{ readonly to: string; readonly notice: string }>(),
    checkClaim: order<{ readonly amount: string }>(),
    reserveFunds:
      order<Readonly<Record<'reservation' | 'amount' | 'companyCeiling' | 'yearBudget', string>>>(),
    freeFunds: order<Readonly<Record<'reservation', string>>>(),
    payTranche: order<Readonly<Record<'payee' | 'amount' | 'reference', string>>>(),
    tellProject: order<Telling>(),
    postRelease: order<PostingParams>(),
  },
});
