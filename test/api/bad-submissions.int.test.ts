import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { refusing } from './refused.js';
import { startService } from './service.js';
import type { Service } from './service.js';

const LIMIT = 20 * 1024 * 1024;

let service: Service;
let href: string;
const refusedAs = refusing(() => ({ service, href }));

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

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
    const more = Array.from({ length: 21 }, () => new Uint8Array(1024 * 1024));
    await refusedAs('documentTooLarge', 413, the.APPLICANT, () =>
      service.post('/v1/documents', { as: the.APPLICANT, stream: more, headers }),
    );
    expect(await kept()).toEqual(before);
  });

  test.each(['text', 'text/', 'text/pl ain', `text/${'x'.repeat(200)}`])(
    'a document of the media type %j is malformed: it could not be told again',
    async (type) => {
      await refusedAs('malformedBody', 422, the.APPLICANT, () =>
        service.post('/v1/documents', { as: the.APPLICANT, raw: 'x', headers: { 'content-type': type } }),
      );
    },
  );

  test('JSON is no document: it was meant for another address', async () => {
    await refusedAs('malformedBody', 422, the.APPLICANT, () =>
      service.post('/v1/documents', { as: the.APPLICANT, body: the.APPLICATION }),
    );
  });

  test('an auditor stores nothing, also nothing large', async () => {
    const before = await kept();
    await refusedAs('wrongRole', 403, the.AUDITOR, () =>
      service.post('/v1/documents', { as: the.AUDITOR, raw: new Uint8Array(LIMIT), headers }),
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
