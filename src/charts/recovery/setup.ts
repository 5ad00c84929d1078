import { assign, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import type { PostingLines } from '../postings.js';
import { tellingOrders } from '../tellings.js';
import { recoveryDuties } from './context.js';
import type { RecoveryContext, RecoveryInput } from './context.js';
import { recoveryGuards, recoveryRouting } from './guards.js';
import { recoveryUpdates as update } from './updates.js';

const clocks = clockwork<RecoveryContext>(recoveryDuties);

/** What a recovery's chart is made with: every guard, update and order by its name. */
export const recovery = setup({
  types: { context: {} as RecoveryContext, events: {} as ChartEvent, input: {} as RecoveryInput },
  guards: { ...recoveryGuards, ...recoveryRouting, ...clocks.guards },
  actions: {
    ...clocks.actions,
    recordReceipt: assign(update.recordReceipt),
    proposePlan: assign(update.proposePlan),
    approvePlan: assign(update.approvePlan),
    dropPlan: assign(update.dropPlan),
    ...tellingOrders,
    postReturn: order<PostingLines>(),
    postRecover: order<PostingLines>(),
  },
});
