import { assign, setup } from 'xstate';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import type { TrancheInput } from '../tranche/context.js';
import type { PostingParams, Telling } from '../tranche/orders.js';
import { trancheUpdates } from '../tranche/updates.js';
import type { TrancheArgsV2, TrancheContextV2 } from './context.js';
import { trancheGuardsV2 } from './guards.js';
import { yearUpdates as year } from './updates.js';

type Update = (args: TrancheArgsV2) => Partial<TrancheContextV2>;

const update: Readonly<Record<keyof typeof trancheUpdates, Update>> = trancheUpdates;

/** What the tranche's chart is made with: every guard, update and order by its name. */
export const trancheV2Setup = setup({
  types: { context: {} as TrancheContextV2, events: {} as ChartEvent, input: {} as TrancheInput },
  guards: trancheGuardsV2,
  actions: {
    open: assign(update.open),
    openOnceFree: assign(update.openOnceFree),
    addCashShare: assign(update.addCashShare),
    recordClaim: assign(update.recordClaim),
    recordYear: assign(year.recordYear),
    recordSums: assign(year.recordSums),
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
    keepReservation: assign(year.keepReservation),
    sendNotice: order<{ readonly to: string; readonly notice: string }>(),
    checkClaim: order<Readonly<Record<'amount' | 'year', string>>>(),
    reserveFunds:
      order<Readonly<Record<'reservation' | 'amount' | 'companyCeiling' | 'year' | 'yearBudget', string>>>(),
    freeFunds: order<Readonly<Record<'reservation', string>>>(),
    payTranche: order<Readonly<Record<'payee' | 'amount' | 'reference', string>>>(),
    tellProject: order<Telling>(),
    postRelease: order<PostingParams>(),
  },
});
