import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { TrialsReport } from '../../src/trials/report/report.js';
import { ranWith, root } from '../server/own-service.js';
import { takeFolder } from '../support/folder.js';

const QUARTER_OF_AN_HOUR = 900_000;

const rnd = (args: readonly string[], own: NodeJS.ProcessEnv = {}) =>
  ranWith(join(root, 'rnd'), args, { ...process.env, ...own });

// Everything that the trials start is a process of its own, from the build: the service, and everything that it needs.
describe('releases on bad days', () => {
  beforeAll(async () => {
    expect((await rnd(['build'])).code).toBe(0);
  }, 300_000);

  test(
    'are paid exactly once, whatever dies in between, and leave nothing behind',
    async () => {
      const { folder, remove } = await takeFolder();
      onTestFinished(remove);
      const args = ['trials', '--count', '12', '--seed', '7', '--json'];
      const { code, stdout, stderr } = await rnd(args, { TMPDIR: folder });
      const report = JSON.parse(stdout) as TrialsReport;
      expect(report.checks.filter(({ holds }) => !holds)).toEqual([]);
      expect({ code, stderr }).toMatchObject({ code: 0 });
      // One of the two that reached the ceiling at once is not paid.
      expect(report).toMatchObject({ count: 12, tranches: 13, released: 12, payments: 12 });
      expect(Object.values(report.kills).every((kills) => kills > 0)).toBe(true);
      const left = await readdir(folder);
      expect(left.filter((name) => name.startsWith('rnd-tracks-'))).toEqual([]);
    },
    QUARTER_OF_AN_HOUR,
  );

  test.each([
    ['--count', '0'],
    ['--count', '2001'],
    ['--seed', 'one'],
  ])('are refused with %s %s before anything is started', async (option, value) => {
    const { code, stdout } = await rnd(['trials', option, value]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
