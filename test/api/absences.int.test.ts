import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '../../src/rules/calendar.js';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Answer, Json, Service } from './service.js';

let service: Service;
let href: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

const TODAY = dayOf(new Date().toISOString());
const ABSENCE = { role: 'officer', fromDay: TODAY, toDay: addDays(TODAY, 3), ground: '연차 휴가' };

const delegate = (as: string, body: object, key?: string): Promise<Answer> =>
  service.post('/v1/delegations', { as, body, ...(key === undefined ? {} : { key }) });

const onBehalfOf = (person: string) => ({ 'on-behalf-of': person });

describe('An absence (domain.md section 6)', () => {
  test('an officer who is away is stood in for by a colleague, and the record shows both names', async () => {
    const made = await delegate(the.OFFICER, { ...ABSENCE, toPerson: the.OTHER_OFFICER });
    expect(made).toMatchObject({
      status: 201,
      body: { ofPerson: the.OFFICER, madeBy: the.OFFICER, revokedAt: null },
    });
    const headers = onBehalfOf(the.OFFICER);
    const me = await service.get('/v1/me', { as: the.OTHER_OFFICER, headers });
    expect(me.body).toEqual({
      ...{ person: the.OTHER_OFFICER, role: 'officer', org: 'agency', onBehalfOf: the.OFFICER },
    });
    const decided = await service.post(`${href}/actions`, {
      as: the.OTHER_OFFICER,
      headers,
      body: the.DECISION,
    });
    expect(decided.status).toBe(200);
    const [row] = await the.rowsOf(service, href, the.DECISION.type);
    expect(row.by).toMatchObject({ person: the.OTHER_OFFICER, onBehalfOf: the.OFFICER });
    const { body } = await service.get(`/v1/commands/${decided.body.command}`, { as: the.OFFICER });
    expect(body.by.onBehalfOf).toBe(the.OFFICER);
  });

  test('nobody acts for a person who has not delegated, or not to them', async () => {
    const refused = await service.post(`${href}/actions`, {
      ...{ as: the.THIRD_OFFICER, body: the.NEXT_DECISION, headers: onBehalfOf(the.OFFICER) },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'notDelegated' } });
    expect(refused.body.blockedBy[0].evidence).toEqual({ ofPerson: the.OFFICER, on: TODAY });
    const recorded = await service.get(`/v1/commands/${refused.body.command}`, { as: the.THIRD_OFFICER });
    expect(recorded.body).toMatchObject({ state: 'refused', by: { person: the.THIRD_OFFICER } });
  });

  test.each([
    ['before its first day', { fromDay: addDays(TODAY, 1), toDay: addDays(TODAY, 2) }],
    ['after its last day', { fromDay: addDays(TODAY, -2), toDay: addDays(TODAY, -1) }],
  ])('a delegation gives nothing %s', async (_, days) => {
    await delegate(the.COMMITTEE, { ...ABSENCE, ...days, role: 'committee', toPerson: the.OTHER_OFFICER });
    const headers = onBehalfOf(the.COMMITTEE);
    expect((await service.get('/v1/me', { as: the.OTHER_OFFICER, headers })).body.code).toBe('notDelegated');
  });

  test('a person can hand on their own role for their own absence, and nothing else', async () => {
    const code = async (as: string, body: object) => (await delegate(as, body)).body.code as string;
    const toOther = { ...ABSENCE, toPerson: the.OTHER_OFFICER };
    expect(await code(the.OFFICER, { ...toOther, role: 'finance' })).toBe('wrongRole');
    expect(await code(the.OFFICER, { ...toOther, org: 'company-0001' })).toBe('wrongRole');
    expect(await code(the.OFFICER, { ...toOther, ofPerson: the.FINANCE, role: 'finance' })).toBe(
      'notOwnAbsence',
    );
    expect(await code(the.OFFICER, { ...ABSENCE, toPerson: the.OFFICER })).toBe('delegatesToSelf');
    expect(await code(the.AUDITOR, { ...toOther, role: 'auditor' })).toBe('wrongRole');
    expect(await code(the.OFFICER, { ...toOther, toDay: addDays(TODAY, -1) })).toBe('malformedBody');
  });

  test('an administrator registers another’s absence, but never to themselves', async () => {
    const absent = { ...ABSENCE, ofPerson: the.FINANCE, role: 'finance' };
    const made = await delegate(the.ADMINISTRATOR, { ...absent, toPerson: 'person-finance-2' });
    expect(made.body).toMatchObject({ ofPerson: the.FINANCE, madeBy: the.ADMINISTRATOR });
    const own = await delegate(the.ADMINISTRATOR, { ...absent, toPerson: the.ADMINISTRATOR });
    expect(own.body.code).toBe('delegatesToSelf');
  });

  test('who stands in for somebody does not hand that on', async () => {
    const { body } = await service.post('/v1/delegations', {
      ...{ as: the.OTHER_OFFICER, headers: onBehalfOf(the.OFFICER) },
      body: { ...ABSENCE, toPerson: the.THIRD_OFFICER },
    });
    expect(body.code).toBe('notInOwnName');
  });

  test('nobody of another organisation stands in for a firm', async () => {
    const body = { ...ABSENCE, ofPerson: the.APPLICANT, role: 'applicant', org: 'company-0001' };
    await delegate(the.ADMINISTRATOR, { ...body, toPerson: the.OTHER_APPLICANT });
    const headers = onBehalfOf(the.APPLICANT);
    expect((await service.get('/v1/me', { as: the.OTHER_APPLICANT, headers })).body.code).toBe(
      'notDelegated',
    );
  });

  test('the same request again is the same delegation; with other days under its key it is refused', async () => {
    const body = { ...ABSENCE, toPerson: the.THIRD_OFFICER };
    const first = await delegate(the.OTHER_OFFICER, body, 'my-absence');
    expect((await delegate(the.OTHER_OFFICER, body, 'my-absence')).body).toEqual(first.body);
    const other = { ...body, toDay: addDays(TODAY, 9) };
    expect((await delegate(the.OTHER_OFFICER, other, 'my-absence')).body.code).toBe('keyReused');
  });

  test('who is named reads a delegation, and whose absence it is ends it', async () => {
    const { body } = await service.get(`/v1/delegations?on=${TODAY}`, { as: the.APPLICANT });
    expect(body.items.map(({ ofPerson }: Json) => ofPerson)).toEqual([the.APPLICANT]);
    const [{ href: mine }] = body.items;
    expect((await service.send('DELETE', mine, { as: the.OTHER_APPLICANT })).body.code).toBe('notFound');
    expect((await service.send('DELETE', mine, { as: the.APPLICANT })).body.revokedBy).toBe(the.APPLICANT);
    expect((await service.send('DELETE', mine, { as: the.APPLICANT })).body.code).toBe('delegationIsOver');
    const left = await service.get(`/v1/delegations?on=${TODAY}`, { as: the.APPLICANT });
    expect(left.body.items).toEqual([]);
    const all = await service.get('/v1/delegations', { as: the.AUDITOR });
    expect(all.body.items.length).toBeGreaterThan(4);
  });
});

describe('A desk', () => {
  const DESK = {
    track: 'ecoBridge',
    officer: the.OFFICER,
    deputy: the.OTHER_OFFICER,
    head: the.THIRD_OFFICER,
  };

  test('an administrator says whose desk a track is, and staff read it', async () => {
    const set = await service.post('/v1/desks', { as: the.ADMINISTRATOR, body: DESK });
    expect(set).toMatchObject({ status: 200, body: { ...DESK, edition: '2026-pocket', org: 'agency' } });
    const { body } = await service.get('/v1/desks', { as: the.OFFICER });
    expect(body.items).toEqual([set.body]);
  });

  test('nobody else does, and officer and deputy are two people', async () => {
    const sent = async (as: string, body: object) =>
      (await service.post('/v1/desks', { as, body })).body.code;
    expect(await sent(the.OFFICER, DESK)).toBe('wrongRole');
    expect(await sent(the.ADMINISTRATOR, { ...DESK, deputy: DESK.officer })).toBe('malformedBody');
    expect((await service.get('/v1/desks', { as: the.APPLICANT })).body.code).toBe('wrongRole');
  });
});

describe('A role that is taken away', () => {
  const approver = 'person-approver-3';

  test('is refused at every door from then on, in the person’s own name and in another’s', async () => {
    expect((await service.get('/v1/me', { as: approver })).status).toBe(200);
    await delegate(the.ADMINISTRATOR, {
      ...{ ...ABSENCE, role: 'approver', ofPerson: approver, toPerson: 'person-approver-2' },
    });
    const body = { person: approver, role: 'approver', ground: '직무 변경' };
    const revoked = await service.post('/v1/role-revocations', { as: the.ADMINISTRATOR, body });
    expect(revoked).toMatchObject({ status: 200, body: { ...body, by: the.ADMINISTRATOR } });
    const own = await service.get('/v1/tranches', { as: approver });
    expect(own).toMatchObject({ status: 403, body: { code: 'roleRevoked' } });
    const headers = onBehalfOf(approver);
    const another = await service.get('/v1/tranches', { as: 'person-approver-2', headers });
    expect(another.body.code).toBe('roleRevoked');
    expect((await service.get('/v1/tranches', { as: 'person-approver-2' })).status).toBe(200);
  });

  test('twice is once, and an administrator alone takes it', async () => {
    const body = { person: approver, role: 'approver', ground: '다시' };
    const again = await service.post('/v1/role-revocations', { as: the.ADMINISTRATOR, body });
    expect(again.body.ground).toBe('직무 변경');
    const list = await service.get('/v1/role-revocations', { as: the.AUDITOR });
    expect(list.body.items).toHaveLength(1);
    const refused = await service.post('/v1/role-revocations', { as: the.OFFICER, body });
    expect(refused.body.code).toBe('wrongRole');
  });
});
