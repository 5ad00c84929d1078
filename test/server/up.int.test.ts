import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../src/project-root.js';
import { freePort } from '../../src/server/port.js';
import { isSame, readRunFile } from '../../src/server/run-file.js';
import type { ProcessMark, RunFile } from '../../src/server/run-file.js';
import { takeFolder } from '../support/folder.js';

const root = projectRoot(import.meta.dirname);

interface Up {
  readonly process: ChildProcess;
  /** Everything it has said so far. */
  said: () => string;
  exit: Promise<number | null>;
}

describe('./rnd up, as a person runs it', () => {
  let dir: string;
  let remove: () => Promise<void>;
  let env: NodeJS.ProcessEnv;
  const running: Up[] = [];
  const marks: ProcessMark[] = [];

  beforeAll(async () => {
    ({ folder: dir, remove } = await takeFolder());
    // As if npm had started it: then it ends with us, should this run be cut short.
    const started = { npm_lifecycle_event: 'start' };
    env = { ...process.env, ...started, RND_DIR: dir, NODE_ENV: 'development', ...(await freePorts()) };
    for (const name of ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'VITEST']) delete env[name];
  });

  afterAll(async () => {
    for (const each of running) each.process.kill('SIGKILL');
    for (const mark of marks) if (await isSame(mark)) process.kill(mark.pid, 'SIGKILL');
    await remove();
  });

  function up(command = join(root, 'rnd'), args = ['up']): Up {
    const child = spawn(command, args, { env, cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += String(chunk)));
    const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const started = { process: child, said: () => text, exit };
    running.push(started);
    return started;
  }

  async function ready(started: Up): Promise<RunFile> {
    const deadline = performance.now() + 90_000;
    while (!started.said().includes('ready in')) {
      if (started.process.exitCode !== null || performance.now() > deadline) {
        throw new Error(`it did not get ready:\n${started.said()}\n${await logs(dir)}`);
      }
      await sleep(50);
    }
    const file = await readRunFile(dir);
    if (file === undefined) throw new Error('there is no run.json');
    marks.push(...Object.values(file.pids));
    return file;
  }

  async function alive(file: RunFile): Promise<string[]> {
    const names = await Promise.all(
      Object.entries(file.pids).map(async ([name, mark]) => ((await isSame(mark)) ? name : '')),
    );
    return names.filter((name) => name !== '').sort();
  }

  test('it is ready when it says so, and Ctrl-C leaves no process and no run.json', async () => {
    const started = up();
    const file = await ready(started);
    expect((await fetch(`${file.api}/readyz`)).status).toBe(200);
    expect((await fetch(`${file.api}/openapi.json`)).status).toBe(200);
    expect((await fetch(`${file.temporalUi}`)).status).toBe(200);
    expect(await alive(file)).toEqual(['api', 'issuer', 'postgres', 'rcms', 'temporal', 'worker']);

    // npm passes on the Ctrl-C that the terminal has sent already.
    started.process.kill('SIGINT');
    started.process.kill('SIGINT');
    expect(await started.exit).toBe(0);
    expect(await alive(file)).toEqual([]);
    expect(await readRunFile(dir)).toBeUndefined();
    expect(stopOrder(started.said())).toEqual(['worker', 'api', 'rcms', 'issuer', 'temporal', 'postgres']);
  }, 180_000);

  test('a second start is ready in under 15 seconds; another one beside it says where it runs, and ends with 3', async () => {
    const began = performance.now();
    const started = up();
    const file = await ready(started);
    expect(performance.now() - began).toBeLessThan(15_000);

    const second = up();
    expect(await second.exit).toBe(3);
    expect(second.said()).toContain(`already running: ${file.api}`);
    expect((await fetch(`${file.api}/readyz`)).status).toBe(200);

    started.process.kill('SIGTERM');
    expect(await started.exit).toBe(0);
  }, 180_000);

  test('an API that dies is started again', async () => {
    const started = up();
    const file = await ready(started);
    process.kill(file.pids['api']?.pid ?? 0, 'SIGKILL');
    const deadline = performance.now() + 30_000;
    while (!started.said().includes('api runs again') && performance.now() < deadline) await sleep(50);
    while ((await statusOf(`${file.api}/readyz`)) !== 200 && performance.now() < deadline) await sleep(100);
    expect(await statusOf(`${file.api}/readyz`)).toBe(200);
    started.process.kill('SIGINT');
    expect(await started.exit).toBe(0);
  }, 180_000);

  test('ending npm, which started it, ends all of it', async () => {
    const started = up('npm', ['start']);
    const file = await ready(started);
    started.process.kill('SIGTERM');
    const deadline = performance.now() + 30_000;
    while ((await isSame(file.up)) && performance.now() < deadline) await sleep(50);
    expect(await isSame(file.up)).toBe(false);
    expect(await alive(file)).toEqual([]);
  }, 180_000);

  test('what a kill -9 leaves behind, the next start cleans up', async () => {
    const killed = up();
    const left = await ready(killed);
    killed.process.kill('SIGKILL');
    await killed.exit;
    // Our own programs notice by themselves; PostgreSQL and Temporal are not ours and stay.
    const deadline = performance.now() + 20_000;
    while ((await alive(left)).length > 2 && performance.now() < deadline) await sleep(50);
    expect(await alive(left)).toEqual(['postgres', 'temporal']);

    const next = up();
    const file = await ready(next);
    expect(await alive(left)).toEqual([]);
    expect(next.said()).toContain('ending postgres, left behind by an earlier run');
    expect((await fetch(`${file.api}/readyz`)).status).toBe(200);
    next.process.kill('SIGINT');
    expect(await next.exit).toBe(0);
    expect(await alive(file)).toEqual([]);
  }, 180_000);
});

async function freePorts(): Promise<Record<string, string>> {
  const names = ['API', 'TEMPORAL', 'TEMPORAL_UI', 'POSTGRES', 'ISSUER', 'RCMS'];
  const ports = await Promise.all(names.map(async (name) => [`${name}_PORT`, String(await freePort())]));
  return Object.fromEntries(ports) as Record<string, string>;
}

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}

function stopOrder(said: string): string[] {
  return [...said.matchAll(/· (\w+) stopped/g)].map((match) => match[1] ?? '');
}

async function logs(dir: string): Promise<string> {
  const texts = ['api', 'worker'].map((name) =>
    readFile(join(dir, 'log', `${name}.log`), 'utf8').catch(() => ''),
  );
  return (await Promise.all(texts)).map((text) => text.slice(-2_000)).join('\n');
}
