import {
  ApplicationFailure,
  ParentClosePolicy,
  getExternalWorkflowHandle,
  startChild,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy } from '@temporalio/common';
import { SYSTEM } from '../src/charts/kernel/types.js';
import type { Command, EffectOrder, SubjectInput } from '../src/contract/messages.js';
import { ANNOUNCE, objectionId, trancheId } from '../src/contract/names.js';
import { shownFromTheStart } from './shown.js';

/** A tranche to be scheduled: its number and its amount in won; `chartId` is the version the agreement fixed. */
interface TranchePlan {
  readonly no: number;
  readonly amount: string;
}

interface Schedule {
  readonly chartId: string;
  readonly tranches: readonly TranchePlan[];
}

/** The project's first, second … objection; `chartId` is the version that it follows, `facts` what its chart begins with. */
interface Objecting {
  readonly chartId: string;
  readonly no: number;
  readonly facts: SubjectInput['facts'];
}

/**
 * Performs an order that concerns a neighbouring subject: starts a project's tranches or its objection, or tells
 * tranches, project or call something. Repeating one does no harm: ids are deterministic, and an
 * announcement carries the order's key as its command id.
 */
export async function performChild(order: EffectOrder, input: SubjectInput): Promise<null> {
  if (order.name === 'scheduleTranches') await scheduleTranches(order, input);
  else if (order.name === 'startObjection') await startObjection(order, input);
  else await tellNeighbours(order, input);
  return null;
}

async function scheduleTranches(order: EffectOrder, input: SubjectInput): Promise<void> {
  const { chartId, tranches } = order.params as unknown as Schedule;
  await Promise.all(tranches.map((tranche) => startTranche(order, input, chartId, tranche)));
}

function startTranche(
  order: EffectOrder,
  input: SubjectInput,
  chartId: string,
  { no, amount }: TranchePlan,
): Promise<void> {
  const id = trancheId(input.identity.id, no);
  const { id: projectId, companyId, editionId } = input.identity;
  return startOnce({
    identity: { ...input.identity, id, subject: 'tranche', chartId, parentId: projectId },
    facts: { subjectId: id, projectId, companyId, editionId, no, amount, terms: input.facts['terms'] },
    command: commandOf(order, `${order.key}/${no}`, 'SCHEDULE', {}),
  });
}

function startObjection(order: EffectOrder, { identity, facts: { terms } }: SubjectInput): Promise<void> {
  const { chartId, no, facts } = order.params as unknown as Objecting;
  const { id: projectId, companyId, partnerId } = identity;
  const id = objectionId(projectId, no);
  return startOnce({
    identity: { ...identity, id, subject: 'objection', chartId, parentId: projectId },
    facts: { ...facts, subjectId: id, projectId, companyId, partnerId, no, terms },
    command: commandOf(order, `${order.key}/objection`, 'OPEN_OBJECTION', {}),
  });
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

/** What an order to tell neighbours says: the event, its data, and whom: a subject, tranches, or else the project. */
interface Telling {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly to?: string;
  readonly tranches?: readonly number[];
}

async function tellNeighbours(order: EffectOrder, input: SubjectInput): Promise<void> {
  const { event, data, to, tranches } = order.params as unknown as Telling;
  const { id, parentId } = input.identity;
  const telling = (target: string, commandId: string): Promise<void> =>
    tell(target, commandOf(order, commandId, event, data));
  if (!tranches) return telling(to ?? parentId ?? id, order.key);
  // One announcement each: a command is applied once, whoever it reaches.
  await Promise.all(tranches.map((no) => telling(trancheId(id, no), `${order.key}/${no}`)));
}

async function tell(target: string, command: Command): Promise<void> {
  try {
    await getExternalWorkflowHandle(target).signal(ANNOUNCE, command);
  } catch (error) {
    // A neighbour that has closed needs no telling; anything else is a defect.
    if (!(error instanceof ApplicationFailure) || !/not found/i.test(error.message)) throw error;
  }
}

function commandOf(order: EffectOrder, id: string, type: string, data: Command['data']): Command {
  return { id, type, data, by: SYSTEM, receivedAt: order.at };
}
