import { beforeAll, describe, expect, test } from 'vitest';
import { TRACKS } from '../../src/contract/names.js';
import { bundleWorkflows } from '../../src/worker/bundle.js';
import type { BuiltBundle } from '../../src/worker/bundle.js';
import { inputOf } from '../workflows/lives/application.js';

const KB = 1024;

describe('the workflow bundle', () => {
  let bundle: BuiltBundle;
  let modules: string[];

  beforeAll(async () => {
    bundle = await bundleWorkflows();
    modules = [...bundle.code.matchAll(/\/\*\*\*\/ "(\.[^"]+)"/g)].map(([, path]) => path ?? '');
  }, 120_000);

  test('holds workflows, charts and rules', () => {
    const folders = new Set(modules.map((path) => path.split('/').slice(1, 3).join('/')));
    expect([...folders]).toEqual(expect.arrayContaining(['src/charts', 'src/rules', 'src/contract']));
    expect(modules).toContain('./workflows/chart-run.ts');
  });

  test('holds no schema, no edition’s data and nothing that reaches outside: each costs every cached workflow', () => {
    const foreign =
      /node_modules\/(zod|pg|kysely|fastify|temporal-polyfill)|src\/.*\.json$|src\/(program\/(?!canonical)|ledger\/|api\/|cli\/|server\/)/;
    expect(modules.filter((path) => foreign.test(path))).toEqual([]);
  });

  // Sixteen charts, of which the first versions stay for as long as a case follows one; a worker loads them once.
  test('stays small: at most 2.2 MB of code, without the map beside it', () => {
    expect(bundle.code.indexOf('//# sourceMappingURL')).toBeLessThan(2_200 * KB);
  });

  test('is the same for the same sources, so that its hash names the code', async () => {
    expect((await bundleWorkflows()).buildId).toBe(bundle.buildId);
  }, 120_000);
});

describe('what a case takes along into its workflow', () => {
  test.each(TRACKS)('is at most 20 KB for %s, with all the terms of its edition', (track) => {
    const input = inputOf(track, 1, '2026-04-20T00:00:00.000Z', {});
    expect(Buffer.byteLength(JSON.stringify(input))).toBeLessThan(20 * KB);
  });
});
