import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { loadEdition } from '../../src/program/load.js';
import { isSame, readRunFile } from '../../src/server/run-file.js';
import type { RunFile } from '../../src/server/run-file.js';
import { ownService, statusOf, until } from './own-service.js';
import type { OwnService } from './own-service.js';

const EVERYTHING = ['api', 'issuer', 'postgres', 'rcms', 'temporal', 'worker'];

// The roadmap's window of the pocket edition, and the second that a deadline waits for what came in time.
const WINDOW_MS = (loadEdition('2026-pocket').clocks.roadmap.length.count + 1) * 1_000;

describe('./rnd up, as a person runs it', () => {
  let service: OwnService;

  beforeAll(async () => {
    service = await ownService();
  });

  // One that failed must not leave a service behind for the next.
  afterEach(() => service.stop());

  afterAll(() => service.close());

  test('it is ready when it says so, and Ctrl-C leaves no process and no run.json', async () => {
    const started = service.up();
    const file = await service.ready(started);
    expect(await statusOf(`${file.api}/readyz`)).toBe(200);
    expect(await statusOf(`${file.api}/openapi.json`)).toBe(200);
    expect(await statusOf(`${file.temporalUi}`)).toBe(200);
    expect(await service.alive(file)).toEqual(EVERYTHING);

    // npm passes on the Ctrl-C that the terminal has sent already.
    started.process.kill('SIGINT');
    started.process.kill('SIGINT');
    expect(await started.exit).toBe(0);
    expect(await service.alive(file)).toEqual([]);
    expect(await readRunFile(service.dir)).toBeUndefined();
    expect(stopOrder(started.said())).toEqual(['worker', 'api', 'rcms', 'issuer', 'temporal', 'postgres']);
  }, 180_000);

  test('a second start is ready in under 15 seconds; another one beside it says where it runs, and ends with 3', async () => {
    const began = performance.now();
    const started = service.up();
    const file = await service.ready(started);
    expect(performance.now() - began).toBeLessThan(15_000);

    const second = service.up();
    expect(await second.exit).toBe(3);
    expect(second.said()).toContain(`already running: ${file.api}`);
    expect(await statusOf(`${file.api}/readyz`)).toBe(200);

    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  }, 180_000);

  test('an API that dies is started again', async () => {
    const started = service.up();
    const file = await service.ready(started);
    process.kill(file.pids['api']?.pid ?? 0, 'SIGKILL');
    await until('the API runs again', () => started.said().includes('api runs again'));
    await until('the API is ready', async () => (await statusOf(`${file.api}/readyz`)) === 200);
    started.process.kill('SIGINT');
    expect(await started.exit).toBe(0);
  }, 180_000);

  test('npm start does the same, and ending npm ends all of it', async () => {
    const started = service.up('npm', ['start']);
    const file = await service.ready(started);
    expect(await statusOf(`${file.api}/readyz`)).toBe(200);
    started.process.kill('SIGTERM');
    await until('it ends', async () => !(await isSame(file.up)));
    expect(await service.alive(file)).toEqual([]);
  }, 180_000);
});

describe('./rnd up after it was killed without a word', () => {
  let service: OwnService;

  beforeAll(async () => {
    service = await ownService();
  });

  // One that failed must not leave a service behind for the next.
  afterEach(() => service.stop());

  afterAll(() => service.close());

  async function stateOf(id: string): Promise<string> {
    const { stdout } = await service.rnd('show', id, '--as', 'officer', '--json');
    return (JSON.parse(stdout) as { state: string }).state;
  }

  async function decide(id: string, ...wish: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await service.rnd('act', id, ...wish, '--json');
    expect(code, stderr).toBe(0);
    return (JSON.parse(stdout) as { state: string }).state;
  }

  async function applied(): Promise<string> {
    const how = ['--track', 'structured', '--edition', '2026-pocket', '--as', 'applicant', '--json'];
    const { code, stdout, stderr } = await service.rnd('apply', ...how);
    expect(code, stderr).toBe(0);
    return (JSON.parse(stdout) as { id: string }).id;
  }

  const evaluation = 'score:=86';
  const opinion = 'opinion:={"ko":"적정","en":"Sound"}';

  test('while it was starting: what it had started by then is ended by the next start', async () => {
    const killed = service.up();
    await until(
      'a server is recorded',
      async () => 'temporal' in ((await readRunFile(service.dir))?.pids ?? {}),
    );
    const left = (await readRunFile(service.dir)) as RunFile;
    expect(killed.said()).not.toContain('ready in');
    killed.process.kill('SIGKILL');
    await killed.exit;
    const next = service.up();
    const file = await service.ready(next);
    expect(await service.alive(left)).toEqual([]);
    expect(await service.alive(file)).toEqual(EVERYTHING);
    next.process.kill('SIGINT');
    expect(await next.exit).toBe(0);
  }, 180_000);

  test('with everything it had started: a project goes on where it was, and a window that ran out meanwhile is closed', async () => {
    const killed = service.up();
    const left = await service.ready(killed);
    const [waiting, expiring] = [await applied(), await applied()];
    for (const id of [waiting, expiring]) {
      expect(await decide(id, 'PASS_PRECHECK', '--as', 'officer')).toBe('underEvaluation.unassigned');
      expect(await decide(id, 'RECORD_EVALUATION', evaluation, opinion, '--as', 'officer')).toBe(
        'deliberation',
      );
    }
    // From here the pocket edition's roadmap window runs for seconds.
    expect(await decide(expiring, 'SELECT', 'grant=100000000', '--as', 'committee')).toBe('roadmap.drafting');
    for (const { pid } of [left.up, ...Object.values(left.pids)]) process.kill(pid, 'SIGKILL');
    await killed.exit;
    await sleep(WINDOW_MS);

    const next = service.up();
    const file = await service.ready(next);
    await until('the window is closed', async () => (await stateOf(expiring)) === 'expired');
    expect(await stateOf(waiting)).toBe('deliberation');
    expect(await decide(waiting, 'SELECT', 'grant=100000000', '--as', 'committee')).toBe('roadmap.drafting');
    next.process.kill('SIGINT');
    expect(await next.exit).toBe(0);
    expect(await service.alive(file)).toEqual([]);
  }, 180_000);

  test('alone: what stays behind, the next start cleans up', async () => {
    const killed = service.up();
    const left = await service.ready(killed);
    killed.process.kill('SIGKILL');
    await killed.exit;
    // Our own programs notice by themselves; PostgreSQL and Temporal are not ours and stay.
    await until('our own programs end', async () => (await service.alive(left)).length <= 2);
    expect(await service.alive(left)).toEqual(['postgres', 'temporal']);

    const next = service.up();
    const file = await service.ready(next);
    expect(await service.alive(left)).toEqual([]);
    expect(next.said()).toContain('ending postgres, left behind by an earlier run');
    expect(await statusOf(`${file.api}/readyz`)).toBe(200);
    next.process.kill('SIGINT');
    expect(await next.exit).toBe(0);
    expect(await service.alive(file)).toEqual([]);
  }, 180_000);
});

function stopOrder(said: string): string[] {
  return [...said.matchAll(/· (\w+) stopped/g)].map((match) => match[1] ?? '');
}
