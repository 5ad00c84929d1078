import { assign, setup } from 'xstate';
import { msTo } from '../counted.js';
import { order } from '../effects.js';
import type { ChartEvent } from '../kernel/types.js';
import { dataOf } from '../payload.js';
import type { Decision, ObjectionArgs, ObjectionContext, ObjectionInput } from './context.js';
import { objectionGuards } from './guards.js';
import type { Telling } from './orders.js';

type Patch = Partial<ObjectionContext>;

function decide({ event }: ObjectionArgs, { outcome }: Pick<Decision, 'outcome'>): Patch {
  const { score, ground, opinion } = dataOf<Partial<Decision>>(event);
  return {
    decision: { outcome, score: score ?? null, ground: ground ?? null, opinion: opinion ?? null },
  };
}

/** What the objection's chart is made with: every guard, update, order and delay by its name. */
export const objection = setup({
  types: { context: {} as ObjectionContext, events: {} as ChartEvent, input: {} as ObjectionInput },
  guards: objectionGuards,
  actions: {
    assignBoard: assign(({ event }: ObjectionArgs): Patch => ({
      board: dataOf<{ members: readonly string[] }>(event).members,
    })),
    markOverdue: assign({ overdue: true }),
    decide: assign(decide),
    sendNotice: order<{ readonly to: string; readonly notice: string }>(),
    tellProject: order<Telling>(),
  },
  delays: {
    // Once it is overdue there is nothing more to wait for.
    'objection-decision': (args) =>
      args.context.overdue ? Infinity : msTo(args, args.context.clocks['objection-decision'].due),
  },
});
