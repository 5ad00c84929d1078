import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { keyOf } from './bodies.js';
import { Refused, atTheDoor } from './refused.js';
import { signedIn } from './sign-in.js';

/**
 * The id of what a request makes in a register: of its sender and their key, so that the same request again makes nothing
 * twice. Throws Refused (`keyMissing`).
 */
export function keyedId(request: FastifyRequest): string {
  const { person } = signedIn(request);
  return createHash('sha256')
    .update(`${person}\n${keyOf(request)}`)
    .digest('hex')
    .slice(0, 32);
}

/** Throws Refused (`keyReused`) where what stands under a request's id is not what the request wants to make. */
export function mustBeWhatStands<Made extends object>(
  request: FastifyRequest,
  made: Made,
  stands: Made,
): void {
  const isSame = (Object.keys(made) as (keyof Made)[]).every(
    (name) => JSON.stringify(made[name]) === JSON.stringify(stands[name]),
  );
  if (!isSame) throw new Refused(atTheDoor('keyReused', { key: keyOf(request) }));
}
