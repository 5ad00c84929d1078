import { SearchAttributeType, WorkflowIdReusePolicy, defineSearchAttributeKey } from '@temporalio/common';
import type { ProjectInputV2 } from '../charts/project-v2/context.js';
import { latestOf } from '../charts/registry.js';
import type { SubjectIdentity, SubjectInput } from '../contract/messages.js';
import { TASK_QUEUE, subjectOf } from '../contract/names.js';
import type { Track } from '../contract/names.js';
import { isAwaited } from '../ledger/awaited.js';
import type { StoredCommand } from '../ledger/inbox.js';
import { daysAdded } from '../ledger/registers/holidays.js';
import { editionHash, loadEdition, termsOf } from '../program/load.js';
import type { DaysAdded } from '../rules/counting.js';
import { isWithinCall } from '../rules/screening.js';
import { numberOf } from './addresses.js';
import type { Shared } from './deps.js';
import { atTheDoor } from './refused.js';
import type { KeptRefusal } from './refused.js';
import { windowOf } from './track-window.js';
import type { TrackWindow } from './track-window.js';

/** The event that begins every project. */
export const SUBMIT = 'SUBMIT';

const track = defineSearchAttributeKey('Track', SearchAttributeType.KEYWORD);
const edition = defineSearchAttributeKey('Edition', SearchAttributeType.KEYWORD);
const state = defineSearchAttributeKey('State', SearchAttributeType.KEYWORD);
const company = defineSearchAttributeKey('Company', SearchAttributeType.KEYWORD);

/**
 * Starts a project's workflow for a stored application, or says why it came at the wrong time. The window is judged by
 * the time of receipt, so that an application received in time counts however late it is delivered: by the call's where one
 * is under way, which may have been moved, otherwise by the edition's. `wait` where a decision that may move the call's close
 * was received before and is still on its way.
 */
export async function startProject(
  { ledger, engine }: Pick<Shared, 'ledger' | 'engine'>,
  stored: StoredCommand,
): Promise<KeptRefusal | 'wait' | null> {
  const application = applicationOf(stored);
  const window = await windowOf({ ledger }, application.editionId, application.track);
  const late = outsideWindow(window, application.receivedAt);
  const { callId } = window;
  if (late && callId && (await isAwaited(ledger, callId, stored.command.receivedAt))) return 'wait';
  if (late) return late;
  const input = inputOf(stored, application, { call: callId, daysAdded: await daysAdded(ledger) });
  const { identity } = input;
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
type AppliedFor = Pick<ProjectInputV2, 'title' | 'sector' | 'money'>;

/** An application as it was stored: whose it is and when it counts as received (ISO instant), with all that it says. */
interface StoredApplication {
  readonly editionId: string;
  readonly track: Track;
  readonly companyId: string;
  readonly receivedAt: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** An officer hands in what firms applied for elsewhere: for the company named, as of when the portal had received it. */
function applicationOf({ command }: StoredCommand): StoredApplication {
  const { track: chosen, edition: editionId, companyId, irisReceivedAt, ...said } = command.data;
  const isHandedIn = command.by.role === 'officer';
  return {
    ...{ editionId: String(editionId), track: chosen as Track, said },
    companyId: isHandedIn ? String(companyId) : command.by.org,
    receivedAt: isHandedIn && typeof irisReceivedAt === 'string' ? irisReceivedAt : command.receivedAt,
  };
}

/** A project's workflow input: who it belongs to, what was applied for, its call, the edition's terms, and days off added since. */
function inputOf(
  { command, subjectId }: StoredCommand,
  application: StoredApplication,
  { call, daysAdded: added }: { readonly call: string | null; readonly daysAdded: DaysAdded },
): SubjectInput {
  const programme = loadEdition(application.editionId);
  const { track: projectTrack, companyId, said } = application;
  const { partnerId } = said;
  const identity: SubjectIdentity = {
    id: subjectId,
    subject: subjectOf(projectTrack),
    chartId: latestOf(subjectOf(projectTrack)).id,
    editionId: programme.id,
    editionHash: editionHash(programme),
    track: projectTrack,
    companyId,
    partnerId: typeof partnerId === 'string' ? partnerId : null,
    parentId: null,
  };
  const facts = {
    ...(said as unknown as AppliedFor),
    ...{ subjectId, track: projectTrack, number: numberOf(subjectId), callId: call },
    ...{ companyId, partnerId: identity.partnerId },
    ...{ openedAt: application.receivedAt, terms: termsOf(programme, projectTrack), daysAdded: added },
  } satisfies ProjectInputV2;
  return { identity, facts: { ...facts }, command };
}

function outsideWindow({ window, history }: TrackWindow, receivedAt: string): KeptRefusal | null {
  if (isWithinCall(window, history, receivedAt)) return null;
  const { opens, closes } = window;
  const code = Date.parse(receivedAt) < Date.parse(opens) ? 'windowNotOpen' : 'windowClosed';
  return atTheDoor(code, { opens, closes, receivedAt });
}
