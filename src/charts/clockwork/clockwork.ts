import { assign } from 'xstate';
import type { ActionFunction } from 'xstate';
import type { ChartEvent } from '../kernel/types.js';
import type { Duties } from './duties.js';
import { clockGuards } from './guards.js';
import { clockOrders } from './orders.js';
import type { Clocked } from './running.js';
import { clockUpdates } from './updates.js';

type Update<Context extends Clocked> = ActionFunction<
  Context,
  ChartEvent,
  ChartEvent,
  undefined,
  never,
  never,
  never,
  never,
  never
>;

type Updates = ReturnType<typeof clockUpdates>;

/** What a chart with clocks spreads into its setup: its guards and its actions, for its own context. */
export function clockwork<Context extends Clocked>(duties: Duties) {
  const updates = Object.entries(clockUpdates(duties)).map(([name, update]) => [
    name,
    assign(update as never),
  ]);
  const actions = Object.fromEntries(updates) as Record<keyof Updates, Update<Context>>;
  return { guards: clockGuards(duties), actions: { ...clockOrders, ...actions } };
}
