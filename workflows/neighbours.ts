import {
  ApplicationFailure,
  ParentClosePolicy,
  getExternalWorkflowHandle,
  startChild,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy } from '@temporalio/common';
import type { EffectOrder, SubjectInput } from '../src/contract/messages.js';
import { ANNOUNCE } from '../src/contract/names.js';
import { startedBy, toldBy } from '../src/contract/neighbours.js';
import type { Told } from '../src/contract/neighbours.js';
import { shownFromTheStart } from './shown.js';

/**
 * Performs an order that concerns a neighbouring subject: starts a project's tranches or what runs beside it, or tells
 * tranches, project or call something. Repeating one does no harm: ids are deterministic, and an
 * announcement carries the order's key as its command id.
 */
export async function performChild(order: EffectOrder, input: SubjectInput): Promise<null> {
  const started = startedBy(order, input);
  if (started.length > 0) await Promise.all(started.map(startOnce));
  else await Promise.all(toldBy(order, input).map(tell));
  return null;
}

/** Starts a subject of this project's; one that was started before is left as it is. */
async function startOnce(child: SubjectInput): Promise<void> {
  try {
    // They outlive a continue-as-new of their project, and end by their own chart.
    await startChild(child.identity.subject, {
      workflowId: child.identity.id,
      args: [child],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      typedSearchAttributes: shownFromTheStart(child.identity),
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

async function tell({ to, command }: Told): Promise<void> {
  try {
    await getExternalWorkflowHandle(to).signal(ANNOUNCE, command);
  } catch (error) {
    // A neighbour that has closed needs no telling; anything else is a defect.
    if (!(error instanceof ApplicationFailure) || !/not found/i.test(error.message)) throw error;
  }
}
