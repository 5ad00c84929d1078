import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { SignJWT, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { z } from 'zod';
import { developmentPeople, findPerson } from './people.js';
import type { DevelopmentPerson } from './people.js';
import { LOOPBACK } from './program.js';

const ALGORITHM = 'EdDSA';
const LIFETIME_S = 8 * 60 * 60;

/** How the development sign-in runs; `nodeEnv` is NODE_ENV, `keyFile` where its key is kept between starts. */
export interface IssuerOptions {
  host: string;
  port: number;
  keyFile: string;
  audience: string;
  nodeEnv: string | undefined;
}

/** A running development sign-in and its base URL, which is also the `iss` of its tokens. */
export interface Issuer {
  url: string;
  stop: () => Promise<void>;
}

/** Who wants a token: `as` a person's id, or a role: then the first person of it, in organisation `org` if given. */
const tokenRequest = z.strictObject({ as: z.string().min(1), org: z.string().min(1).optional() });

interface Key {
  readonly secret: CryptoKey;
  readonly shown: JWK;
}

/**
 * Starts the development sign-in: anybody on this machine gets a token for any invented person. Therefore it throws
 * where NODE_ENV is production and for every address but loopback.
 */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  if (options.nodeEnv === 'production') {
    throw new Error(
      'The development sign-in refuses to run with NODE_ENV=production. Set ISSUER_URL to a real one.',
    );
  }
  if (!LOOPBACK.has(options.host)) {
    throw new Error(`The development sign-in listens on loopback only, not on ${options.host}.`);
  }
  const key = await keyIn(options.keyFile);
  const server = Fastify({ bodyLimit: 4096, forceCloseConnections: true });
  let url = '';
  routes(server, key, options, () => url);
  url = await server.listen({ host: options.host, port: options.port });
  return { url, stop: () => server.close() };
}

function routes(server: FastifyInstance, key: Key, options: IssuerOptions, url: () => string): void {
  // A web page whose name was pointed at this machine must not be able to ask for tokens.
  server.addHook('onRequest', async (request, reply) => {
    if (!LOOPBACK.has(request.hostname))
      await refuse(reply, 403, `not asked as loopback: ${request.hostname}`);
  });
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/.well-known/jwks.json', () => ({ keys: [key.shown] }));
  server.get('/people', () => ({ people: developmentPeople() }));
  server.post('/token', async (request, reply) => {
    const wanted = tokenRequest.safeParse(request.body);
    if (!wanted.success)
      return refuse(reply, 400, 'the body is {"as": role or person, "org"?: organisation}');
    const person = findPerson(wanted.data.as, wanted.data.org);
    if (person === undefined)
      return refuse(reply, 404, 'there is nobody like that; GET /people lists everybody');
    return tokenFor(person, key, options.audience, url());
  });
}

async function tokenFor(person: DevelopmentPerson, key: Key, audience: string, issuer: string) {
  const now = Math.floor(Date.now() / 1000);
  const { id, role, org, name } = person;
  const token = await new SignJWT({ role, org, name })
    .setProtectedHeader({ alg: ALGORITHM, kid: key.shown.kid ?? '', typ: 'JWT' })
    .setSubject(id)
    .setAudience(audience)
    .setIssuer(issuer)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_S)
    .sign(key.secret);
  return { token, person, expiresAt: new Date((now + LIFETIME_S) * 1000).toISOString() };
}

function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ status, detail });
}

// Kept between starts, so that a token outlives a restart.
async function keyIn(file: string): Promise<Key> {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  const jwk = kept === undefined ? await newKey(file) : (JSON.parse(kept) as JWK);
  const secret = await importJWK(jwk, ALGORITHM);
  if (secret instanceof Uint8Array)
    throw new Error(`${file} holds no Ed25519 key; remove it and start again`);
  const { d: _secret, ...shown } = jwk;
  return { secret, shown: { ...shown, alg: ALGORITHM, use: 'sig' } };
}

async function newKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: `development-${Date.now()}` };
  await mkdir(dirname(file), { recursive: true });
  // In one step: a start that is cut short must not leave half a key for every later one.
  await writeFile(`${file}.unfinished`, JSON.stringify(jwk), { mode: 0o600 });
  await rename(`${file}.unfinished`, file);
  return jwk;
}
