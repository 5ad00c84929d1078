import { assign, enqueueActions, setup } from 'xstate';
import { msTo } from '../counted.js';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import type { CallArgs, CallClock, CallContext, CallInput } from './context.js';
import { callGuards } from './guards.js';
import { keptOrders } from './orders.js';
import type { Ordered, Placing, Promoting } from './orders.js';
import { listUpdates as list, placeUpdates as place, preparingUpdates as preparing } from './updates.js';

function until(clock: CallClock) {
  return (args: CallArgs): number => {
    const running = args.context.clocks[clock];
    if (!running) throw new Error(`the clock ${clock} of ${args.context.subjectId} was never started`);
    return msTo(args, running.due);
  };
}

/** What the call's chart is made with: every guard, update, order and delay by its name. */
export const call = setup({
  types: { context: {} as CallContext, events: {} as ChartEvent, input: {} as CallInput },
  guards: callGuards,
  actions: {
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
    sendNotice: order<{ readonly to: string; readonly notice: string }>(),
    closeIntake: order<Readonly<Record<'callId' | 'closes', string>>>(),
    applyList: order<Ordered & Readonly<Record<'listSha256' | 'receivedAt', string>>>(),
    promoteNext: order<Promoting>(),
    placeUpheld: order<Placing>(),
    endReserve: order<Ordered>(),
  },
  delays: {
    callOpens: (args) => msTo(args, args.context.window.opens),
    callCloses: (args) => msTo(args, args.context.window.closes),
    objection: until('objection'),
    reserve: until('reserve'),
  },
});
