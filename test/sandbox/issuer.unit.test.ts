import { stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadEdition } from '../../src/program/load.js';
import { startIssuer } from '../../src/sandbox/issuer.js';
import { developmentPeople } from '../../src/sandbox/people.js';
import { temporaryFolder } from '../support/folder.js';

async function issuer(over: { host?: string; nodeEnv?: string; keyFile?: string } = {}) {
  const keyFile = over.keyFile ?? join(await temporaryFolder(), 'key.json');
  const options = { host: '127.0.0.1', port: 0, audience: 'rnd-tracks', nodeEnv: 'test', ...over, keyFile };
  const started = await startIssuer(options);
  onTestFinished(started.stop);
  return { ...started, keyFile };
}

async function ask(url: string, body: unknown): Promise<{ status: number; body: Record<string, string> }> {
  const answer = await fetch(`${url}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

describe('the development sign-in', () => {
  test('gives a token that its published key verifies, with opaque ids and eight hours', async () => {
    const { url } = await issuer();
    const { body } = await ask(url, { as: 'officer' });
    const keys = createRemoteJWKSet(new URL(`${url}/.well-known/jwks.json`));
    const { payload } = await jwtVerify(body['token'] ?? '', keys, { issuer: url, audience: 'rnd-tracks' });
    expect(payload).toMatchObject({ sub: 'person-officer-1', role: 'officer', org: 'agency' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(8 * 60 * 60);
  });

  test('takes a role or a person, and says when there is nobody like that', async () => {
    const { url } = await issuer();
    const second = await ask(url, { as: 'person-approver-2' });
    expect(second.body['person']).toMatchObject({ id: 'person-approver-2', role: 'approver', org: 'agency' });
    const seventh = await ask(url, { as: 'applicant', org: 'company-0007' });
    expect(seventh.body['person']).toMatchObject({ role: 'applicant', org: 'company-0007' });
    expect((await ask(url, { as: 'person-partner-fraunhofer' })).body['person']).toMatchObject({
      role: 'partner',
      org: 'partner-fraunhofer',
    });
    expect((await ask(url, { as: 'finance', org: 'company-0007' })).status).toBe(404);
    expect((await ask(url, { as: 'king' })).status).toBe(404);
    expect((await ask(url, { who: 'officer' })).status).toBe(400);
  });

  test('keeps its key for the next start, where only its owner can read it', async () => {
    const first = await issuer();
    const { body } = await ask(first.url, { as: 'auditor' });
    const second = await issuer({ keyFile: first.keyFile });
    const keys = createRemoteJWKSet(new URL(`${second.url}/.well-known/jwks.json`));
    await expect(jwtVerify(body['token'] ?? '', keys)).resolves.toBeDefined();
    expect((await stat(first.keyFile)).mode & 0o777).toBe(0o600);
  });

  test('never publishes its secret key', async () => {
    const { url } = await issuer();
    const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toHaveProperty('d');
  });

  test('refuses production, and every address but loopback', async () => {
    await expect(issuer({ nodeEnv: 'production' })).rejects.toThrow('NODE_ENV=production');
    await expect(issuer({ host: '0.0.0.0' })).rejects.toThrow('loopback only');
  });

  test('refuses a page that reached it under another name', async () => {
    const { url } = await issuer();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${url}/people`, { headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('the development people', () => {
  const people = developmentPeople();

  test('money finds two approvers and two of finance, and a definition two administrators', () => {
    for (const role of ['approver', 'finance', 'administrator']) {
      expect(people.filter((each) => each.role === role).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('every partner of the edition has somebody, and so have twelve companies', () => {
    const { partners, pharmaPartners } = loadEdition('2026');
    const orgs = people.map(({ org }) => org);
    expect(orgs).toEqual(expect.arrayContaining([...partners, ...pharmaPartners].map(({ id }) => id)));
    expect(people.filter(({ role }) => role === 'applicant')).toHaveLength(12);
  });

  test('no two have the same id', () => {
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
  });
});
