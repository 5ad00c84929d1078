import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { run } from '../../src/cli/program.js';
import { dayOf } from '../../src/rules/calendar.js';
import * as the from '../api/a-case.js';
import { startService } from '../api/service.js';
import type { Json, Service } from '../api/service.js';

let service: Service;
let href: string;
let id: string;

beforeAll(async () => {
  service = await startService({ editions: ['2026-pocket'] });
  href = await the.apply(service);
  ({ id } = (await service.get(href, { as: the.OFFICER })).body);
  await the.agree(service, href);
});
afterAll(() => service.stop());
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

const json = async (as: string, ...args: string[]): Promise<Json> => {
  const { code, out, err } = await rnd(as, ...args, '--json');
  expect(code, err).toBe(0);
  return JSON.parse(out);
};

const TODAY = dayOf(new Date().toISOString());

describe('clocks', () => {
  test('a case’s are shown with their arithmetic, and listed by when they are due', async () => {
    const shown = await rnd(the.OFFICER, 'clock', 'show', id);
    expect(shown).toMatchObject({ code: 0, out: expect.stringContaining('(agreement): ') });
    const listed = await json(the.OFFICER, 'clock', 'list');
    expect(listed.items.map(({ due }: Json) => due)).toEqual(
      listed.items.map(({ due }: Json) => due).toSorted(),
    );
    const none = await rnd(the.OTHER_APPLICANT, 'clock', 'list', '--mine');
    expect(none.out).toContain('Nothing is due.');
  });

  test('what is decided about one is first seen, and a no says why', async () => {
    const args = ['clock', 'extend', id, 'agreement', '--length', '30s', '--ground', 'signatures abroad'];
    const supposed = await rnd(the.OFFICER, ...args, '--dry-run');
    expect(supposed).toMatchObject({ code: 1, out: expect.stringContaining('isClockPending') });
    expect(supposed.err).toContain('Nothing has changed');
    const refused = await rnd(the.OFFICER, ...args);
    expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('isClockPending') });
    expect((await rnd(the.OFFICER, ...args.slice(0, 4), '--length', 'long', '--ground', 'x')).code).toBe(2);
  });

  test('a calendar is made, listed and closed', async () => {
    const { address, id: feed } = await json(the.APPLICANT, 'calendar', 'make');
    expect(await (await fetch(address)).text()).toContain('BEGIN:VCALENDAR');
    expect((await json(the.APPLICANT, 'calendar', 'list')).items).toHaveLength(1);
    expect((await rnd(the.APPLICANT, 'calendar', 'close', feed)).code).toBe(0);
    expect((await fetch(address)).status).toBe(404);
  });

  test('a day off is proposed by one administrator and approved by another', async () => {
    const said = ['--name-ko', '임시공휴일', '--name-en', 'One-off holiday', '--ground', 'cabinet'];
    const proposed = await json(the.ADMINISTRATOR, 'holiday', 'propose', '2027-12-24', ...said);
    const own = await rnd(the.ADMINISTRATOR, 'holiday', 'approve', proposed.id);
    expect(own).toMatchObject({ code: 1, err: expect.stringContaining('isAnotherAdministrator') });
    const approved = await rnd('person-administrator-2', 'holiday', 'approve', proposed.id);
    expect(approved).toMatchObject({ code: 0, out: expect.stringMatching(/\d+ open cases are told/) });
    expect((await rnd(the.OFFICER, 'holiday', 'list')).out).toContain('2027-12-24');
  });
});

describe('people', () => {
  test('an absence is covered: whoever stands in acts with --on-behalf-of, and both are named', async () => {
    const days = ['--role', 'officer', '--from', TODAY, '--until', TODAY, '--ground', 'leave'];
    const made = await json(the.OFFICER, 'delegation', 'make', '--to', the.OTHER_OFFICER, ...days);
    const act = ['act', `${id}/tranche/1`, 'CONFIRM_CASH_SHARE', 'amount=1000'];
    const acted = await rnd(the.OTHER_OFFICER, ...act, '--on-behalf-of', the.OFFICER);
    expect(acted.code, acted.err).toBe(0);
    const [row] = await the.rowsOf(
      service,
      `${href.replace('projects', 'tranches')}/1`,
      'CONFIRM_CASH_SHARE',
    );
    expect(row.by).toMatchObject({ person: the.OTHER_OFFICER, onBehalfOf: the.OFFICER });
    expect((await rnd(the.OFFICER, 'delegation', 'list', '--on', TODAY)).out).toContain(made.id);
    expect((await rnd(the.OFFICER, 'delegation', 'end', made.id)).code).toBe(0);
    const after = await rnd(the.OTHER_OFFICER, ...act, '--on-behalf-of', the.OFFICER);
    expect(after).toMatchObject({ code: 1, err: expect.stringContaining('notDelegated') });
  });

  test('desks are set and listed, and a role is taken away', async () => {
    const people = ['--officer', the.OFFICER, '--deputy', the.OTHER_OFFICER, '--head', the.THIRD_OFFICER];
    expect((await rnd(the.ADMINISTRATOR, 'desk', 'set', '--track', 'ecoBridge', ...people)).code).toBe(0);
    expect((await rnd(the.OFFICER, 'desk', 'list')).out).toContain(the.THIRD_OFFICER);
    const revoke = ['role', 'revoke', 'person-committee-3', 'committee', '--ground', 'moved'];
    expect((await rnd(the.ADMINISTRATOR, ...revoke)).code).toBe(0);
    expect((await rnd('person-committee-3', 'list')).err).toContain('roleRevoked');
    expect((await rnd(the.OFFICER, 'role', 'revocations')).out).toContain('person-committee-3');
  });
});

describe('money', () => {
  test('the books are read: statements by anything, their lines, and a trial balance that is even', async () => {
    const statement = await rnd(the.AUDITOR, 'money', 'statement', '--by', 'project');
    expect(statement).toMatchObject({ code: 0, out: expect.stringContaining('400,000,000') });
    const lines = await rnd(the.AUDITOR, 'money', 'statement', '--lines', '--project', id);
    expect(lines.out.split('\n')[0]).toContain('차변 Debit');
    const balance = await rnd(the.AUDITOR, 'money', 'trial-balance', '--edition', '2026-pocket');
    expect(balance).toMatchObject({ code: 0, out: expect.stringContaining('Both sides come to the same') });
    expect((await rnd(the.AUDITOR, 'money', 'trial-balance', '--format', 'xlsx')).code).toBe(2);
    expect((await rnd(the.APPLICANT, 'money', 'trial-balance')).err).toContain('wrongRole');
  });

  test('a portal that is away is told as such, with the exit code of what can not be reached', async () => {
    const away = await rnd(the.FINANCE, 'money', 'draws');
    expect(away).toMatchObject({ code: 3, err: expect.stringContaining('unavailable') });
  });

  test('what would happen is told in full: state, money, letters and neighbours', async () => {
    const ground = ['ground=misconduct'];
    const supposed = await rnd(the.OFFICER, 'act', id, 'OPEN_SPECIAL_EVALUATION', ...ground, '--dry-run');
    expect(supposed.code, supposed.err).toBe(0);
    for (const part of [
      'state: ',
      'letters:',
      'neighbours:',
      'what would be asked of others:',
      'nothing has changed',
    ])
      expect(supposed.out).toContain(part);
    expect((await service.get(href, { as: the.OFFICER })).body.facts.specialEvaluation).toBeNull();
  });

  test('what belongs to a project is listed and shown with it', async () => {
    const listed = await rnd(the.FINANCE, 'list', '--kind', 'tranches');
    expect(listed.out).toContain(`${id}/tranche/1`);
    const shown = await rnd(the.OFFICER, 'show', id);
    expect(shown.out).toContain(`${id}/tranche/1`);
    expect((await rnd(the.OFFICER, 'list', '--kind', 'recoveries')).out).toContain('There is no such case.');
  });
});
