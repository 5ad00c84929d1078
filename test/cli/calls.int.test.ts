import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/program.js';
import * as call from '../api/a-call.js';
import { startService } from '../api/service.js';
import type { Service } from '../api/service.js';

let service: Service;
let dir: string;
beforeAll(async () => {
  [service, dir] = await Promise.all([
    startService({ editions: ['2026-pocket'] }),
    mkdtemp(join(tmpdir(), 'rnd-calls-')),
  ]);
});
afterAll(() => Promise.all([service.stop(), rm(dir, { recursive: true, force: true })]));
afterEach(() => vi.restoreAllMocks());

/** Runs a command line as one of the sign-in's people, and gives back what it said. */
async function rnd(as: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const listen = (stream: 'stdout' | 'stderr', to: 'out' | 'err') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[to] += String(text);
      return true;
    });
  const spies = [listen('stdout', 'out'), listen('stderr', 'err')];
  const token = await service.token(as);
  const code = await run([...args, '--token', token, '--api', service.url], { LC_ALL: 'en_US.UTF-8' });
  for (const spy of spies) spy.mockRestore();
  return { code, ...said };
}

const OFFICER = 'person-officer-1';
const COMMITTEE = 'person-committee-1';

// One call on the command line, in the order in which it goes.
test('a call is run from its plan to its decided list without leaving the command line', async () => {
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
  const window = ['--opens', at(-3_600_000), '--closes', at(8_000)];
  const plan = await rnd(OFFICER, 'call', 'plan', '--track', 'autonomous', ...window, '--capacity', '1');
  expect(plan).toMatchObject({ code: 0, out: expect.stringContaining(call.CALL_ID) });
  await call.until(service, call.CALL, 'open');
  const href = await call.applied(service, 1);
  const { body } = await service.get(href, { as: OFFICER });
  const id = body.id as string;
  const listed = await rnd('person-applicant-0001', 'call', 'list');
  expect(listed).toMatchObject({ code: 0, out: expect.stringMatching(/selection\s+Open\s/) });

  await rnd(
    OFFICER,
    'act',
    call.CALL_ID,
    'APPOINT_PANEL',
    `members:=${JSON.stringify(call.PANEL.map((person) => ({ person, org: 'university' })))}`,
  );
  for (const member of call.PANEL)
    await rnd(member, 'act', call.CALL_ID, 'DECLARE_CONFLICTS', 'conflicts:=[]');
  await call.until(service, call.CALL, 'screening');
  const checked = await rnd(OFFICER, 'call', 'pre-check', call.CALL_ID);
  expect(checked).toMatchObject({ code: 0, out: expect.stringContaining(`✓ ${id}`) });

  const file = join(dir, 'screened.json');
  const items = [
    { case: id, type: 'PASS_PRECHECK', data: {} },
    { case: id, type: 'CONFIRM_PRIORITY', data: { preferences: [] } },
  ];
  await writeFile(file, JSON.stringify({ items }));
  const screened = await rnd(OFFICER, 'bulk', file);
  expect(screened).toMatchObject({ code: 0, out: expect.stringContaining('2 applied, 0 refused') });
  await rnd(OFFICER, 'act', call.CALL_ID, 'FINISH_SCREENING');

  const dry = await rnd(OFFICER, 'call', 'assign', call.CALL_ID, '--panel-size', '3', '--dry-run');
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('Panels for 1 projects') });
  await rnd(OFFICER, 'call', 'assign', call.CALL_ID, '--panel-size', '3');
  const { facts } = (await service.get(href, { as: OFFICER })).body;
  for (const { person } of facts.panel.members)
    await call.done(service, person as string, href, 'SCORE', call.scores(80));
  const entrants = await rnd(OFFICER, 'call', 'applications', call.CALL_ID);
  expect(entrants.out).toMatch(/0001 .*80 +3\/3 +—/);
  await rnd(OFFICER, 'act', call.CALL_ID, 'FINISH_EVALUATION');

  const shown = await rnd(COMMITTEE, 'call', 'rank', call.CALL_ID, '--dry-run');
  expect(shown.out).toContain('1 of 1 selected, 0 in reserve');
  expect(shown.out).toContain('Nothing was stored.');
  const kept = JSON.parse((await rnd(OFFICER, 'call', 'rank', call.CALL_ID, '--json')).out);
  await rnd(OFFICER, 'act', call.CALL_ID, 'PROPOSE_LIST', `listSha256=${kept.sha256}`);
  await rnd(COMMITTEE, 'act', call.CALL_ID, 'DECIDE_LIST', `listSha256=${kept.sha256}`);
  await call.until(service, href, 'agreementPending.open');
  const places = await rnd(OFFICER, 'call', 'places', call.CALL_ID);
  expect(places.out).toMatch(/1 +\S+0001 +selected +selected/);
});

test('a call that there isn’t is refused in words, and the command ends with 1', async () => {
  const { code, err } = await rnd(OFFICER, 'call', 'places', 'call/2026-pocket/nowhere/selection');
  expect(code).toBe(1);
  expect(err).toContain('Nothing was found here.');
});
