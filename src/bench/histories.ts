import { Client } from '@temporalio/client';
import type { Connection } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import type { ReplayWorkerOptions } from '@temporalio/worker';
import type { SubjectInput } from '../contract/messages.js';
import { builtBundle } from '../worker/bundle.js';
import { bundleBare } from './bare-bundle.js';

/** How fast recorded histories are replayed. */
export interface ReplayFigures {
  readonly histories: number;
  readonly events: number;
  readonly historiesPerSecond: number;
  readonly eventsPerSecond: number;
}

type History = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>;

interface Recorded {
  readonly workflowId: string;
  readonly history: History;
}

/** Fetches the histories of workflows from the server that ran them. */
export async function fetchHistories(
  connection: Connection,
  namespace: string,
  ids: readonly string[],
): Promise<Recorded[]> {
  const { workflow } = new Client({ connection, namespace });
  const fetched: Recorded[] = [];
  for (const workflowId of ids)
    fetched.push({ workflowId, history: await workflow.getHandle(workflowId).fetchHistory() });
  return fetched;
}

/** What a project's workflow was started with. */
export function inputOf({ workflowId, history }: Recorded): SubjectInput {
  const payload = history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  if (!payload) throw new Error(`the history of ${workflowId} begins without an input`);
  return defaultPayloadConverter.fromPayload<SubjectInput>(payload);
}

/** Replays histories of ours with the bundle that the worker runs. Throws where one doesn't replay. */
export function replayOurs(recorded: readonly Recorded[]): Promise<ReplayFigures> {
  return replay({ workflowBundle: builtBundle }, recorded);
}

/** Replays histories of the bare workflow. */
export async function replayBare(recorded: readonly Recorded[]): Promise<ReplayFigures> {
  return replay({ workflowBundle: await bundleBare() }, recorded);
}

// Timed from the first one's end to the last one's: loading the bundle is paid once, however many follow.
async function replay(
  { workflowBundle }: Required<Pick<ReplayWorkerOptions, 'workflowBundle'>>,
  recorded: readonly Recorded[],
): Promise<ReplayFigures> {
  let began = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, recorded)) {
    if (error) throw new Error(`the history of ${workflowId} does not replay`, { cause: error });
    began ||= performance.now();
  }
  const seconds = (performance.now() - began) / 1000;
  const timed = recorded.slice(1);
  const events = timed.reduce((sum, { history }) => sum + (history.events?.length ?? 0), 0);
  return {
    ...{ histories: timed.length, events },
    ...{ historiesPerSecond: timed.length / seconds, eventsPerSecond: events / seconds },
  };
}
