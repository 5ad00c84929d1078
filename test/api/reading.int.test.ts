import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

let service: Service;
let href: string;
let others: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
  others = await the.apply(service, the.OTHER_APPLICANT);
});
afterAll(() => service.stop());

describe('GET /v1/projects/…', () => {
  test('an applicant reads its own case and not that of another company', async () => {
    expect((await service.get(href, { as: the.APPLICANT })).status).toBe(200);
    for (const rest of ['', '/actions', '/timeline', '/tranches']) {
      const answer = await service.get(`${others}${rest}`, { as: the.APPLICANT });
      expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } });
    }
  });

  test('a partner reads the cases that it is party to', async () => {
    expect((await service.get(href, { as: the.PARTNER })).status).toBe(200);
    expect((await service.get(href, { as: the.OTHER_PARTNER })).status).toBe(404);
  });

  test('a case says its state in both languages, whose move it is, and its tranches', async () => {
    const { body } = await service.get(href, { as: the.AUDITOR });
    expect(body.stateLabel.ko).not.toBe('');
    expect(body.stateLabel.en).not.toBe('');
    expect(body.awaits).toContain('officer');
    expect(body.tranches).toEqual([]);
    expect(body.facts.terms).toBeUndefined();
  });

  test('the timeline has every row with who, when and what, and pages on', async () => {
    await service.post(`${href}/actions`, { as: the.OFFICER, body: the.DECISION });
    const first = await service.get(`${href}/timeline?limit=1`, { as: the.APPLICANT });
    expect(first.body).toMatchObject({ next: 1, items: [{ seq: 1, by: { person: the.APPLICANT } }] });
    const rest = await service.get(`${href}/timeline?after=1`, { as: the.APPLICANT });
    expect(rest.body).toMatchObject({ next: null, items: [{ seq: 2, by: { person: the.OFFICER } }] });
  });
});

describe('GET /v1/projects', () => {
  test('each sees the cases that are theirs, staff and auditors all of them', async () => {
    const seen = async (as: string): Promise<string[]> =>
      (await service.get('/v1/projects', { as })).body.items.map((item: { href: string }) => item.href);
    expect(await seen(the.APPLICANT)).toEqual([href]);
    expect(await seen(the.PARTNER)).toEqual([href, others]);
    expect(await seen(the.OTHER_PARTNER)).toEqual([]);
    expect(await seen(the.AUDITOR)).toEqual([href, others]);
    expect(await seen(the.REGULATOR)).toEqual([]);
  });

  test('pages follow each other by their cursor, and a made-up cursor is malformed', async () => {
    const first = await service.get('/v1/projects?limit=1', { as: the.OFFICER });
    const second = await service.get(`/v1/projects?limit=1&cursor=${first.body.next}`, { as: the.OFFICER });
    expect([first, second].map(({ body }) => body.items[0].href)).toEqual([href, others]);
    expect(second.body.next).toBeNull();
    expect(await service.get('/v1/projects?cursor=%20', { as: the.OFFICER })).toMatchObject({
      status: 422,
      body: { code: 'malformedBody' },
    });
  });

  test('a list is narrowed by company, by state and by whose move it is', async () => {
    const count = async (query: string): Promise<number> =>
      (await service.get(`/v1/projects?${query}`, { as: the.OFFICER })).body.items.length;
    expect(await count('company=company-0002')).toBe(1);
    expect(await count('company=company-0003')).toBe(0);
    expect(await count(`edition=2026-pocket&track=${the.TRACK.id}`)).toBe(2);
    expect(await count('track=mitIlp')).toBe(0);
    expect(await count('awaiting=officer')).toBeGreaterThan(0);
    expect(await count('awaiting=regulator')).toBe(0);
    expect(await count('open=false')).toBe(0);
  });
});

const hasWords = ({ message, next }: Json): boolean => [message, next].every(({ ko, en }) => ko && en);

describe('GET …/actions', () => {
  test('every event from outside is there with its form, and a reason wherever it is not allowed', async () => {
    const { body } = await service.get(`${others}/actions`, { as: the.OFFICER });
    const byType = new Map<string, Json>(
      body.actions.map((action: { type: string }) => [action.type, action]),
    );
    expect(byType.has(the.INTERNAL.type)).toBe(false);
    expect(byType.get(the.DECISION.type)).toMatchObject({ allowed: true });
    expect(byType.get(the.LATER.type)).toMatchObject({ allowed: false, refusal: { code: 'notOfferedHere' } });
    for (const { type, allowed, refusal } of body.actions)
      expect({ type, says: refusal?.blockedBy.every(hasWords) ?? true, has: refusal === undefined }).toEqual({
        ...{ type, says: true, has: allowed },
      });
  });

  test('a form is the JSON Schema by which the payload is judged', async () => {
    const { body } = await service.get(`${others}/actions`, { as: the.OFFICER });
    const form = body.actions.find(({ type }: { type: string }) => type === the.DECISION.type).payload;
    const fits = new Ajv2020({ strict: false, validateFormats: false }).compile(form);
    expect(fits(the.DECISION.data)).toBe(true);
    expect(fits({ ...the.DECISION.data, nonsense: 1 })).toBe(false);
  });

  test('an auditor is offered nothing', async () => {
    const { body } = await service.get(`${others}/actions`, { as: the.AUDITOR });
    expect(body.actions.filter(({ allowed }: { allowed: boolean }) => allowed)).toEqual([]);
  });
});

describe('GET /v1/documents/:sha256', () => {
  test('it is its owner’s to read, staff’s and auditors’, and nobody else’s until a case of theirs names it', async () => {
    const bytes = 'a report';
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await service.post('/v1/documents', {
      as: the.APPLICANT,
      raw: bytes,
      headers: { 'content-type': 'text/plain' },
    });
    const status = async (as: string): Promise<number> =>
      (await service.get(`/v1/documents/${sha256}`, { as })).status;
    expect((await service.get(`/v1/documents/${sha256}`, { as: the.APPLICANT })).body).toBe(bytes);
    expect([await status(the.OFFICER), await status(the.AUDITOR)]).toEqual([200, 200]);
    expect([await status(the.OTHER_APPLICANT), await status(the.PARTNER)]).toEqual([404, 404]);
    const named = await service.post('/v1/applications', {
      as: the.APPLICANT,
      body: { ...the.APPLICATION, partnerEvidenceSha256: sha256 },
    });
    expect(named.status).toBe(201);
    expect([await status(the.OTHER_APPLICANT), await status(the.PARTNER)]).toEqual([404, 200]);
  });
});

describe('what a person reads of their own', () => {
  test('GET /v1/me says who the token is', async () => {
    const { body } = await service.get('/v1/me', { as: the.APPLICANT });
    expect(body).toEqual({ person: the.APPLICANT, role: 'applicant', org: 'company-0001' });
  });

  test('GET /v1/commands/:id is the sender’s, staff’s and auditors’', async () => {
    const { body } = await service.post(`${href}/actions`, { as: the.APPLICANT, body: { type: 'NOTHING' } });
    const statuses = await Promise.all(
      [the.APPLICANT, the.OFFICER, the.AUDITOR, the.OTHER_APPLICANT].map(
        async (as) => (await service.get(`/v1/commands/${body.command}`, { as })).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 404]);
    expect((await service.get('/v1/commands', { as: the.APPLICANT })).body.items[0].id).toBe(body.command);
  });

  test('GET /v1/statement is for staff and auditors', async () => {
    expect((await service.get('/v1/statement', { as: the.AUDITOR })).status).toBe(200);
    expect((await service.get('/v1/statement', { as: the.APPLICANT })).body.code).toBe('wrongRole');
  });

  test('GET /v1/editions and /v1/charts show what the program runs by', async () => {
    const editions = await service.get('/v1/editions', { as: the.APPLICANT });
    expect(editions.body.items.map(({ id }: { id: string }) => id)).toEqual(['2026-pocket', '2026']);
    const edition = await service.get('/v1/editions/2026', { as: the.APPLICANT });
    expect(edition.body.assumed.length).toBeGreaterThan(0);
    const charts = await service.get('/v1/charts', { as: the.APPLICANT });
    const { id } = charts.body.items[0];
    expect((await service.get(`/v1/charts/${id}`, { as: the.APPLICANT })).body.states.length).toBeGreaterThan(
      0,
    );
    expect((await service.get(`/v1/charts/${id}?format=svg`, { as: the.APPLICANT })).body).toMatch(/^<svg/);
  });
});
