import { assign, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import { delaysNamed } from '../clockwork/dates.js';
import type { ChartEvent } from '../kernel/types.js';
import { tellingOrders } from '../tellings.js';
import { sanctionDuties } from './context.js';
import type { SanctionContext, SanctionInput } from './context.js';
import { sanctionGuards, sanctionRouting } from './guards.js';
import { sanctionUpdates as update } from './updates.js';

const clocks = clockwork<SanctionContext>(sanctionDuties);

/** What a sanction's chart is made with: every guard, update, order and delay by its name. */
export const sanction = setup({
  types: { context: {} as SanctionContext, events: {} as ChartEvent, input: {} as SanctionInput },
  guards: { ...sanctionGuards, ...sanctionRouting, ...clocks.guards },
  actions: {
    ...clocks.actions,
    recordRequest: assign(update.recordRequest),
    startDeciding: assign(update.startDeciding),
    decide: assign(update.decide),
    ...tellingOrders,
  },
  delays: delaysNamed('sanction-reconsideration'),
});
