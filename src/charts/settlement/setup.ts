import { assign, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import { delaysNamed } from '../clockwork/dates.js';
import type { ChartEvent } from '../kernel/types.js';
import { tellingOrders } from '../tellings.js';
import { settlementDuties } from './context.js';
import type { SettlementContext, SettlementInput } from './context.js';
import { settlementGuards, settlementRouting } from './guards.js';
import { settlementUpdates as update } from './updates.js';

const clocks = clockwork<SettlementContext>(settlementDuties);

/** What a settlement's chart is made with: every guard, update, order and delay by its name. */
export const settlement = setup({
  types: { context: {} as SettlementContext, events: {} as ChartEvent, input: {} as SettlementInput },
  guards: { ...settlementGuards, ...settlementRouting, ...clocks.guards },
  actions: {
    ...clocks.actions,
    recordRelease: assign(update.recordRelease),
    recordCosts: assign(update.recordCosts),
    recordReturn: assign(update.recordReturn),
    recordFigures: assign(update.recordFigures),
    renewFigures: assign(update.renewFigures),
    giveNotice: assign(update.giveNotice),
    recordObjection: assign(update.recordObjection),
    decideObjection: assign(update.decideObjection),
    ...tellingOrders,
  },
  delays: delaysNamed('settlement-objection'),
});
