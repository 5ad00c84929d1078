import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readySchema } from '../../contract/http/records.js';
import { TASK_QUEUE } from '../../contract/names.js';
import type { Api, Shared } from '../deps.js';
import { registry } from '../metrics.js';
import { Refused, atTheDoor } from '../refused.js';

const PATIENCE_MS = 2_000;

/** A worker asks for work at least once a minute; one that hasn't for longer is gone. */
const SILENT_MS = 90_000;

/** temporal.api.enums.v1.TaskQueueType: the queue of workflow tasks. */
const WORKFLOW_TASKS = 1;

type Part = z.infer<typeof readySchema>['missing'][number];

/** Whether the process lives, whether it can work, and its numbers; these need no token. */
export function healthRoutes(api: Api, shared: Shared): void {
  const config = { isOpen: true, rateLimit: false as const };
  api.get(
    '/healthz',
    {
      config,
      logLevel: 'warn',
      schema: { tags: ['health'], security: [], response: { 200: z.object({ status: z.literal('ok') }) } },
    },
    () => ({ status: 'ok' as const }),
  );
  api.get(
    '/readyz',
    {
      config,
      logLevel: 'warn',
      schema: { tags: ['health'], security: [], response: { 200: readySchema, 503: readySchema } },
    },
    async (_request, reply) => {
      const missing = await missingParts(shared);
      const isReady = missing.length === 0;
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'notReady', missing });
    },
  );
  api.get('/metrics', { config, logLevel: 'warn', schema: { hide: true } }, async (request, reply) => {
    if (!isFromHere(request)) throw new Refused(atTheDoor('notFound'));
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** Whether somebody on this machine asks; what a proxy passes on comes from elsewhere, wherever the proxy is. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isPassedOn = 'forwarded' in headers || 'x-forwarded-for' in headers;
  return !isPassedOn && /^(::1|(::ffff:)?127\.[\d.]+)$/.test(socket.remoteAddress ?? '');
}

async function missingParts(shared: Shared): Promise<Part[]> {
  const [postgres, worker] = await Promise.all([postgresAnswers(shared), workerPolls(shared)]);
  const missing: Part[] = postgres ? [] : ['postgres'];
  if (worker === undefined) missing.push('temporal');
  if (worker !== true) missing.push('worker');
  return missing;
}

async function postgresAnswers({ ledger }: Shared): Promise<boolean> {
  return ledger.pool.query('select 1').then(
    () => true,
    () => false,
  );
}

/** Whether a worker polls our queue; undefined where Temporal itself doesn't answer. */
async function workerPolls({ engine }: Shared): Promise<boolean | undefined> {
  const { connection, options } = engine.client;
  try {
    const { pollers } = await connection.withDeadline(Date.now() + PATIENCE_MS, () =>
      connection.workflowService.describeTaskQueue({
        namespace: options.namespace,
        taskQueue: { name: TASK_QUEUE },
        taskQueueType: WORKFLOW_TASKS,
      }),
    );
    return (pollers ?? []).some(
      ({ lastAccessTime }) => Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1_000 < SILENT_MS,
    );
  } catch {
    return undefined;
  }
}
