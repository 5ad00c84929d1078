import { createHash, randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Answer, Service } from './service.js';

const LIMIT = 20 * 1024 * 1024;

let service: Service;
let href: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

/** The refusal has its code, changed nothing of the case, and stands in the inbox as refused. */
async function refusedAs(
  code: string,
  status: number,
  as: string,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const before = await service.get(href, { as: the.OFFICER });
  const answer = await send();
  expect({ code: answer.body.code, status: answer.status }).toEqual({ code, status });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body.titles.ko).not.toBe('');
  expect(answer.body.titles.en).not.toBe('');
  expect((await service.get(href, { as: the.OFFICER })).body).toEqual(before.body);
  const recorded = await service.get(`/v1/commands/${answer.body.command}`, { as });
  expect(recorded.body).toMatchObject({ state: 'refused', refusal: { code }, by: { person: as } });
  return answer;
}

describe('POST …/actions', () => {
  test('a body that is no JSON is malformed', async () => {
    const raw = '{"type":';
    const headers = { 'content-type': 'application/json' };
    await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, raw, headers }),
    );
  });

  test('a body without an event is malformed, and the field is named', async () => {
    const { body } = await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: { data: {} } }),
    );
    expect(body.errors.map(({ path }: { path: string }) => path)).toContain('type');
  });

  test('a payload that is not what the event needs is malformed, and the field is named', async () => {
    const { body } = await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, {
        as: the.OFFICER,
        body: { ...the.DECISION, data: { ...the.DECISION.data, nonsense: 1 } },
      }),
    );
    expect(body.errors).not.toEqual([]);
  });

  test('a body over 256 KB is too large', async () => {
    const data = { text: 'x'.repeat(257 * 1024) };
    await refusedAs('bodyTooLarge', 413, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: { ...the.DECISION, data } }),
    );
  });

  test('an event that the chart does not know is unknown', async () => {
    await refusedAs('unknownEvent', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: { type: 'MAKE_TEA' } }),
    );
  });

  test("what a neighbouring subject tells can't be forged: it is unknown from outside", async () => {
    await refusedAs('unknownEvent', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: the.INTERNAL }),
    );
  });

  test('an event of another state is not offered here', async () => {
    await refusedAs('notOfferedHere', 409, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, body: the.LATER }),
    );
  });

  test("what is another role's is refused with the guard, the facts and who can clear it", async () => {
    const { body } = await refusedAs(the.DECISION_GUARD, 403, the.APPLICANT, () =>
      service.post(`${href}/actions`, { as: the.APPLICANT, body: the.DECISION }),
    );
    expect(body.blockedBy[0]).toMatchObject({ code: the.DECISION_GUARD, clearedBy: ['officer'] });
  });

  test('an auditor changes nothing', async () => {
    await refusedAs('wrongRole', 403, the.AUDITOR, () =>
      service.post(`${href}/actions`, { as: the.AUDITOR, body: the.DECISION }),
    );
  });

  test('a regulator only announces', async () => {
    await refusedAs('wrongRole', 403, the.REGULATOR, () =>
      service.post(`${href}/actions`, { as: the.REGULATOR, body: the.DECISION }),
    );
  });

  test("another company's case is refused without its facts", async () => {
    const { body } = await refusedAs('notYourCase', 403, the.OTHER_APPLICANT, () =>
      service.post(`${href}/actions`, { as: the.OTHER_APPLICANT, body: the.WITHDRAWAL }),
    );
    expect(body.blockedBy[0].evidence).toEqual({});
  });

  test('a case that is not there is not found', async () => {
    const nowhere = href.replace(/\d{4}$/, '9999');
    await refusedAs('notFound', 404, the.OFFICER, () =>
      service.post(`${nowhere}/actions`, { as: the.OFFICER, body: the.DECISION }),
    );
  });

  test('a key that came with another body is refused', async () => {
    const key = randomUUID();
    await service.post(`${href}/actions`, { as: the.OFFICER, key, body: { type: 'MAKE_TEA' } });
    await refusedAs('keyReused', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, key, body: { type: 'MAKE_COFFEE' } }),
    );
  });

  test('a key that came for another case is refused, though neither request had a body', async () => {
    const key = randomUUID();
    const others = await the.apply(service, the.OTHER_APPLICANT);
    await service.post(`${others}/actions`, { as: the.OFFICER, key });
    await refusedAs('keyReused', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, key }),
    );
  });

  test('what was decided on an older reading of the case is refused, and on the present one taken', async () => {
    const moving = await the.apply(service, the.OTHER_APPLICANT);
    const send = (expectedSeq: number): Promise<Answer> =>
      service.post(`${moving}/actions`, { as: the.OFFICER, body: { ...the.DECISION, expectedSeq } });
    await refusedAs('caseHasMoved', 409, the.OFFICER, () => send(9));
    expect(await send(1)).toMatchObject({ status: 200, body: { seq: 2 } });
    await refusedAs('caseHasMoved', 409, the.OFFICER, () => send(1));
  });

  test('a wish without a key is refused', async () => {
    await refusedAs('keyMissing', 400, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, key: null, body: the.DECISION }),
    );
  });

  test('a document that nobody stored is unknown', async () => {
    const sha256 = createHash('sha256').update('never stored').digest('hex');
    await refusedAs('documentUnknown', 422, the.APPLICANT, () =>
      service.post(`${href}/actions`, { as: the.APPLICANT, body: the.WITH_DOCUMENT(sha256) }),
    );
  });

  test('whoever is not signed in learns nothing and is not recorded', async () => {
    for (const authorization of [undefined, 'Bearer nonsense', `Bearer ${await foreignToken()}`]) {
      const answer = await service.post(`${href}/actions`, {
        body: the.DECISION,
        headers: authorization === undefined ? {} : { authorization },
      });
      expect(answer).toMatchObject({ status: 401, body: { code: 'notSignedIn' } });
      expect(answer.body.command).toBeUndefined();
    }
  });
});

/** A token whose claims were changed after it was signed. */
async function foreignToken(): Promise<string> {
  const [head, , signature] = (await service.token(the.APPLICANT)).split('.');
  const claims = { sub: 'person-officer-1', role: 'officer', org: 'agency', aud: 'rnd-tracks' };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

describe('POST /v1/applications', () => {
  test('an edition that is not served is unknown', async () => {
    await refusedAs('unknownEdition', 422, the.APPLICANT, () =>
      service.post('/v1/applications', { as: the.APPLICANT, body: { ...the.APPLICATION, edition: '1999' } }),
    );
  });

  test('an application after its window has closed is stored with its time and refused', async () => {
    const { body } = await refusedAs('windowClosed', 409, the.APPLICANT, () =>
      service.post('/v1/applications', { as: the.APPLICANT, body: { ...the.APPLICATION, edition: '2026' } }),
    );
    expect(body.blockedBy[0].evidence.closes).toBe(the.TRACK.windowCloses);
  });

  test('only applicants apply', async () => {
    await refusedAs('wrongRole', 403, the.OFFICER, () =>
      service.post('/v1/applications', { as: the.OFFICER, body: the.APPLICATION }),
    );
  });

  test('an application that lacks a field is malformed', async () => {
    await refusedAs('malformedBody', 422, the.APPLICANT, () =>
      service.post('/v1/applications', { as: the.APPLICANT, body: { track: the.TRACK.id } }),
    );
  });
});

describe('POST /v1/documents', () => {
  const headers = { 'content-type': 'application/pdf' };
  const kept = async (): Promise<string[]> => {
    const entries = await readdir(service.documentDir, { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };

  test('a document of another hash than was said is refused, and nothing is kept', async () => {
    const before = await kept();
    const sha256 = createHash('sha256').update('another').digest('hex');
    await refusedAs('documentHashMismatch', 422, the.APPLICANT, () =>
      service.post(`/v1/documents?sha256=${sha256}`, { as: the.APPLICANT, raw: 'one', headers }),
    );
    expect(await kept()).toEqual(before);
  });

  test('a document over 20 MB is too large, whether its length is said or not, and nothing is kept', async () => {
    const before = await kept();
    const bytes = new Uint8Array(LIMIT + 1);
    await refusedAs('documentTooLarge', 413, the.APPLICANT, () =>
      service.post('/v1/documents', { as: the.APPLICANT, raw: bytes, headers }),
    );
    await refusedAs('documentTooLarge', 413, the.APPLICANT, () =>
      service.post('/v1/documents', { as: the.APPLICANT, stream: [bytes], headers }),
    );
    expect(await kept()).toEqual(before);
  });

  test('a document of exactly 20 MB is kept under its hash', async () => {
    const bytes = new Uint8Array(LIMIT).fill(7);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const answer = await service.post('/v1/documents', { as: the.APPLICANT, stream: [bytes], headers });
    expect(answer).toMatchObject({ status: 201, body: { sha256, size: LIMIT } });
    expect(await kept()).toContain(sha256);
  });
});

test('a person who asks too often is told to wait, others go on', async () => {
  const strict = await startService({ requestsPerMinute: 3 });
  try {
    const asked = [];
    for (let n = 0; n < 4; n += 1) asked.push(await strict.get('/v1/me', { as: the.OFFICER }));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(asked[3]?.body.code).toBe('rateLimited');
    expect((await strict.get('/v1/me', { as: the.APPLICANT })).status).toBe(200);
  } finally {
    await strict.stop();
  }
});
