import {
  continueAsNew,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import { laneOf } from '../src/charts/effects.js';
import { chartOf } from '../src/charts/registry.js';
import type {
  Command,
  Decided,
  EffectOrder,
  LedgerActivities,
  Reply,
  SubjectInput,
} from '../src/contract/messages.js';
import { ANNOUNCE, DECIDE } from '../src/contract/names.js';
import { ChartRun } from './chart-run.js';
import type { Doors } from './chart-run.js';
import { now } from './events.js';
import { performChild } from './neighbours.js';

/** A row is a short transaction; PostgreSQL away is the world's fault and is retried for as long as it takes. */
const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '10 seconds' },
});

/** Effects are retried for as long as it takes, with their key, so that twice is once. */
const effects = proxyActivities<Record<string, (order: EffectOrder) => Promise<Reply>>>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', maximumInterval: '1 minute' },
});

/** What a subject's workflow ends with: the state it closed in. */
export interface Ended {
  readonly state: string;
}

/** Carries one subject through its chart, from its first command to its closing state. */
export async function runSubject(input: SubjectInput): Promise<Ended> {
  const run = await ChartRun.open(chartOf(input.identity.chartId), input, doorsFor(input));
  setHandler(defineUpdate<Decided, [Command]>(DECIDE), (command) => run.decide(command), {
    validator: (command) => run.validate(command),
  });
  setHandler(defineSignal<[Command]>(ANNOUNCE), (command) => run.announce(command));
  const carried = await run.live();
  if (carried) return continueAsNew<typeof runSubject>({ ...input, carried });
  return { state: run.path };
}

function doorsFor(input: SubjectInput): Doors {
  const { id, companyId, editionId } = input.identity;
  return {
    isPosting: (order) => laneOf(order) === 'posting',
    appendRow: ledger.appendRow,
    isAwaited: ledger.isAwaited,
    perform: async ({ name, params }, key) => {
      const order: EffectOrder = { key, subjectId: id, companyId, editionId, at: now(), name, params };
      if (laneOf(name) === 'child') return performChild(order, input);
      const perform = effects[name];
      if (!perform) throw new Error(`no activity for the effect ${name}`);
      return perform(order);
    },
  };
}
