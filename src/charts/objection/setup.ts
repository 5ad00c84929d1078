import { assign, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import type { ChartEvent } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import { tellingOrders } from '../tellings.js';
import { objectionDuties } from './context.js';
import type { Decision, ObjectionArgs, ObjectionContext, ObjectionInput } from './context.js';
import { objectionGuards } from './guards.js';

type Patch = Partial<ObjectionContext>;

function decide({ event }: ObjectionArgs, { outcome }: Pick<Decision, 'outcome'>): Patch {
  const { score, ground, opinion } = dataOf<Partial<Decision>>(event);
  return {
    decision: { outcome, score: score ?? null, ground: ground ?? null, opinion: opinion ?? null },
  };
}

const clocks = clockwork<ObjectionContext>(objectionDuties);

/** What the objection's chart is made with: every guard, update and order by its name. */
export const objection = setup({
  types: { context: {} as ObjectionContext, events: {} as ChartEvent, input: {} as ObjectionInput },
  guards: { ...objectionGuards, ...clocks.guards },
  actions: {
    ...clocks.actions,
    assignBoard: assign(({ event }: ObjectionArgs): Patch => ({
      board: dataOf<{ members: readonly string[] }>(event).members,
    })),
    decide: assign(decide),
    ...tellingOrders,
  },
});
