import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startService } from './service.js';
import type { Answer, Json, Service } from './service.js';

const APPLICANT = 'person-applicant-0001';
const OTHER_APPLICANT = 'person-applicant-0002';
const EVIDENCE = 'a letter of the partner';

const APPLICATION = {
  title: { ko: '자율 공동연구', en: 'A joint project of our own' },
  sector: 'A3',
  partnerId: 'partner-tno',
  money: { government: '300000000', firmCash: '50000000', firmInKind: '50000000', partnerCost: '100000000' },
  partnerEvidenceSha256: createHash('sha256').update(EVIDENCE).digest('hex'),
};

// The 2026 edition's second round is open from 27 April to 15 May; the clock stands where a test puts it.
let now = '2026-04-28T00:00:00.000Z';

let service: Service;
beforeAll(async () => {
  service = await startService({ editions: ['2026'], clock: async () => now });
  await service.post('/v1/documents', {
    as: APPLICANT,
    raw: EVIDENCE,
    headers: { 'content-type': 'text/plain' },
  });
});
afterAll(() => service.stop());

async function request(method: string, path: string, body?: object, as = APPLICANT): Promise<Answer> {
  const answer = await fetch(new URL(path, service.url), {
    method,
    headers: {
      authorization: `Bearer ${await service.token(as)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === '' ? null : (JSON.parse(text) as Json),
  };
}

const keep = (application: object = APPLICATION, as = APPLICANT): Promise<Answer> =>
  service.post('/v1/drafts', { as, body: { track: 'autonomous', application }, key: null });
const submit = (href: string, key: string = randomUUID(), as = APPLICANT): Promise<Answer> =>
  service.post(`${href}/submission`, { as, key });

describe('A draft', () => {
  test('is kept however little is in it, and says what it lacks and until when it can be sent', async () => {
    const { status, headers, body } = await keep({ sector: 'A3' });
    expect([status, headers.get('location')]).toEqual([201, body.href]);
    expect(body).toMatchObject({ version: 1, closes: '2026-05-15T09:00:00.000Z', submittedAs: null });
    expect(body.missing.map(({ path }: Json) => path)).toEqual([
      'title',
      'partnerId',
      'money',
      'partnerEvidenceSha256',
    ]);
    expect(body.missing[0].message).toMatch(/[가-힣].* \/ [a-z]/);
  });

  test('is its company’s own: nobody else sees, changes or sends it', async () => {
    const { body } = await keep();
    for (const method of ['GET', 'DELETE'])
      expect((await request(method, body.href, undefined, OTHER_APPLICANT)).status).toBe(404);
    const change = { track: 'autonomous', application: {} };
    expect((await request('PUT', body.href, change, OTHER_APPLICANT)).status).toBe(404);
    expect((await submit(body.href, 'k', OTHER_APPLICANT)).status).toBe(404);
    expect((await request('GET', body.href, undefined, 'person-officer-1')).status).toBe(403);
    const { body: list } = await service.get('/v1/drafts', { as: OTHER_APPLICANT });
    expect(list.items).toEqual([]);
  });

  test('is changed by whoever read it last; a change to what has changed meanwhile is refused', async () => {
    const { body } = await keep({});
    const change = { track: 'autonomous', application: APPLICATION, version: 1 };
    const first = await request('PUT', body.href, change);
    expect([first.status, first.body.version, first.body.missing]).toEqual([200, 2, []]);
    const second = await request('PUT', body.href, change);
    expect([second.status, second.body.code]).toEqual([409, 'draftHasMoved']);
    expect(second.body.blockedBy[0].evidence).toEqual({ version: '2' });
  });

  test('is thrown away, and gone', async () => {
    const { body } = await keep();
    expect((await request('DELETE', body.href)).status).toBe(204);
    expect((await request('GET', body.href)).status).toBe(404);
  });
});

describe('A draft that is sent', () => {
  test('becomes a project, once, and is a draft no more', async () => {
    const { body: draft } = await keep();
    const key = randomUUID();
    const { status, body } = await submit(draft.href, key);
    expect([status, body.state]).toEqual([201, 'submitted']);
    const again = await submit(draft.href, key);
    expect([again.status, again.body.id, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      body.id,
      'true',
    ]);
    const otherKey = await submit(draft.href);
    expect([otherKey.status, otherKey.body.code]).toEqual([409, 'draftIsSubmitted']);
    expect((await request('DELETE', draft.href)).body.code).toBe('draftIsSubmitted');
    const change = { track: 'autonomous', application: {} };
    expect((await request('PUT', draft.href, change)).body.code).toBe('draftIsSubmitted');
    expect((await request('GET', draft.href)).body.submittedAs).toBe(body.command);
  });

  test('sent twice at once becomes one project', async () => {
    const { body: draft } = await keep();
    const answers = await Promise.all([submit(draft.href), submit(draft.href), submit(draft.href)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  test('and lacks something is refused with what it lacks, and stays a draft', async () => {
    const { body: draft } = await keep({ ...APPLICATION, sector: '양자' });
    const { status, body } = await submit(draft.href);
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'malformedBody', 'sector']);
    expect((await request('GET', draft.href)).body.submittedAs).toBeNull();
  });

  test('before its window opens is refused, and can be sent once it has', async () => {
    now = '2026-04-20T00:00:00.000Z';
    const { body: draft } = await keep();
    expect((await submit(draft.href)).body.code).toBe('windowNotOpen');
    now = '2026-04-28T00:00:00.000Z';
    expect((await submit(draft.href)).status).toBe(201);
  });

  test('after the close is refused, nor can one be kept or changed any more; it can be withdrawn', async () => {
    const { body: draft } = await keep();
    now = '2026-05-15T09:00:00.001Z';
    expect((await submit(draft.href)).body.code).toBe('windowClosed');
    expect((await keep()).body.code).toBe('windowClosed');
    const change = { track: 'autonomous', application: {} };
    expect((await request('PUT', draft.href, change)).body.code).toBe('windowClosed');
    expect((await request('DELETE', draft.href)).status).toBe(204);
  });
});
