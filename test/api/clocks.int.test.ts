import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/rules/calendar.js';
import { clocksOf } from '../../src/api/due-clocks.js';
import * as the from './a-case.js';
import { acted } from './a-claim.js';
import { startService } from './service.js';
import type { Answer, Json, Service } from './service.js';

const OTHER_ADMINISTRATOR = 'person-administrator-2';
const EDITION = '2026';
/** Within the window of the edition's second round. */
const NOW = '2026-05-11T01:00:00.000Z';

let service: Service;
let href: string;
let id: string;

// The edition of 2026 counts in days; the suite stands on a day of its call.
beforeAll(async () => {
  service = await startService({ editions: [EDITION], clock: async () => NOW });
  href = await the.apply(service);
  ({ id } = (await service.get(href, { as: the.OFFICER })).body);
  await acted(service, the.OFFICER, href, the.DECISION.type, the.DECISION.data);
  await acted(service, the.OFFICER, href, the.NEXT_DECISION.type, the.NEXT_DECISION.data);
  await acted(service, the.COMMITTEE, href, 'SELECT', { grant: '400000000' });
});
afterAll(() => service.stop());

const clockOf = async (name: string, as = the.OFFICER): Promise<Json> => {
  const { body } = await service.get(href, { as });
  return body.clocks.find(({ clock }: Json) => clock === name);
};

const duties = async (as: string, query = ''): Promise<Json[]> =>
  (await service.get(`/v1/clocks?${query}`, { as })).body.items;

const propose = (as: string, date: string, more: object = {}): Promise<Answer> =>
  service.post('/v1/holidays', {
    as,
    body: { date, name: { ko: '임시공휴일', en: 'One-off holiday' }, ground: '국무회의 의결', ...more },
  });

describe('A clock of a case', () => {
  test('is shown with its arithmetic, its rule, its clause and whose duty it is', async () => {
    const clock = await clockOf('agreement');
    expect(clock).toMatchObject({
      rule: 'civil',
      pending: true,
      overdue: false,
      provisional: false,
      suspended: null,
    });
    expect(clock.whose.toSorted()).toEqual(['agency', 'firm']);
    expect(dayOf(clock.due)).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(clock.steps.length).toBeGreaterThan(1);
    for (const step of [...clock.steps, clock.name, clock.clause])
      expect(step).toMatchObject({
        ko: expect.stringMatching(/[가-힣]/) as string,
        en: expect.any(String) as string,
      });
  });

  test('stands in the list of what is due for whoever it concerns, and for nobody else', async () => {
    const due = { case: id, href, clock: 'agreement', overdue: false };
    for (const as of [the.OFFICER, the.AUDITOR, the.APPLICANT, the.PARTNER])
      expect(await duties(as), as).toContainEqual(expect.objectContaining(due));
    for (const as of [the.OFFICER, the.APPLICANT])
      expect(await duties(as, 'mine=true'), as).toContainEqual(expect.objectContaining(due));
    for (const as of [the.OTHER_APPLICANT, the.OTHER_PARTNER, the.REGULATOR, the.PANEL_MEMBER])
      expect(await duties(as), as).toEqual([]);
    expect(await duties(the.PARTNER, 'mine=true')).toEqual([]);
    expect(await duties(the.AUDITOR, 'mine=true')).toEqual([]);
  });

  test('is found by when it is due, and page after page', async () => {
    const { due } = await clockOf('agreement');
    expect(await duties(the.OFFICER, `due-before=${due}`)).toHaveLength(1);
    expect(await duties(the.OFFICER, `due-before=${NOW}`)).toEqual([]);
    expect(await duties(the.OFFICER, 'overdue=true')).toEqual([]);
    const all = await service.get('/v1/clocks?limit=1', { as: the.OFFICER });
    expect(all.body).toMatchObject({ items: [{ clock: 'agreement' }], next: null });
    expect((await service.get('/v1/clocks?cursor=bm9wZQ', { as: the.OFFICER })).body.code).toBe(
      'malformedBody',
    );
  });

  test('is an officer’s at the desks where they sit', async () => {
    const desk = { officer: the.OTHER_OFFICER, deputy: the.THIRD_OFFICER, head: 'person-head' };
    await service.post('/v1/desks', { as: the.ADMINISTRATOR, body: { ...desk, track: 'structured' } });
    expect(await duties(the.OTHER_OFFICER, 'mine=true')).toEqual([]);
    expect(await duties(the.OFFICER, 'mine=true')).toHaveLength(1);
    await service.post('/v1/desks', { as: the.ADMINISTRATOR, body: { ...desk, track: 'ecoBridge' } });
    expect(await duties(the.OTHER_OFFICER, 'mine=true')).toHaveLength(1);
    expect(await duties(the.OTHER_OFFICER, 'mine=true&track=structured')).toEqual([]);
  });

  test('is theirs, too, who stand in for somebody of the desk, on the days of the delegation', async () => {
    const today = dayOf(NOW);
    const approver = { ofPerson: the.THIRD_OFFICER, toPerson: 'person-officer-9', role: 'officer' };
    const desk = { officer: 'person-a', deputy: 'person-b', head: the.THIRD_OFFICER, track: 'mitIlp' };
    await service.post('/v1/desks', { as: the.ADMINISTRATOR, body: desk });
    const days = { fromDay: today, toDay: today, ground: '출장' };
    const made = await service.post('/v1/delegations', {
      as: the.ADMINISTRATOR,
      body: { ...approver, ...days },
    });
    expect(made.status).toBe(201);
    const filters = await clocksOf(
      service.ledger,
      { person: 'person-officer-9', role: 'officer', org: 'agency' },
      today,
    );
    expect(filters.map(({ track = '' }) => track).toSorted()).toEqual(['ecoBridge', 'mitIlp', 'structured']);
  });

  test('what an extension would do is seen before it is decided', async () => {
    const { due } = await clockOf('agreement');
    const data = { clock: 'agreement', until: addDays(dayOf(due), 7), ground: '해외기관 서명 지연' };
    const supposed = await service.post(`${href}/actions?dryRun=true`, {
      ...{ as: the.OFFICER, key: null, body: { type: 'EXTEND_CLOCK', data } },
    });
    expect(supposed.body).toMatchObject({ allowed: true, state: { from: supposed.body.state.to } });
    const [{ before, after }] = supposed.body.clocks;
    expect([before.due, dayOf(after.due)]).toEqual([due, data.until]);
    expect(after.extensions).toMatchObject([{ from: due, ground: data.ground, by: the.OFFICER }]);
    expect(await clockOf('agreement')).toMatchObject({ due, extensions: [] });
  });
});

describe('A day off that the government declares', () => {
  test('is proposed by one administrator, approved by another, and then moves what would end on it', async () => {
    const { due } = await clockOf('agreement');
    const date = dayOf(due);
    const proposed = await propose(the.ADMINISTRATOR, date);
    expect(proposed).toMatchObject({
      status: 201,
      body: { state: 'proposed', proposedBy: the.ADMINISTRATOR },
    });
    const approve = (as: string) => service.post(`${proposed.body.href}/approval`, { as });
    expect((await approve(the.ADMINISTRATOR)).body.code).toBe('isAnotherAdministrator');
    expect((await approve(the.OFFICER)).body.code).toBe('wrongRole');
    expect(await clockOf('agreement')).toMatchObject({ due });
    const approved = await approve(OTHER_ADMINISTRATOR);
    expect(approved.body).toMatchObject({
      holiday: { state: 'approved', decidedBy: OTHER_ADMINISTRATOR },
      cases: 1,
    });
    let clock = await clockOf('agreement');
    for (; clock.due === due; clock = await clockOf('agreement')) await sleep(50);
    expect(dayOf(clock.due) > date).toBe(true);
    const [row] = await the.rowsOf(service, href, 'RECOUNT_CLOCKS');
    expect(row).toMatchObject({
      by: { person: OTHER_ADMINISTRATOR },
      data: { decidedBy: OTHER_ADMINISTRATOR },
    });
    // Asked again after an answer that was lost, it tells nobody twice.
    expect((await approve(OTHER_ADMINISTRATOR)).status).toBe(200);
    await sleep(1_000);
    expect(await the.rowsOf(service, href, 'RECOUNT_CLOCKS')).toHaveLength(1);
  });

  test('counts in every case that begins after it', async () => {
    const fresh = await the.apply(service, the.OTHER_APPLICANT);
    const { facts } = (await service.get(fresh, { as: the.OFFICER })).body;
    expect(Object.values(facts.daysAdded).flat()).toHaveLength(1);
  });

  test('is proposed once, refused by another person, and known to everybody who is signed in', async () => {
    const first = await propose(the.ADMINISTRATOR, '2026-12-24');
    expect((await propose(OTHER_ADMINISTRATOR, '2026-12-24')).body.code).toBe('holidayIsKnown');
    const refused = await service.post(`${first.body.href}/refusal`, { as: OTHER_ADMINISTRATOR });
    expect(refused.body).toMatchObject({ state: 'refused', decidedBy: OTHER_ADMINISTRATOR });
    const late = await service.post(`${first.body.href}/approval`, { as: OTHER_ADMINISTRATOR });
    expect(late.body.code).toBe('holidayIsDecided');
    expect((await propose(the.OFFICER, '2026-12-31')).body.code).toBe('wrongRole');
    const { body } = await service.get('/v1/holidays', { as: the.APPLICANT });
    expect(body.items.map(({ state }: Json) => state).toSorted()).toEqual(['approved', 'refused']);
  });
});

describe('A calendar', () => {
  const make = (as: string): Promise<Answer> => service.post('/v1/calendar-feeds', { as });
  const read = async (address: string): Promise<Answer> => service.get(address, {});

  test('is read by its secret address, without a token, and says what is the person’s to do and when', async () => {
    const made = await make(the.APPLICANT);
    expect(made).toMatchObject({
      status: 201,
      body: { role: 'applicant', org: 'company-0001', revokedAt: null },
    });
    const { status, headers, body } = await read(made.body.href);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { due } = await clockOf('agreement');
    const text = String(body).replaceAll('\r\n\t', '');
    expect(text).toContain(`DTSTART;VALUE=DATE:${dayOf(due).replaceAll('-', '')}`);
    expect(text).toContain(the.APPLICATION.title.ko);
    expect(text).not.toMatch(/person-/);
    const list = await service.get('/v1/calendar-feeds', { as: the.APPLICANT });
    expect(list.body.items).toMatchObject([{ id: made.body.id, href: null }]);
  });

  test('of somebody with nothing to do is empty; of who decides on money it has their cases’ dates', async () => {
    const { body } = await make(the.OTHER_PARTNER);
    expect(String((await read(body.href)).body)).not.toContain('BEGIN:VEVENT');
    const finance = await make(the.FINANCE);
    expect((await read(finance.body.href)).status).toBe(200);
  });

  test('ends when its owner closes it, or loses the role; nobody else can close it', async () => {
    const { body } = await make(the.OTHER_APPLICANT);
    const address = `/v1/calendar-feeds/${body.id}`;
    expect((await service.send('DELETE', address, { as: the.APPLICANT })).body.code).toBe('notFound');
    expect((await service.send('DELETE', address, { as: the.OTHER_APPLICANT })).status).toBe(204);
    expect((await read(body.href)).status).toBe(404);
    const member = await make(the.PANEL_MEMBER);
    const ended = { person: the.PANEL_MEMBER, role: 'panelMember', ground: '임기 만료' };
    await service.post('/v1/role-revocations', { as: the.ADMINISTRATOR, body: ended });
    expect((await read(member.body.href)).status).toBe(404);
    expect((await read('/v1/calendar-feeds/no-such-secret.ics')).status).toBe(404);
    expect((await read(`/v1/calendar-feeds/${member.body.id}`)).status).toBe(404);
  });
});
