import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '../../src/api/serve.js';
import type { Config } from '../../src/config.js';
import { startIssuer } from '../../src/sandbox/issuer.js';
import { databaseUrl } from '../support/database.js';
import { temporaryFolder } from '../support/folder.js';
import { temporaryDatabase } from '../support/servers.js';
import * as the from './a-case.js';

const NOWHERE = '127.0.0.1:1';

/** Everything that an API needs, with a Temporal that is not there; a port that is free a moment before. */
async function settings(): Promise<Config> {
  const [{ url, drop }, folder] = await Promise.all([temporaryDatabase(), temporaryFolder()]);
  onTestFinished(drop);
  const issuer = await startIssuer({
    ...{ host: '127.0.0.1', port: 0, keyFile: join(folder, 'key.json'), audience: 'rnd-tracks' },
    nodeEnv: 'test',
  });
  onTestFinished(issuer.stop);
  return {
    ...{ DATABASE_URL: url, TEMPORAL_ADDRESS: NOWHERE, TEMPORAL_NAMESPACE: 'nowhere' },
    ...{ API_HOST: '127.0.0.1', API_PORT: await freePort(), REQUESTS_PER_MINUTE: 60_000 },
    ...{ ISSUER_URL: issuer.url, TOKEN_AUDIENCE: 'rnd-tracks', RCMS_URL: `http://${NOWHERE}` },
    ...{ DOCUMENT_DIR: join(folder, 'documents'), EDITIONS: ['2026-pocket'] },
    ...{ LOG_LEVEL: 'silent', NODE_ENV: 'test' },
  };
}

async function freePort(): Promise<number> {
  const { port, close } = await takenPort();
  await close();
  return port;
}

async function takenPort(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { port: (server.address() as AddressInfo).port, close };
}

async function whyNot(config: Config): Promise<string> {
  return serve(config, () => undefined).then(
    async ({ drain }) => {
      await drain();
      throw new Error('it serves');
    },
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

const BOTH = /[가-힣]/;

describe('When the API is started', () => {
  test('without PostgreSQL it says which one is meant, why, and what to do', async () => {
    const said = await whyNot({
      ...(await settings()),
      DATABASE_URL: 'postgres://rnd:secret@127.0.0.1:1/books',
    });
    expect(said).toMatch(/^ConfigError: PostgreSQL at 127\.0\.0\.1:1\/books can't be used: .*ECONNREFUSED/);
    expect(said).toMatch(/DATABASE_URL.*\.\/rnd up/);
    expect(said).toMatch(BOTH);
    expect(said).not.toContain('secret');
  });

  test('on a database without our tables it says that the migrations may be missing', async () => {
    const config = await settings();
    const said = await whyNot({ ...config, DATABASE_URL: databaseUrl(config.DATABASE_URL, 'postgres') });
    expect(said).toMatch(/command_inbox.*migrations/s);
  });

  test('on a port that is taken it says which, and how to choose another', async () => {
    const taken = await takenPort();
    onTestFinished(taken.close);
    const said = await whyNot({ ...(await settings()), API_PORT: taken.port });
    expect(said).toMatch(new RegExp(`^ConfigError: Port ${taken.port} of 127.0.0.1 is taken .*API_PORT`));
    expect(said).toMatch(BOTH);
  });

  test('without Temporal it says so and serves: what is sent is kept, with 202', async () => {
    const config = await settings();
    const said: string[] = [];
    const { url, drain } = await serve(config, (line) => said.push(line));
    try {
      expect(said.join()).toMatch(
        /Temporal at 127\.0\.0\.1:1 doesn't answer yet.*TEMPORAL_ADDRESS.*\.\/rnd up/s,
      );
      expect(said.join()).toMatch(BOTH);
      const token = await fetch(`${config.ISSUER_URL}/token`, {
        ...{ method: 'POST', body: JSON.stringify({ as: the.APPLICANT }) },
        headers: { 'content-type': 'application/json' },
      });
      const { token: bearer } = (await token.json()) as { token: string };
      const authorization = `Bearer ${bearer}`;
      const document = {
        method: 'POST',
        body: the.EVIDENCE,
        headers: { authorization, 'content-type': 'text/plain' },
      };
      expect((await fetch(`${url}/v1/documents`, document)).status).toBe(201);
      const sent = await fetch(`${url}/v1/applications`, {
        ...{ method: 'POST', body: JSON.stringify(the.APPLICATION) },
        headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      });
      expect(sent.status).toBe(202);
      const { command } = (await sent.json()) as { command: { href: string } };
      const kept = await fetch(url + command.href, { headers: { authorization } });
      expect(await kept.json()).toMatchObject({ kind: 'start', state: 'received' });
    } finally {
      await drain();
    }
  });
});
