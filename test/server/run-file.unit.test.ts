import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endLeftovers } from '../../src/server/launch-context.js';
import { isAlive } from '../../src/server/process.js';
import {
  claim,
  isSame,
  markOf,
  readRunFile,
  removeRunFile,
  writeRunFile,
} from '../../src/server/run-file.js';
import type { ProcessMark } from '../../src/server/run-file.js';
import { keptSecret } from '../../src/server/secret.js';
import { temporaryFolder } from '../support/folder.js';

async function sleeper(): Promise<ProcessMark> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const { pid } = child;
  if (pid === undefined) throw new Error('the sleeper did not start');
  return markOf(pid);
}

const silent = (): void => undefined;

describe('a process that an earlier run left behind', () => {
  test('is ended', async () => {
    const left = await sleeper();
    await endLeftovers({ up: { pid: 999_999, start: 'gone' }, pids: { worker: left } }, silent);
    expect(isAlive(left.pid)).toBe(false);
  });

  test('is let be when its number belongs to a stranger by now', async () => {
    const stranger = await sleeper();
    const recycled = { pid: stranger.pid, start: 'another start' };
    expect(await isSame(recycled)).toBe(false);
    await endLeftovers({ up: recycled, pids: { postgres: recycled } }, silent);
    expect(isAlive(stranger.pid)).toBe(true);
  });
});

describe('the folder of a service', () => {
  test('belongs to one `up` at a time, and a second one learns the address of the first', async () => {
    const dir = await temporaryFolder();
    await writeRunFile(dir, { up: await sleeper(), api: 'http://127.0.0.1:7400', pids: {} });
    expect((await claim(dir)).running?.api).toBe('http://127.0.0.1:7400');
  });

  test('is taken over from a killed `up`, with what that left written', async () => {
    const dir = await temporaryFolder();
    const left = { pid: 999_998, start: 'gone' };
    await writeRunFile(dir, { up: { pid: 999_999, start: 'gone' }, pids: { worker: left } });
    const { running, dead } = await claim(dir);
    expect(running).toBeUndefined();
    expect(dead?.pids['worker']).toEqual(left);
    expect((await readRunFile(dir))?.up.pid).toBe(process.pid);
    await removeRunFile(dir);
    expect(await readRunFile(dir)).toBeUndefined();
  });

  test.each([['free'], ['left by a killed `up`']])(
    'goes to one of many that claim it at once: %s',
    async (how) => {
      const dir = await temporaryFolder();
      const gone = { up: { pid: 999_999, start: 'gone' }, pids: {} };
      if (how !== 'free') await writeRunFile(dir, gone);
      const claims = await Promise.all(Array.from({ length: 8 }, () => claim(dir)));
      expect(claims.filter(({ running }) => running === undefined)).toHaveLength(1);
      expect(await readdir(dir)).toEqual(['run.json']);
    },
  );

  test('says where the service is to its owner only', async () => {
    const dir = await temporaryFolder();
    await claim(dir);
    await writeRunFile(dir, { up: await markOf(process.pid), pids: {} });
    expect((await stat(join(dir, 'run.json'))).mode & 0o777).toBe(0o600);
  });
});

describe('a secret of the service', () => {
  test('is made once, however many ask for it, and only its owner can read it', async () => {
    const file = join(await temporaryFolder(), 'password');
    const secrets = await Promise.all(Array.from({ length: 8 }, () => keptSecret(file)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[\w-]{32}$/);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});
