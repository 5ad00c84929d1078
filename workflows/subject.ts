import {
  continueAsNew,
  defineSignal,
  defineUpdate,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import { laneOf } from '../src/charts/effects.js';
import { pathOf } from '../src/charts/kernel/step.js';
import type { Chart } from '../src/charts/kernel/types.js';
import { chartOf } from '../src/charts/registry.js';
import type {
  Command,
  Decided,
  EffectOrder,
  LedgerActivities,
  SubjectInput,
} from '../src/contract/messages.js';
import { ANNOUNCE, DECIDE } from '../src/contract/names.js';
import { ChartRun } from './chart-run.js';
import type { Doors } from './chart-run.js';
import { now } from './events.js';
import { live } from './life.js';
import { performChild } from './neighbours.js';
import { isInOrder, performEffect } from './performing.js';
import { Turns } from './turns.js';

/**
 * A row is a short transaction; PostgreSQL away is the world's fault and is retried for as long as it takes. After the
 * first seconds it waits by timers: a task that is kept open writes to the history every few seconds, and a weekend of
 * that would fill it.
 */
export const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '1 minute' },
  localRetryThreshold: '5 seconds',
});

/** What a subject's workflow ends with: the state it closed in. */
export interface Ended {
  readonly state: string;
}

/** Carries one subject through its chart, from its first command to its closing state. */
export function runSubject(input: SubjectInput): Promise<Ended> {
  return runChart(chartOf(input.identity.chartId), input, doorsFor(input));
}

/** The same for any chart and any doors to the world. */
export async function runChart(chart: Chart, input: SubjectInput, doors: Doors): Promise<Ended> {
  const run = ChartRun.open(chart, input, doors);
  // Before anything is awaited: an Update that finds no handler at the end of a task is refused by the SDK.
  setHandler(defineUpdate<Decided, [Command]>(DECIDE), (command) => run.decide(command), {
    validator: (command) => run.validate(command),
  });
  setHandler(defineSignal<[Command]>(ANNOUNCE), (command) => run.announce(command));
  await live(run);
  if (!run.state.done) return continueAsNew<typeof runSubject>({ ...input, carried: run.carried() });
  return { state: pathOf(run.state.value) };
}

function doorsFor(input: SubjectInput): Doors {
  const { id, chartId, companyId, editionId } = input.identity;
  // What a neighbour is told comes in the order in which it was said: a freeze before it is lifted.
  const neighbours = new Turns();
  const holds = new Turns();
  return {
    isPosting: (order) => laneOf(order) === 'posting',
    appendRow: ledger.appendRow,
    isAwaited: ledger.isAwaited,
    perform: async ({ name, params }, key) => {
      const whose = { subjectId: id, chartId, companyId, editionId };
      const order: EffectOrder = { key, ...whose, at: now(), name, params };
      if (laneOf(name) === 'child') return neighbours.take(() => performChild(order, input));
      if (isInOrder(name)) return holds.take(() => performEffect(order));
      return performEffect(order);
    },
  };
}
