import { CancellationScope, allHandlersFinished, sleep, workflowInfo } from '@temporalio/workflow';
import type { ChartRun } from './chart-run.js';
import { untilPassed } from './deadlines.js';

/**
 * Lives until the subject's chart is done, or its history should be cut: at a stage's end, and where the server suggests
 * it; never while anything is under way. Throws a defect at once, in the task that met it: once that task were over, what
 * went wrong would stand in the history for ever.
 * Nobody but the chart ends a subject: a cancellation from Temporal's side is not heard.
 */
export function live(run: ChartRun): Promise<void> {
  return CancellationScope.nonCancellable(() => Promise.race([run.defect, untilOver(run)]));
}

async function untilOver(run: ChartRun): Promise<void> {
  const stage: unknown = run.state.context['stage'];
  const isStageOver = (): boolean => typeof stage === 'number' && run.state.context['stage'] !== stage;
  const wantsToEnd = (): boolean => run.state.done || isStageOver() || workflowInfo().continueAsNewSuggested;
  const isOver = (): boolean => wantsToEnd() && run.isAtRest && allHandlersFinished();
  do {
    while (!isOver()) {
      const passed = await untilPassed(run, isOver);
      if (passed) await run.pass(passed);
    }
    await untilAnswersAreOut(run);
  } while (!isOver());
}

/** A task that answers and also ends the run is done again when a signal comes meanwhile, and its answers are lost. */
async function untilAnswersAreOut(run: ChartRun): Promise<void> {
  while (run.answeredAt === workflowInfo().historyLength) await sleep(1);
}
