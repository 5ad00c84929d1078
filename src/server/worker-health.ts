import { hostname } from 'node:os';
import { Connection } from '@temporalio/client';
import { requiredText } from '../config.js';
import { TASK_QUEUE } from '../contract/names.js';
import { NAMESPACE } from './environments.js';

const WORKFLOW_TASKS = 1;

// A container's health check: ends well when Temporal sees a worker of this host asking for work.
const connection = await Connection.connect({ address: requiredText(process.env, 'TEMPORAL_ADDRESS') });
const { pollers } = await connection.workflowService.describeTaskQueue({
  namespace: process.env['TEMPORAL_NAMESPACE'] || NAMESPACE,
  taskQueue: { name: TASK_QUEUE },
  taskQueueType: WORKFLOW_TASKS,
});
await connection.close();
// The SDK's identity is <pid>@<host>.
const isPolling = pollers?.some(({ identity }) => identity?.endsWith(`@${hostname()}`)) ?? false;
process.exitCode = isPolling ? 0 : 1;
