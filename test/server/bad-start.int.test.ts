import { symlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { onPath } from '../../src/server/cache.js';
import type { Finding } from '../../src/server/doctor.js';
import { readRunFile } from '../../src/server/run-file.js';
import { temporaryFolder } from '../support/folder.js';
import { ownService, ranWith, root } from './own-service.js';

// Nothing listens there: the discard service was switched off a generation ago.
const NOWHERE = '127.0.0.1:9';

/** What `./rnd up` says and ends with, where it can't start. */
async function refusedStart(over: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const service = await ownService(over);
  onTestFinished(() => service.close());
  const started = service.up();
  const code = await started.exit;
  expect(await readRunFile(service.dir)).toBeUndefined();
  return { code, said: started.said() };
}

/** An environment that has Node.js and the programs named, no home, no way to the network, and nothing else. */
async function bareEnvironment(...programs: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const [bin, home] = await Promise.all([temporaryFolder(), temporaryFolder()]);
  await symlink(process.execPath, join(bin, 'node'));
  for (const name of programs) {
    const found = await onPath(name);
    if (found !== undefined) await symlink(found, join(bin, name));
  }
  const proxies = { HTTPS_PROXY: `http://${NOWHERE}`, HTTP_PROXY: `http://${NOWHERE}` };
  const unset = {
    TEMPORAL_CLI_PATH: '',
    TEMPORAL_TEST_SERVER_PATH: '',
    CHROMIUM_PATH: '',
    XDG_CACHE_HOME: '',
  };
  return { ...proxies, ...unset, PATH: bin, HOME: home };
}

describe('a start that can not be', () => {
  test('because a port is taken says by whom and how to choose another, and starts nothing', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const { code, said } = await refusedStart({ ISSUER_PORT: String(port) });
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port}, for issuer, is taken by process ${process.pid} (`);
    expect(said).toContain('ISSUER_PORT=<port>, or --port-base for all');
    expect(said).toContain('다른 프로세스가 사용 중입니다');
    expect(said).not.toContain('✓');
  }, 60_000);

  test('because PostgreSQL is down names it, the variable it was named by, and what to look at', async () => {
    const { code, said } = await refusedStart({ DATABASE_URL: `postgres://rnd:secret-word@${NOWHERE}/rnd` });
    expect(code).toBe(1);
    expect(said).toContain('The PostgreSQL of DATABASE_URL could not be used');
    expect(said).toContain(`ECONNREFUSED ${NOWHERE}`);
    expect(said).toContain('Is it running, and is the URL right?');
    expect(said).toContain('DATABASE_URL의 PostgreSQL을 사용할 수 없습니다');
    expect(said).not.toContain('secret-word');
  }, 60_000);

  test('because Temporal is down names it, its address, and what to look at, and ends what had started', async () => {
    const { code, said } = await refusedStart({ TEMPORAL_ADDRESS: NOWHERE });
    expect(code).toBe(1);
    expect(said).toContain(`Temporal at ${NOWHERE} could not be used`);
    expect(said).toContain('Is it running, and is TEMPORAL_ADDRESS right?');
    expect(said).toContain('Temporal을 사용할 수 없습니다');
    expect(said).toContain('postgres stopped');
  }, 90_000);

  test('because there is no Temporal, no Go and no network says what to install', async () => {
    // PostgreSQL looks for its user, which is there already, with `id`.
    const { code, said } = await refusedStart(await bareEnvironment('sh', 'id'));
    expect(code).toBe(1);
    expect(said).toContain('There is no Temporal server on this machine, and it could not be downloaded');
    expect(said).toContain('install Go 1.24 or later');
    expect(said).toContain('Temporal 서버가 없고 내려받지도 못했습니다');
  }, 120_000);
});

describe('./rnd doctor on a machine that has Node.js only', () => {
  test('names each thing that is missing, what needs it and what to do, in both languages, and ends with 1', async () => {
    const service = await ownService(await bareEnvironment());
    onTestFinished(() => service.close());
    const { code, stdout, stderr } = await ranWith(process.execPath, DOCTOR, service.env);
    expect(code, stderr).toBe(1);
    const findings = JSON.parse(stdout) as Finding[];
    const missing = findings.filter(({ isFound }) => !isFound);
    expect(Object.fromEntries(missing.map(({ name, neededFor }) => [name, neededFor]))).toEqual({
      npm: 'service',
      Temporal: 'service',
      'Temporal test server': 'tests',
      Go: 'service',
      'Java, Maven': 'tests',
      Chromium: 'tests',
      curl: 'tests',
      'npm registry': 'nothing',
      'Go module proxy': 'service',
    });
    for (const { help } of missing) {
      expect(help.en).toMatch(/\w/);
      expect(help.ko).toMatch(/[가-힣]/);
    }
    expect(missing.find(({ name }) => name === 'Go')?.help.en).toContain('Install Go 1.24 or later');
    expect(stderr).toContain('Something that the service needs is missing.');
  }, 60_000);
});

const DOCTOR = [join(root, 'src/server/launch.mjs'), 'doctor', '--json'];
