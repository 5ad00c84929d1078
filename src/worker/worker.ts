import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { createActivities } from '../../activities/index.js';
import type { ActivityDeps } from '../../activities/index.js';
import { TASK_QUEUE } from '../contract/names.js';

/** What a worker runs on: its connection, the workflow bundle, and what its activities need. */
export interface WorkerDeps extends ActivityDeps {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: NonNullable<WorkerOptions['workflowBundle']>;
  /** Further Temporal settings, such as a cache of zero in tests that replay at every task. */
  readonly tuning?: Partial<WorkerOptions>;
}

/** Makes a worker for every subject and effect of the program. */
export function createWorker({
  connection,
  namespace,
  workflowBundle,
  tuning,
  ...deps
}: WorkerDeps): Promise<Worker> {
  return Worker.create({
    connection,
    namespace,
    workflowBundle,
    taskQueue: TASK_QUEUE,
    activities: createActivities(deps),
    shutdownGraceTime: '5 seconds',
    // A beat every second or two, and not just before it would be missed: a busy machine is not a dead one.
    maxHeartbeatThrottleInterval: '2 seconds',
    ...tuning,
  });
}
