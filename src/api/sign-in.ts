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

/** An opaque id as it stands in a token: visible characters of ASCII, which anything can store. */
const opaqueId = z.string().regex(/^[\x21-\x7e]{1,120}$/);
const claimsSchema = z.object({ sub: opaqueId, role: z.enum(ROLES), org: opaqueId, exp: z.number() });

/** How long a token that was verified is taken without verifying it again, at most until it expires. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 5_000;

interface Verified {
  readonly actor: Actor;
  readonly until: number;
}

/**
 * Reads bearer tokens of one sign-in into who is asking; its keys are fetched when they are first needed, and again when an
 * unknown one is used. Throws Refused: `notSignedIn` for a token that is missing, foreign, expired or without our claims,
 * `unavailable` where the keys can't be read.
 */
export function signInAt(issuer: {
  readonly url: string;
  readonly audience: string;
}): (authorization: string | undefined) => Promise<Actor> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer.url), { cooldownDuration: 1_000 });
  const expected = { issuer: issuer.url, audience: issuer.audience };
  const remembered = new Map<string, Verified>();
  return async (authorization) => {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new Refused(atTheDoor('notSignedIn'));
    const known = remembered.get(token);
    if (known && known.until > Date.now()) return known.actor;
    const verified = await verify(token, keys, expected);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(token, verified);
    return verified.actor;
  };
}

async function verify(
  token: string,
  keys: JWTVerifyGetKey,
  expected: { readonly issuer: string; readonly audience: string },
): Promise<Verified> {
  const claims = claimsSchema.safeParse(await claimsOf(token, keys, expected));
  if (!claims.success) throw new Refused(atTheDoor('notSignedIn'));
  const { sub: person, role, org, exp } = claims.data;
  return { actor: { person, role, org }, until: Math.min(exp * 1_000, Date.now() + REMEMBERED_MS) };
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
export function signedIn({ actor }: Pick<FastifyRequest, 'actor'>): Actor {
  if (!actor) throw new Refused(atTheDoor('notSignedIn'));
  return actor;
}
