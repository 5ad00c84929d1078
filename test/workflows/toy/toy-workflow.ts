import {
  continueAsNew,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type {
  Command,
  Decided,
  EffectActivities,
  LedgerActivities,
  SubjectInput,
} from '../../../src/contract/messages.js';
import { ANNOUNCE, DECIDE } from '../../../src/contract/names.js';
import { ChartRun } from '../../../workflows/chart-run.js';
import { now } from '../../../workflows/events.js';
import { toyChart } from './toy-chart.js';

const ledger = proxyLocalActivities<LedgerActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '50 milliseconds' },
});
const effects = proxyActivities<EffectActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '50 milliseconds' },
});

/** The toy machine as a subject, run exactly as the real ones are. */
export async function toy(input: SubjectInput): Promise<string> {
  const { id, companyId, editionId } = input.identity;
  const run = await ChartRun.open(toyChart, input, {
    isPosting: () => false,
    appendRow: ledger.appendRow,
    isAwaited: ledger.isAwaited,
    perform: ({ name, params }, key) =>
      effects.perform({ key, subjectId: id, companyId, editionId, at: now(), name, params }),
  });
  setHandler(defineUpdate<Decided, [Command]>(DECIDE), (command) => run.decide(command), {
    validator: (command) => run.validate(command),
  });
  setHandler(defineSignal<[Command]>(ANNOUNCE), (command) => run.announce(command));
  const carried = await run.live();
  if (carried) return continueAsNew<typeof toy>({ ...input, carried });
  return run.path;
}
