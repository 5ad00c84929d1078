import type { FastifyInstance } from 'fastify';
import { rcmsFaults } from './faults.js';
import type { RcmsFaults } from './faults.js';
import { LOOPBACK } from './program.js';
import { refuse } from './replies.js';

/** Where the portal listens, and NODE_ENV. */
interface Standing {
  readonly host: string;
  readonly nodeEnv: string | undefined;
}

/**
 * `GET /faults` and `PUT /faults`, which replaces all of them: only on a developer's machine, from itself. Elsewhere 403, so
 * that nobody breaks what others work with.
 */
export function faultRoutes(server: FastifyInstance, faults: RcmsFaults, { host, nodeEnv }: Standing): void {
  const isOpen = nodeEnv !== 'production' && LOOPBACK.has(host);
  server.get('/faults', () => faults);
  server.put('/faults', async (request, reply) => {
    // A web page whose name was pointed at this machine must not reach it.
    if (!isOpen || !LOOPBACK.has(request.hostname))
      return refuse(reply, 403, 'faults are set in development only, by way of loopback');
    const wanted = rcmsFaults.safeParse(request.body);
    if (!wanted.success) return refuse(reply, 400, wanted.error.issues[0]?.message ?? 'not faults');
    for (const name of Object.keys(faults)) delete faults[name as keyof RcmsFaults];
    Object.assign(faults, wanted.data);
    return faults;
  });
}
