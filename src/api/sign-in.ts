import type { FastifyRequest } from 'fastify';
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Actor } from '../charts/kernel/types.js';
import { ROLES } from '../contract/http/problem.js';
import { Refused, atTheDoor } from './refused.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; null on the few addresses that need no token. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** An address that needs no token. */
    isOpen?: boolean;
    /** A refusal here is recorded in the inbox, as `type`. */
    records?: string;
  }
}

const opaqueId = z.string().min(1).max(120);
const claimsSchema = z.object({ sub: opaqueId, role: z.enum(ROLES), org: opaqueId });

/** The keys of a sign-in, fetched when they are first needed and again when an unknown one is used. */
export function keysOf(issuerUrl: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL('/.well-known/jwks.json', issuerUrl), { cooldownDuration: 1_000 });
}

/**
 * Reads a bearer token into who is asking. Throws Refused: `notSignedIn` for a token that is missing, foreign, expired
 * or without our claims, `unavailable` where the sign-in's keys can't be read.
 */
export async function actorOf(
  header: string | undefined,
  keys: JWTVerifyGetKey,
  expected: { readonly issuer: string; readonly audience: string },
): Promise<Actor> {
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  if (!token) throw new Refused(atTheDoor('notSignedIn'));
  const claims = claimsSchema.safeParse(await claimsOf(token, keys, expected));
  if (!claims.success) throw new Refused(atTheDoor('notSignedIn'));
  const { sub: person, role, org } = claims.data;
  return { person, role, org };
}

async function claimsOf(
  token: string,
  keys: JWTVerifyGetKey,
  expected: { readonly issuer: string; readonly audience: string },
): Promise<unknown> {
  try {
    return (await jwtVerify(token, keys, expected)).payload;
  } catch (error) {
    const isTheirs = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
    // A key set that can't be fetched is a plain JOSEError or a failure of fetch; a bad token is one of its subclasses.
    const isToken = isTheirs && error.code !== 'ERR_JOSE_GENERIC';
    throw new Refused(atTheDoor(isToken ? 'notSignedIn' : 'unavailable', isToken ? {} : { part: 'sign-in' }));
  }
}

/** Who is asking, on an address that needs a token. */
export function signedIn(request: FastifyRequest): Actor {
  if (!request.actor) throw new Refused(atTheDoor('notSignedIn'));
  return request.actor;
}
