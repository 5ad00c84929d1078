import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/bench/bench.js';
import type { SideFigures } from '../../src/bench/compare.js';
import { QUICK } from '../../src/bench/options.js';
import { projectRoot } from '../../src/project-root.js';
import { commandLineOf } from '../../src/server/process.js';
import { takeFolder } from '../support/folder.js';

const root = projectRoot(import.meta.dirname);

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

describe('./rnd bench --quick', () => {
  let folder: string;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ folder, remove } = await takeFolder());
  });

  afterAll(() => remove());

  /** Runs it with `folder` for its temporary files; `interruptAt` is the line at which it is told to end. */
  function bench(args: readonly string[], interruptAt?: string): Promise<Ended> {
    const env = { ...process.env, TMPDIR: folder };
    const child = spawn(join(root, 'rnd'), ['bench', ...args], {
      env,
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
      if (interruptAt !== undefined && said.includes(interruptAt)) child.kill('SIGINT');
    });
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, said })));
  }

  async function left(): Promise<{ files: string[]; processes: string[] }> {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const lines = await Promise.all(pids.map(commandLineOf));
    return { files: await readdir(folder), processes: lines.filter((line) => line.includes(folder)) };
  }

  test('measures everything on servers of its own, and leaves nothing behind', async () => {
    const { code, out, said } = await bench(['--quick', '--json']);
    expect(code, said).toBe(0);
    const results = JSON.parse(out) as Results & { isQuick: boolean };
    expect(results.isQuick).toBe(true);
    for (const { oneByOne, atOnce } of [results.temporal, results.evaluation, results.approval]) {
      expectFigures(oneByOne.ours, QUICK.rounds * QUICK.callsOneByOne);
      expectFigures(oneByOne.bare, QUICK.rounds * QUICK.callsOneByOne);
      expectFigures(atOnce.ours, QUICK.rounds * QUICK.callsAtOnce);
      expectFigures(atOnce.bare, QUICK.rounds * QUICK.callsAtOnce);
      expect(oneByOne.p50Ratio).toBeCloseTo(oneByOne.ours.p50 / oneByOne.bare.p50);
      expect(atOnce.rateRatio).toBeCloseTo(atOnce.ours.perSecond / atOnce.bare.perSecond);
    }
    for (const { calls, begun, received } of [results.lastMinute.there, results.lastMinute.away])
      expect({ calls, answered: begun + received }).toEqual({
        calls: QUICK.applications,
        answered: QUICK.applications,
      });
    expect(results.lastMinute.away.begun).toBe(0);
    expect(results.page).toMatchObject({ projects: QUICK.projectsOnAPage });
    expect(results.memory.ours.heap).toBeGreaterThan(results.memory.bare.heap);
    expect(results.bundle.ours).toBeGreaterThan(results.bundle.bare);
    expect(results.replay.ours.historiesPerSecond).toBeGreaterThan(0);
    expect(results.replay.bare.eventsPerSecond).toBeGreaterThan(0);
    expect(await left()).toEqual({ files: [], processes: [] });
  }, 300_000);

  test('interrupted, it stops what it started and removes its folder', async () => {
    const { code } = await bench(['--quick'], '✓ ready');
    expect(code).toBe(130);
    await expect.poll(left, { timeout: 10_000 }).toEqual({ files: [], processes: [] });
  }, 120_000);

  test('an option that it does not know is told, with those that it knows', async () => {
    const { code, said } = await bench(['--slow']);
    expect(code).toBe(2);
    expect(said).toContain('--quick');
  });
});

function expectFigures({ calls, p50, p95, p99, perSecond }: SideFigures, count: number): void {
  expect(calls).toBe(count);
  expect(p50).toBeGreaterThan(0);
  expect(p95).toBeGreaterThanOrEqual(p50);
  expect(p99).toBeGreaterThanOrEqual(p95);
  expect(perSecond).toBeGreaterThan(0);
}
