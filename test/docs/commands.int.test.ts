import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Client as Temporal, Connection } from '@temporalio/client';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SUBJECTS } from '../../src/contract/names.js';
import { findTemporal } from '../../src/server/find-temporal.js';
import { ownService } from '../server/own-service.js';
import type { OwnService } from '../server/own-service.js';
import { takeFolder } from '../support/folder.js';
import { PAGES, blocksOf, root, textOf } from './pages.js';
import type { Block } from './pages.js';
import { differences, read } from './reader.js';

// What can't be run from within a test run, and what holds it instead.
const HELD_ELSEWHERE: Readonly<Record<string, string>> = {
  'npm start': 'test/server/up.int.test.ts',
  'npm test': '.ci/run',
  'npm run bench': 'test/bench/bench.int.test.ts',
  './rnd check': 'src/server/suites.mjs',
  './rnd rehearse --seed 1': 'test/rehearsal/rehearsal.int.test.ts',
  './rnd trials --count 1000 --seed 1': 'test/trials/trials.int.test.ts',
  'docker compose up -d': 'test/server/production.int.test.ts',
};

const THREE_MINUTES = 180_000;

// One service for all of it, empty at the start, as after a first `npm start`.
describe('a reader who follows the documentation', () => {
  let service: OwnService;
  let env: NodeJS.ProcessEnv;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    service = await ownService();
    const { folder, remove: removeFolder } = await takeFolder();
    remove = removeFolder;
    await symlink(await findTemporal(() => undefined), join(folder, 'temporal'));
    const own = { TMPDIR: folder, CHARTS: join(folder, 'charts'), LC_ALL: 'C.UTF-8' };
    env = { ...service.env, ...own, PATH: `${folder}:${service.env['PATH']}` };
    await service.ready(service.up());
  }, 120_000);

  afterAll(async () => {
    await service.close();
    await remove();
  });

  // The pages name the usual ports; this service has others.
  function here(block: Block): Block {
    const code = block.code.replace(
      /127\.0\.0\.1:740(\d)/g,
      (_, n) => `127.0.0.1:${service.base + Number(n)}`,
    );
    return { ...block, code };
  }

  test.each(PAGES)(
    '%s: every command does what the page says',
    async (page) => {
      const blocks = blocksOf(page, 'sh')
        .filter(({ code }) => !(code in HELD_ELSEWHERE))
        .map(here);
      expect(blocks.length).toBeGreaterThan(0);
      expect(differences(blocks, await read(blocks, env))).toEqual([]);
    },
    THREE_MINUTES,
  );

  test(
    './rnd demo: what the charts promise happens, within three minutes',
    async () => {
      const began = performance.now();
      const { code, stdout, stderr } = await service.rnd('demo', '--json');
      expect(code, stderr).toBe(0);
      expect(performance.now() - began).toBeLessThan(THREE_MINUTES);
      const report = JSON.parse(stdout) as {
        differences: unknown[];
        projects: { track: string; state: string }[];
      };
      expect(report.differences).toEqual([]);
      expect(report.projects.map(({ track, state }) => `${track} ${state}`).sort()).toEqual([
        'autonomous closed',
        'ecoBridge closed',
        'mitIlp closed',
        'structured closed',
        'structured expired',
      ]);
    },
    THREE_MINUTES,
  );

  test('every query of the audit page finds as many rows as it says, and what it says is refused is', async () => {
    const password = (await readFile(join(service.dir, 'postgres-password'), 'utf8')).trim();
    const url = `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${service.base + 3}/rnd`;
    const client = new Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    const kept = await client.query('select 1 from ledger_row where event_type = $1', ['PAYMENT_CONFIRMED']);
    expect(kept.rowCount).toBeGreaterThan(5);
    for (const { place, code, isRefused, rows } of blocksOf('docs/audit.md', 'sql')) {
      const asked = client.query(code).then(
        ({ rowCount }) => rowCount,
        (error: { code?: string }) => error.code,
      );
      expect(await asked, place).toBe(isRefused ? 'RL003' : rows);
    }
  });

  test('the Temporal UI shows readable ids, the subject as type, and the search attributes of every case', async () => {
    const connection = await Connection.connect({ address: `127.0.0.1:${service.base + 1}` });
    const { workflow } = new Temporal({ connection, namespace: 'rnd-tracks' });
    const seen = new Set<string>();
    for await (const { workflowId, type, searchAttributes } of workflow.list()) {
      expect(workflowId).toMatch(
        /^((project|objection|change|settlement|recovery|sanction)\/2026(-pocket)?\/[a-z-]+\/\d{4}((\/tranche)?\/\d)?|call\/2026\/[a-z-]+\/selection)$/,
      );
      expect(SUBJECTS).toContain(type);
      const names = Object.keys(searchAttributes);
      // A call is the agency's own.
      const whose = type === 'call' ? [] : ['Company'];
      expect(names, workflowId).toEqual(expect.arrayContaining(['Track', 'Edition', 'State', ...whose]));
      seen.add(type);
    }
    expect([...seen].sort()).toEqual([...SUBJECTS].sort());
    await connection.close();
  });

  test('the table of addresses in docs/api.md is that of OpenAPI', async () => {
    const answer = await fetch(`http://127.0.0.1:${service.base}/openapi.json`);
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> };
    const served = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const told = [...textOf('docs/api.md').matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`]+)` \|/gm)].map(
      ([, address = '']) => address,
    );
    expect(told.sort()).toEqual(served.sort());
  });
});

describe('the commands that no page test can run', () => {
  const commands = PAGES.flatMap((page) => blocksOf(page, 'sh')).map(({ code }) => code);

  test.each(Object.entries(HELD_ELSEWHERE))('%s is on a page, and is held by %s', (command, place) => {
    expect(commands).toContain(command);
    expect(existsSync(join(root, place))).toBe(true);
  });
});
