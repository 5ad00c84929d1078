import { assign, enqueueActions, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import { delaysNamed } from '../clockwork/dates.js';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import type { Notice } from '../tellings.js';
import { callDuties } from './context.js';
import type { CallContext, CallInput } from './context.js';
import { callGuards } from './guards.js';
import { keptOrders } from './orders.js';
import type { Ordered, Placing, Promoting } from './orders.js';
import { listUpdates as list, placeUpdates as place, preparingUpdates as preparing } from './updates.js';

const clocks = clockwork<CallContext>(callDuties);

/** What the call's chart is made with: every guard, update, order and delay by its name. */
export const call = setup({
  types: { context: {} as CallContext, events: {} as ChartEvent, input: {} as CallInput },
  guards: { ...callGuards, ...clocks.guards },
  actions: {
    ...clocks.actions,
    extendWindow: assign(preparing.extendWindow),
    correctWindow: assign(preparing.correctWindow),
    changeCapacity: assign(preparing.changeCapacity),
    appointPanel: assign(preparing.appointPanel),
    declareConflicts: assign(preparing.declareConflicts),
    recordIntake: assign(preparing.recordIntake),
    recordProposal: assign(list.recordProposal),
    dropProposal: assign(list.dropProposal),
    recordReturn: assign(list.recordReturn),
    recordDecision: assign(list.recordDecision),
    recordApplied: assign(list.recordApplied),
    countFreed: assign(place.countFreed),
    countOrder: assign(place.countOrder),
    keepFreed: assign(place.keepFreed),
    keepUpheld: assign(place.keepUpheld),
    keepNewPlaces: assign(place.keepNewPlaces),
    countKept: assign(place.countKept),
    recordFilled: assign(place.recordFilled),
    recordUnfilled: assign(place.recordUnfilled),
    recordResized: assign(place.recordResized),
    recordExhausted: assign(place.recordExhausted),
    recordReturned: assign(place.recordReturned),
    recordPlaced: assign(place.recordPlaced),
    recordEnd: assign(place.recordEnd),
    // How many there are is known only then: one order each.
    orderKept: enqueueActions(({ context, event, enqueue }) => {
      for (const given of keptOrders({ context, event })) enqueue(given as never);
    }),
    sendNotice: order<Notice>(),
    closeIntake: order<Readonly<Record<'callId' | 'closes', string>>>(),
    applyList: order<Ordered & Readonly<Record<'listSha256' | 'receivedAt', string>>>(),
    promoteNext: order<Promoting>(),
    placeUpheld: order<Placing>(),
    endReserve: order<Ordered>(),
  },
  // How long each is says `dueOf` of the chart, after every step.
  delays: delaysNamed('callOpens', 'callCloses', 'objection', 'reserve'),
});
