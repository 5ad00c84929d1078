import Fastify from 'fastify';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import type { Person } from '../cohort/people.js';

/** The rehearsal's sign-in: thousands of invented people get their token at once, without asking over HTTP. */
export interface SignIn {
  readonly url: string;
  tokenOf(person: Person): Promise<string>;
  stop(): Promise<void>;
}

const ALGORITHM = 'EdDSA';
const KEY_ID = 'rehearsal';
const LIFETIME_S = 24 * 60 * 60;

/** Starts a sign-in on loopback whose key nobody else has and nobody keeps; the API reads its public half over HTTP. */
export async function startSignIn(audience: string): Promise<SignIn> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
  const shown = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' };
  const server = Fastify({ forceCloseConnections: true });
  server.get('/.well-known/jwks.json', () => ({ keys: [shown] }));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const tokens = new Map<string, Promise<string>>();
  const signed = ({ person, role, org }: Person): Promise<string> =>
    new SignJWT({ role, org })
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID, typ: 'JWT' })
      .setSubject(person)
      .setAudience(audience)
      .setIssuer(url)
      .setIssuedAt()
      // By the computer's clock, as the API reads it: the rehearsal's years pass within it.
      .setExpirationTime(Math.floor(Date.now() / 1_000) + LIFETIME_S)
      .sign(privateKey);
  const tokenOf = (who: Person): Promise<string> => {
    const known = tokens.get(who.person) ?? signed(who);
    tokens.set(who.person, known);
    return known;
  };
  return { url, tokenOf, stop: () => server.close() };
}
