import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startChild } from '../../src/server/child.js';
import type { Child, OnSpawn } from '../../src/server/child.js';
import { Launch } from '../../src/server/launch-context.js';
import { isAlive } from '../../src/server/process.js';
import { readSettings } from '../../src/server/settings.js';
import { supervise } from '../../src/server/supervise.js';
import { temporaryFolder } from '../support/folder.js';

async function until(isTrue: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error('it did not come true in ten seconds');
    await sleep(20);
  }
}

function start(script: string, onSpawn?: OnSpawn): Promise<Child> {
  return startChild({
    onSpawn,
    command: process.execPath,
    args: ['-e', script],
    log: () => undefined,
    stopSignal: 'SIGTERM',
    graceMs: 2_000,
  });
}

describe('a part of the service', () => {
  test('is started again when it dies, and that is said; a stop ends it for good', async () => {
    const said: string[] = [];
    const started: number[] = [];
    const part = await supervise({
      name: 'worker',
      start: (onSpawn) => start('setInterval(() => undefined, 1000)', onSpawn),
      onSpawn: async (pid) => void started.push(pid),
      say: (line) => said.push(line),
    });
    onTestFinished(part.stop);
    process.kill(started[0] ?? 0, 'SIGKILL');
    await until(() => said.includes('worker runs again'));
    expect(said[0]).toContain('worker ended by itself (signal SIGKILL)');
    await part.stop();
    expect(started).toHaveLength(2);
    expect(started.map(isAlive)).toEqual([false, false]);
  });

  test('that keeps ending by itself before the service is ready is named, with its last words and its log', async () => {
    const settings = readSettings([], { RND_DIR: await temporaryFolder() });
    if (settings === undefined) throw new Error('no settings');
    const said: string[] = [];
    const launch = await Launch.begin(settings, (line) => said.push(line));
    onTestFinished(() => launch.stop());
    await launch.keep('api', () => start("console.error('RCMS_URL is missing'); process.exitCode = 7"));
    expect(() => launch.mustRun()).not.toThrow();
    await until(() => said.filter((line) => line.startsWith('api ended by itself')).length > 1);
    expect(() => launch.mustRun()).toThrow(/^api could not be started.*exit code 7/);
    expect(() => launch.mustRun()).toThrow('    RCMS_URL is missing\nIts log is ');
    expect(() => launch.mustRun()).toThrow(join(settings.dir, 'log/api.log'));
  });

  test('that does not heed the stop is killed after its time of grace', async () => {
    const child = await start(
      "process.on('SIGTERM', () => undefined); setInterval(() => undefined, 1000); console.log('up')",
    );
    await until(() => child.tail().includes('up'));
    await child.stop();
    expect(await child.exited).toBe('signal SIGKILL');
  });
});
