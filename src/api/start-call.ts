import { SearchAttributeType, WorkflowIdReusePolicy, defineSearchAttributeKey } from '@temporalio/common';
import type { CallInput } from '../charts/call/context.js';
import { latestOf } from '../charts/registry.js';
import type { SubjectIdentity } from '../contract/messages.js';
import { TASK_QUEUE } from '../contract/names.js';
import type { StoredCommand } from '../ledger/inbox.js';
import { daysAdded } from '../ledger/registers/holidays.js';
import { editionHash, loadEdition, termsOf } from '../program/load.js';
import type { Shared } from './deps.js';
import type { CallPlan } from './plan-call.js';

const track = defineSearchAttributeKey('Track', SearchAttributeType.KEYWORD);
const edition = defineSearchAttributeKey('Edition', SearchAttributeType.KEYWORD);
const state = defineSearchAttributeKey('State', SearchAttributeType.KEYWORD);

/** The organisation that runs the calls. */
const AGENCY = 'agency';

/** Starts a call's workflow for a stored plan. A call that is already there is Temporal's own refusal of the second start. */
export async function startCall(
  { engine: { client }, ledger }: Pick<Shared, 'engine' | 'ledger'>,
  { command, subjectId }: StoredCommand,
): Promise<void> {
  const plan = command.data as unknown as CallPlan;
  const programme = loadEdition(plan.edition);
  const identity: SubjectIdentity = {
    ...{ id: subjectId, subject: 'call', chartId: latestOf('call').id },
    ...{ editionId: programme.id, editionHash: editionHash(programme), track: plan.track },
    ...{ companyId: AGENCY, partnerId: null, parentId: null },
  };
  const { competition, window, capacity, budget } = plan;
  const facts = {
    ...{ subjectId, editionId: programme.id, track: plan.track, competition },
    ...{ window, capacity, budget, openedAt: command.receivedAt, daysAdded: await daysAdded(ledger) },
    terms: termsOf(programme, plan.track),
  } satisfies CallInput;
  await client.workflow.start(identity.subject, {
    workflowId: subjectId,
    taskQueue: TASK_QUEUE,
    args: [{ identity, facts: { ...facts }, command }],
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    typedSearchAttributes: [
      { key: track, value: plan.track },
      { key: edition, value: programme.id },
      { key: state, value: 'planned' },
    ],
  });
}
