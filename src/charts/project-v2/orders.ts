import { order } from '../effects.js';
import { dataOf } from '../payload.js';
import { orderActions } from '../project/orders.js';
import type { Starting, TellingTo } from '../tellings.js';
import type { ArgsV2 } from './context.js';
import { moneyOrders } from './money-orders.js';
import { competitionOf, ownCall } from './place.js';

/** The chart that the objections to these projects follow, as long as they live. */
const OBJECTION_CHART = 'objection.v1';

/** The orders that these projects give, for their setup. */
export const orderActionsV2 = {
  ...orderActions,
  ...moneyOrders,
  startObjection: order<Starting>(),
  tellCall: order<TellingTo>(),
};

/** Tells the call that gave the project its place that the place is free. */
export function placeFreed(reason: 'declined' | 'cancelled' | 'withdrawn' | 'expired') {
  const params = ({ context: { place, subjectId } }: ArgsV2): TellingTo => {
    if (!place) throw new Error(`${subjectId} gives up a place that it hasn't`);
    return { to: place.callId, event: 'PLACE_FREED', data: { projectId: subjectId, reason } };
  };
  return { type: 'tellCall', params } as const;
}

/** Tells the call whose decision is still on its way, or is waited for, something about the project. */
function tellOwnCall(event: string, more: Readonly<Record<string, string>> = {}) {
  const params = ({ context }: ArgsV2): TellingTo => {
    const { subjectId: projectId } = context;
    const to = ownCall(context);
    if (to === null) throw new Error(`${projectId} tells a call and belongs to none`);
    return { to, event, data: { projectId, ...more } };
  };
  return { type: 'tellCall', params } as const;
}

/** An objection succeeded: the call finds the project its place. */
export const objectionUpheld = tellOwnCall('OBJECTION_UPHELD');

/** A project on the reserve list waits there again, and may be the next. */
export const reserveReturned = tellOwnCall('RESERVE_RETURNED');

/** A project withdraws while the call's decision may be on its way to it, which it then can't give back. */
export const placeUntaken = tellOwnCall('PLACE_FREED', { reason: 'withdrawn' });

/** Starts the objection as a subject of its own; it names the panel, which is not to decide on it (domain.md section 2). */
export const startObjection = {
  type: 'startObjection',
  params: ({ context, event }: ArgsV2): Starting => {
    const { subjectId: projectId, companyId, partnerId, panel, objectionNo: no } = context;
    const { ground, statement } = dataOf<{ ground: string; statement: string }>(event);
    return {
      ...{ chartId: OBJECTION_CHART, no },
      facts: {
        ...{ projectId, companyId, partnerId, callId: ownCall(context), ground, statement },
        decidedOn: competitionOf(context),
        filedAt: event.receivedAt,
        panel: (panel?.members ?? []).map(({ person }) => person),
      },
    };
  },
} as const;
