import type { FastifyRequest } from 'fastify';
import type { Actor } from '../charts/kernel/types.js';
import { Refused, atTheDoor } from './refused.js';
import { signedIn } from './sign-in.js';

/**
 * Who is asking, for what nobody can do in another's name: who stands in for somebody does not hand that on, and takes
 * nobody's role away. Throws Refused (`notInOwnName`).
 */
export function inOwnName(request: FastifyRequest): Actor {
  const actor = signedIn(request);
  if (actor.onBehalfOf !== undefined) throw new Refused(atTheDoor('notInOwnName'));
  return actor;
}
