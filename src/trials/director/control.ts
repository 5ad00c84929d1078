import Fastify from 'fastify';
import { z } from 'zod';
import type { Strikes } from './strikes.js';

/** Where processes tell what they have come to. */
export interface Control {
  readonly url: string;
  stop(): Promise<void>;
}

const reachedSchema = z.strictObject({ moment: z.string(), key: z.string(), who: z.string() });

/** Listens to what workers and portal have come to; each is answered when it may go on. */
export async function startControl(strikes: () => Strikes): Promise<Control> {
  const server = Fastify({ forceCloseConnections: true });
  server.post('/reached', async (request, reply) => {
    const gone = new Promise<void>((resolve) => reply.raw.once('close', () => resolve()));
    const fault = await strikes().reached(reachedSchema.parse(request.body), gone);
    return { fault };
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return { url, stop: () => server.close() };
}
