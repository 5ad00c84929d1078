import { assign, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import type { ChartEvent } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import { tellingOrders } from '../tellings.js';
import { changeDuties } from './context.js';
import type { ChangeArgs, ChangeContext, ChangeDecision, ChangeInput, ClauseReview } from './context.js';
import { changeGuards } from './guards.js';

type Patch = Partial<ChangeContext>;

function decide({ event }: ChangeArgs, { outcome }: Pick<ChangeDecision, 'outcome'>): Patch {
  const { ground = null, opinion = null } = dataOf<Partial<ChangeDecision>>(event);
  return { decision: { outcome, ground, opinion, by: event.by.person } };
}

function recordReview({ context, event }: ChangeArgs): Patch {
  const { of, documentSha256, opinion } = dataOf<Omit<ClauseReview, 'by' | 'at'>>(event);
  const review = { of, documentSha256, opinion, by: event.by.person, at: event.receivedAt };
  return { reviews: [...context.reviews, review] };
}

const clocks = clockwork<ChangeContext>(changeDuties);

/** What the chart of a change of agreement is made with: every guard, update and order by its name. */
export const change = setup({
  types: { context: {} as ChangeContext, events: {} as ChartEvent, input: {} as ChangeInput },
  guards: { ...changeGuards, ...clocks.guards },
  actions: {
    ...clocks.actions,
    decide: assign(decide),
    recordReview: assign(recordReview),
    coSign: assign(({ event }: ChangeArgs): Patch => ({ coSignedBy: event.by.person })),
    ...tellingOrders,
  },
});
