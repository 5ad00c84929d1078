import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { SignJWT, UnsecuredJWT, exportJWK, importJWK } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Answer, Service } from './service.js';

let service: Service;
let href: string;
let key: JWK;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
  key = JSON.parse(await readFile(service.issuer.keyFile, 'utf8')) as JWK;
});
afterAll(() => service.stop());

const now = (): number => Math.floor(Date.now() / 1_000);

/** What a good token of an officer claims, in an hour's validity, with what a test says otherwise. */
const claims = (said: JWTPayload = {}): JWTPayload => ({
  ...{ sub: the.OFFICER, role: 'officer', org: 'agency', aud: 'rnd-tracks', iss: service.issuer.url },
  ...{ iat: now(), exp: now() + 3_600 },
  ...said,
});

/** A token signed by the sign-in's own key, or by another under a key id of choice. */
async function signed(said: JWTPayload = {}, by: JWK = key, kid = key.kid ?? ''): Promise<string> {
  const secret = (await importJWK(by, 'EdDSA')) as CryptoKey;
  return new SignJWT(claims(said)).setProtectedHeader({ alg: 'EdDSA', kid }).sign(secret);
}

const read = (authorization: string): Promise<Answer> =>
  service.get('/v1/me', { headers: { authorization } });

/** Whoever isn't signed in learns nothing, changes nothing, and is in no inbox: nobody knows who it was. */
async function unknownTo(authorization: string | undefined): Promise<void> {
  const headers = authorization === undefined ? {} : { authorization };
  const before = await service.get(`${href}/timeline`, { as: the.OFFICER });
  const inbox = async (): Promise<unknown> =>
    (await service.ledger.pool.query('select count(*) from command_inbox')).rows;
  const received = await inbox();
  const answers = [
    await service.get(href, { headers }),
    await service.post(`${href}/actions`, { body: the.DECISION, headers }),
  ];
  for (const { status, body, headers: said } of answers) {
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'notSignedIn' });
    expect(said.get('www-authenticate')).toBe('Bearer');
    expect(body.command).toBeUndefined();
  }
  expect(await inbox()).toEqual(received);
  expect((await service.get(`${href}/timeline`, { as: the.OFFICER })).body).toEqual(before.body);
}

test('a token of the sign-in says who is asking', async () => {
  expect(await read(`Bearer ${await signed()}`)).toMatchObject({
    ...{ status: 200, body: { person: the.OFFICER, role: 'officer', org: 'agency' } },
  });
});

describe('Nobody is let in', () => {
  test.each([
    ['without a token', undefined],
    ['with an empty one', 'Bearer '],
    ['with something else', 'Basic b2ZmaWNlcjpvZmZpY2Vy'],
    ['with nonsense', 'Bearer nonsense'],
    ['with two tokens', 'Bearer one two'],
  ])('%s', async (_, authorization) => unknownTo(authorization));

  test('with a token that has expired', async () => unknownTo(`Bearer ${await signed({ exp: now() - 1 })}`));

  test('with a token that is not valid yet', async () =>
    unknownTo(`Bearer ${await signed({ nbf: now() + 600 })}`));

  test('with a token that never expires', async () => {
    const { exp: _, ...forEver } = claims();
    const secret = (await importJWK(key, 'EdDSA')) as CryptoKey;
    const header = { alg: 'EdDSA', kid: key.kid ?? '' };
    await unknownTo(`Bearer ${await new SignJWT(forEver).setProtectedHeader(header).sign(secret)}`);
  });

  test('with a token for another service, or of another sign-in', async () => {
    await unknownTo(`Bearer ${await signed({ aud: 'another-service' })}`);
    await unknownTo(`Bearer ${await signed({ iss: 'http://127.0.0.1:1' })}`);
  });

  test('with a token that another key signed, under its own name or under ours', async () => {
    const other = await exportJWK(generateKeyPairSync('ed25519').privateKey);
    await unknownTo(`Bearer ${await signed({}, other, 'another-key')}`);
    await unknownTo(`Bearer ${await signed({}, other)}`);
  });

  test('with a token whose claims were changed after it was signed', async () => {
    const [head, , signature] = (await service.token(the.APPLICANT)).split('.');
    const changed = Buffer.from(JSON.stringify(claims())).toString('base64url');
    await unknownTo(`Bearer ${[head, changed, signature].join('.')}`);
  });

  test('with a token that nobody signed, or that was signed with our public key as if it were a secret', async () => {
    await unknownTo(`Bearer ${new UnsecuredJWT(claims()).encode()}`);
    const shown = Buffer.from(key.x ?? '', 'base64url');
    const header = { alg: 'HS256', kid: key.kid ?? '' };
    await unknownTo(`Bearer ${await new SignJWT(claims()).setProtectedHeader(header).sign(shown)}`);
  });

  test.each(['emperor', 'system', 'portal', 'constructor', '', undefined])(
    'with a role that nobody signs in as: %s',
    async (role) => unknownTo(`Bearer ${await signed({ role })}`),
  );

  test.each([
    ['an empty name', { sub: '' }],
    ['a name with U+0000', { sub: 'person\0' }],
    ['a name of 121 characters', { sub: 'p'.repeat(121) }],
    ['no organisation', { org: undefined }],
    ['several organisations', { org: ['company-0001', 'company-0002'] }],
  ])('with %s', async (_, said) => unknownTo(`Bearer ${await signed(said)}`));
});

test('a token that was taken is taken no longer than it is valid', async () => {
  const authorization = `Bearer ${await signed({ exp: now() + 2 })}`;
  expect((await read(authorization)).status).toBe(200);
  await sleep(3_000);
  expect((await read(authorization)).status).toBe(401);
});
