import { proxyActivities } from '@temporalio/workflow';
import type { EffectActivities, SubjectInput } from '../../../src/contract/messages.js';
import { now } from '../../../workflows/events.js';
import { ledger, runChart } from '../../../workflows/subject.js';
import type { Ended } from '../../../workflows/subject.js';
import { toyChart } from './toy-chart.js';

const effects = proxyActivities<EffectActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '50 milliseconds' },
});

/** The toy machine as a subject, run exactly as the real ones are. */
export function toy(input: SubjectInput): Promise<Ended> {
  const { id, chartId, companyId, editionId } = input.identity;
  return runChart(toyChart, input, {
    isPosting: () => false,
    appendRow: ledger.appendRow,
    isAwaited: ledger.isAwaited,
    perform: ({ name, params }, key) =>
      effects.perform({ key, subjectId: id, chartId, companyId, editionId, at: now(), name, params }),
  });
}
