import type { Client, WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import type { WorkflowBundle } from '@temporalio/worker';

/** One run of a case, as the server keeps it. */
export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

/** A case's runs, the first one first: each says which it goes on from. */
export async function runsOf(client: Client, id: string): Promise<History[]> {
  const runs: History[] = [];
  for (let runId: string | undefined = ''; runId !== undefined;) {
    const run: History = await client.workflow.getHandle(id, runId || undefined).fetchHistory();
    runs.unshift(run);
    runId = run.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId || undefined;
  }
  return runs;
}

/** Replays every run of some cases with a bundle; gives back what those say that come out otherwise. */
export async function divergent(
  client: Client,
  ids: readonly string[],
  workflowBundle: WorkflowBundle,
): Promise<string[]> {
  const runs = (await Promise.all(ids.map((id) => runsOf(client, id)))).flat();
  const histories = runs.map((history, index) => ({ workflowId: `run-${index}`, history }));
  const found: string[] = [];
  for await (const { error } of Worker.runReplayHistories({ workflowBundle }, histories))
    if (error) found.push(error.message);
  return found;
}
