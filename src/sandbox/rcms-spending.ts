import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { refuse } from './replies.js';
import { drawOrder, holdOrder } from './spending.js';
import type { DrawOutcome, SpendingBook } from './spending.js';

const sinceQuery = z.object({ since: z.coerce.number().int().min(0).default(0) });

interface ByKey {
  readonly Params: { readonly '*': string };
}

/**
 * What firms do at the portal and what the agency stops there: `POST /draws` (409 where held or above what was released),
 * `GET /draws?since=<no of the last one known>`, `PUT|DELETE /holds/<key>`, `GET /holds`.
 */
export function spendingRoutes(server: FastifyInstance, spending: SpendingBook): void {
  server.get('/draws', (request, reply) => {
    const query = sinceQuery.safeParse(request.query);
    if (!query.success) return refuse(reply, 400, 'since is the number of the last draw that is known');
    return { draws: spending.drawsAfter(query.data.since) };
  });
  server.post('/draws', async (request, reply) => {
    const order = drawOrder.safeParse(request.body);
    if (!order.success) return refuse(reply, 400, order.error.issues[0]?.message ?? 'not a draw');
    return told(reply, await spending.draw(order.data));
  });
  server.get('/holds', () => ({ holds: spending.holds() }));
  server.put<ByKey>('/holds/*', async (request, reply) => {
    const order = holdOrder.safeParse(request.body);
    if (!order.success) return refuse(reply, 400, 'the body is {"project", "institution"}');
    return spending.hold(request.params['*'], order.data);
  });
  server.delete<ByKey>('/holds/*', async (request, reply) => {
    await spending.lift(request.params['*']);
    return reply.code(204).send();
  });
}

function told(reply: FastifyReply, outcome: DrawOutcome): FastifyReply {
  switch (outcome.kind) {
    case 'drawn':
      return reply.code(201).send(outcome.draw);
    case 'known':
      return reply.send(outcome.draw);
    case 'different':
      return refuse(reply, 409, `${outcome.draw.drawId} has drawn something else`);
    case 'held':
      return refuse(reply, 409, `held: ${outcome.hold.key}`);
    case 'above':
      return refuse(reply, 409, `above what was released: ${outcome.left} won are left`);
  }
}
