import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { startIssuer } from '../../src/sandbox/issuer.js';
import { startRcms } from '../../src/sandbox/rcms.js';
import { startPostgres } from '../../src/server/postgres.js';
import { freePort } from '../../src/server/port.js';
import { takeFolder } from '../support/folder.js';
import { ranWith, root, statusOf, until } from './own-service.js';
import type { Ran } from './own-service.js';

interface Service {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const OWNER_PASSWORD = 'owner/password';
const SERVICE_PASSWORD = 'service/password';

/** Puts into a folder what the last stage of the Dockerfile puts into the image, and nothing else. */
async function makeImage(folder: string): Promise<void> {
  const lastStage = (await readFile(join(root, 'Dockerfile'), 'utf8')).split(/^FROM /m).at(-1) ?? '';
  const copied = [...lastStage.matchAll(/^COPY (?:--from=\w+ )?(\S+) (\S+)$/gm)];
  expect(copied.length).toBeGreaterThan(2);
  for (const [, from = '', to = ''] of copied) {
    const source = from.replace(/^\/app\//, '');
    const target = join(folder, to === './' ? source : to);
    await mkdir(dirname(target), { recursive: true });
    // As the packages are the same, they need no copy of their own.
    if (source === 'node_modules') await symlink(join(root, source), target);
    else await cp(join(root, source), target, { recursive: true });
  }
}

// The very commands and settings of docker-compose.yml, on this machine: only addresses and paths inside of the containers are replaced.
describe('the programs of docker-compose.yml, run outside of it', () => {
  let services: Readonly<Record<string, Service>>;
  let replaced: readonly (readonly [inside: string, here: string])[];
  let image: string;
  let api: string;
  let issuer: string;
  const running = new Map<string, ChildProcess>();
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const text = await readFile(join(root, 'docker-compose.yml'), 'utf8');
    ({ services } = parse(text, { merge: true }) as { services: Record<string, Service> });
    const { folder, remove } = await takeFolder();
    stops.push(remove);
    for (const [name, secret] of [
      ['owner_password', OWNER_PASSWORD],
      ['service_password', SERVICE_PASSWORD],
    ] as const)
      await writeFile(join(folder, name), `${secret}\n`);
    await mkdir(join(folder, 'documents'));
    // Whoever runs this suite alone may not have built.
    expect((await ranWith(join(root, 'rnd'), ['build'], process.env)).code).toBe(0);
    image = join(folder, 'app');
    await makeImage(image);
    const postgres = await startPostgres({
      ...{ dir: join(folder, 'pg'), password: OWNER_PASSWORD },
      log: () => undefined,
    });
    const signIn = await startIssuer({
      ...{ host: '127.0.0.1', port: 0, keyFile: join(folder, 'key.json') },
      ...{ audience: 'rnd-tracks', nodeEnv: 'test' },
    });
    const rcms = await startRcms({ host: '127.0.0.1', port: 0, file: join(folder, 'payments.jsonl') });
    stops.push(postgres.stop, signIn.stop, rcms.stop);
    const apiPort = await freePort();
    api = `http://127.0.0.1:${apiPort}`;
    issuer = signIn.url;
    replaced = [
      ['@postgres:5432', `@127.0.0.1:${postgres.port}`],
      ['temporal:7233', inject('temporalAddress')],
      ['/run/secrets', folder],
      ['/documents', join(folder, 'documents')],
      ['7400', String(apiPort)],
      ['${ISSUER_URL:?the base URL of the sign-in that issues tokens}', signIn.url],
      ['${RCMS_URL:?the base URL of the accounting portal}', rcms.url],
      ['${EDITIONS:-2026}', '2026-pocket'],
    ];
  }, 120_000);

  afterAll(async () => {
    for (const child of running.values()) child.kill('SIGKILL');
    for (const stop of stops.reverse()) await stop();
  });

  function environmentOf(name: string): NodeJS.ProcessEnv {
    const entries = Object.entries(services[name]?.environment ?? {}).map(([variable, value]) => {
      const here = replaced.reduce((text, [inside, outside]) => text.replace(inside, outside), String(value));
      return [variable, here.replace(/^\$\{\w+:-(.*)\}$/, '$1')];
    });
    return { PATH: process.env['PATH'], HOME: process.env['HOME'], ...Object.fromEntries(entries) };
  }

  function once(name: string, [command, ...args]: readonly string[]): Promise<Ran> {
    expect(command).toBe('node');
    return ranWith(process.execPath, args, environmentOf(name), image);
  }

  function start(name: string): void {
    const [command, ...args] = services[name]?.command ?? [];
    expect(command).toBe('node');
    running.set(
      name,
      spawn(process.execPath, args, { cwd: image, env: environmentOf(name), stdio: 'ignore' }),
    );
  }

  function healthOf(name: string): Promise<Ran> {
    const [kind, ...command] = services[name]?.healthcheck?.test ?? [];
    expect(kind).toBe('CMD');
    return once(name, command);
  }

  test.each(['migrate', 'namespace'])(
    '%s does its work, and doing it again changes nothing',
    async (name) => {
      for (const _ of [1, 2]) {
        const { code, stdout, stderr } = await once(name, services[name]?.command ?? []);
        expect(code, stderr).toBe(0);
        expect(stdout).toMatch(/applied 0001|nothing to migrate|namespace rnd-tracks is ready/);
      }
    },
    60_000,
  );

  test('the API is unhealthy while it has no worker, and both are healthy once both run', async () => {
    expect((await healthOf('api')).code).toBe(1);
    expect((await healthOf('worker')).code).toBe(1);
    start('api');
    await until('the API answers', async () => (await statusOf(`${api}/healthz`)) === 200);
    expect((await healthOf('api')).code).toBe(1);
    start('worker');
    await until('the API is ready', async () => (await statusOf(`${api}/readyz`)) === 200);
    expect((await healthOf('api')).code).toBe(0);
    expect((await healthOf('worker')).code).toBe(0);
  }, 90_000);

  test('an application is taken and decided on, with the rights of the service and no more', async () => {
    const where = ['--api', api, '--issuer', issuer, '--json'];
    const rnd = async (...args: string[]): Promise<{ id: string; state: string }> => {
      const { code, stdout, stderr } = await ranWith(join(root, 'rnd'), [...args, ...where], process.env);
      expect(code, stderr).toBe(0);
      return JSON.parse(stdout) as { id: string; state: string };
    };
    const { id } = await rnd('apply', '--track', 'autonomous', '--as', 'applicant');
    expect(id).toBe('project/2026-pocket/autonomous/0001');
    expect((await rnd('act', id, 'PASS_PRECHECK', '--as', 'officer')).state).toBe('priorityCheck');
  }, 60_000);

  test('told to stop, both end by themselves well within the time that compose grants them', async () => {
    for (const name of ['worker', 'api']) {
      const child = running.get(name);
      const ended = new Promise<number | null>((resolve) => child?.once('exit', resolve));
      const began = performance.now();
      child?.kill('SIGTERM');
      expect(await ended, name).toBe(0);
      expect(performance.now() - began).toBeLessThan(20_000);
    }
  }, 60_000);
});
