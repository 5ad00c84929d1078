import { SearchAttributeType, WorkflowIdReusePolicy, defineSearchAttributeKey } from '@temporalio/common';
import type { ProjectInput } from '../charts/project/context.js';
import { latestOf } from '../charts/registry.js';
import type { SubjectIdentity, SubjectInput } from '../contract/messages.js';
import { TASK_QUEUE, subjectOf } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import type { StoredCommand } from '../ledger/inbox.js';
import { editionHash, loadEdition, termsOf } from '../program/load.js';
import type { Window } from '../program/types.js';
import { isWithinWindow } from '../rules/clocks.js';
import { numberOf } from './addresses.js';
import type { Engine } from './engine.js';
import { atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';

/** The event that begins every project. */
export const SUBMIT = 'SUBMIT';

const track = defineSearchAttributeKey('Track', SearchAttributeType.KEYWORD);
const edition = defineSearchAttributeKey('Edition', SearchAttributeType.KEYWORD);
const state = defineSearchAttributeKey('State', SearchAttributeType.KEYWORD);
const company = defineSearchAttributeKey('Company', SearchAttributeType.KEYWORD);

/**
 * Starts a project's workflow for a stored application, or says why it came at the wrong time. The window is judged by
 * the time of receipt, so that an application received in time counts however late it is delivered.
 */
export async function startProject(engine: Engine, stored: StoredCommand): Promise<KeptRefusal | null> {
  const input = inputOf(stored);
  const { identity, command } = input;
  const late = outsideWindow(windowOf(identity), command.receivedAt);
  if (late) return late;
  await engine.client.workflow.start(identity.subject, {
    workflowId: identity.id,
    taskQueue: TASK_QUEUE,
    args: [input],
    workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    typedSearchAttributes: [
      { key: track, value: identity.track },
      { key: edition, value: identity.editionId },
      { key: state, value: 'submitted' },
      { key: company, value: identity.companyId },
    ],
  });
  return null;
}

/** What the applicant itself says; the schema of its track has seen to it at the door. */
type AppliedFor = Pick<ProjectInput, 'title' | 'sector' | 'money'>;

/** A project's workflow input: who it belongs to, what was applied for, and the edition's terms. */
function inputOf({ command, subjectId }: StoredCommand): SubjectInput {
  const { track: chosen, edition: editionId, ...application } = command.data;
  const programme = loadEdition(String(editionId));
  const projectTrack = chosen as Track;
  const { partnerId } = application;
  const identity: SubjectIdentity = {
    id: subjectId,
    subject: subjectOf(projectTrack),
    chartId: latestOf(subjectOf(projectTrack)).id,
    editionId: programme.id,
    editionHash: editionHash(programme),
    track: projectTrack,
    companyId: command.by.org,
    partnerId: typeof partnerId === 'string' ? partnerId : null,
    parentId: null,
  };
  const facts = {
    ...(application as unknown as AppliedFor),
    ...{ subjectId, track: projectTrack, number: numberOf(subjectId) },
    ...{ companyId: identity.companyId, partnerId: identity.partnerId },
    ...{ openedAt: command.receivedAt, terms: termsOf(programme, projectTrack) },
  } satisfies ProjectInput;
  return { identity, facts: { ...facts }, command };
}

function windowOf({ editionId, track: projectTrack }: SubjectIdentity): Window {
  return termsOf(loadEdition(editionId), projectTrack as Track).window;
}

function outsideWindow(window: Window, receivedAt: string): KeptRefusal | null {
  if (isWithinWindow(window, receivedAt)) return null;
  const { opens, closes } = window;
  const code = Date.parse(receivedAt) < Date.parse(opens) ? 'windowNotOpen' : 'windowClosed';
  return atTheDoor(code, { opens, closes, receivedAt });
}
