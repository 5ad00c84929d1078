import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { refusing } from './refused.js';
import { startService } from './service.js';
import type { Service } from './service.js';

let service: Service;
let href: string;
const refusedAs = refusing(() => ({ service, href }));

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

/** Asks for an address exactly as it is written: `fetch` would put it in order first. */
async function askedAsWritten(path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(service.url);
  const authorization = `Bearer ${await service.token(the.OFFICER)}`;
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, headers: { authorization } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asking.on('error', reject).end();
  });
}

describe('Addresses that try to lead elsewhere', () => {
  test.each([
    ['/v1/documents/..%2f..%2fkey.json', 422, 'malformedBody'],
    ['/v1/documents/../../../../etc/passwd', 404, 'notFound'],
    ['/v1/documents/%2e%2e%2f%2e%2e%2fkey.json', 422, 'malformedBody'],
    ['/docs/..%2f..%2fpackage.json', 404, 'notFound'],
    ['/docs/../../package.json', 404, 'notFound'],
    ['/v1/projects/../../../etc/passwd', 404, 'notFound'],
    ['/v1/projects/..%2f2026/structured/0001', 422, 'malformedBody'],
    ['/v1/projects/__proto__/structured/0001', 422, 'malformedBody'],
    ['/v1/projects/constructor/structured/0001', 404, 'notFound'],
    ['/v1/projects/2026/constructor/0001', 404, 'notFound'],
    ['/v1/projects/2026/structured/-001', 422, 'malformedBody'],
    [`/v1/projects/2026/structured/${'9'.repeat(60)}`, 422, 'malformedBody'],
    ['/v1/editions/__proto__', 422, 'unknownEdition'],
    ['/v1/editions/..%2f..%2f..%2fpackage', 422, 'unknownEdition'],
    ['/v1/charts/constructor', 404, 'notFound'],
    ['/v1/charts/structuredProject.v1?format=svg&at=__proto__', 404, 'notFound'],
    ['/v1/commands/..%2fcommands', 404, 'notFound'],
    ['/v1/projects?limit=1&limit=2', 422, 'malformedBody'],
    ['/v1/projects?limit=0', 422, 'malformedBody'],
    ['/v1/projects?limit=', 422, 'malformedBody'],
    ['/v1/projects?__proto__[track]=mitIlp', 422, 'malformedBody'],
    ['/v1/projects?nonsense=1', 422, 'malformedBody'],
    ['/v1/nothing', 404, 'notFound'],
    [`/v1/${'x'.repeat(4_000)}`, 404, 'notFound'],
  ])('%s is answered with %i %s', async (path, status, code) => {
    const answer = await askedAsWritten(path);
    expect({ status: answer.status, code: (JSON.parse(answer.text) as { code: string }).code }).toEqual({
      ...{ status, code },
    });
  });
});

const headers = { 'content-type': 'application/json' };

describe('JSON that tries to become something else', () => {
  test.each([
    ['a prototype', `{"type":"${the.DECISION.type}","__proto__":{"isAdmin":true}}`],
    ['a prototype further in', `{"type":"${the.DECISION.type}","data":{"__proto__":{"ground":"x"}}}`],
    ['a prototype in escapes', `{"type":"${the.DECISION.type}","\\u005f\\u005fproto__":{}}`],
    ['a constructor', `{"type":"${the.DECISION.type}","data":{"constructor":{"prototype":{"a":1}}}}`],
    ['a name of every object', '{"type":"toString"}'],
    ['a list', `[{"type":"${the.DECISION.type}"}]`],
    ['null', 'null'],
    ['a number', '7'],
    ['text', '"PASS_PRECHECK"'],
    ['two documents', '{"type":"PASS_PRECHECK"}{}'],
    ['a list in place of the event', `{"type":["${the.DECISION.type}"]}`],
    ['a list in place of the data', `{"type":"${the.DECISION.type}","data":[]}`],
    [
      'a list of lists of lists',
      `{"type":"${the.DECISION.type}","data":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
    ],
    ['a sender', `{"type":"${the.DECISION.type}","by":{"person":"person-officer-1","role":"officer"}}`],
    ['a time of receipt', `{"type":"${the.DECISION.type}","receivedAt":"2020-01-01T00:00:00.000Z"}`],
    ['a number that it was never read at', `{"type":"${the.DECISION.type}","expectedSeq":1.5}`],
  ])('%s is malformed', async (_, raw) => {
    await refusedAs('malformedBody', 422, the.OFFICER, () =>
      service.post(`${href}/actions`, { as: the.OFFICER, raw, headers }),
    );
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  test.each(['CONSTRUCTOR', 'HAS_OWN_PROPERTY', 'SUBMIT', 'PAYMENT_CONFIRMED', 'TRANCHE_CHANGED'])(
    'the event %s is unknown from outside',
    async (type) => {
      await refusedAs('unknownEvent', 422, the.OFFICER, () =>
        service.post(`${href}/actions`, { as: the.OFFICER, body: { type } }),
      );
    },
  );

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a body of the media type %s is malformed',
    async (type) => {
      const raw = JSON.stringify(the.DECISION);
      await refusedAs('malformedBody', 422, the.OFFICER, () =>
        service.post(`${href}/actions`, { as: the.OFFICER, raw, headers: { 'content-type': type } }),
      );
    },
  );

  test('an application that names its own company or number is malformed', async () => {
    for (const own of [{ companyId: 'company-0002' }, { subjectId: 'project/2026/structured/0001' }])
      await refusedAs('malformedBody', 422, the.APPLICANT, () =>
        service.post('/v1/applications', { as: the.APPLICANT, body: { ...the.APPLICATION, ...own } }),
      );
  });

  test.each(['__proto__', 'constructor', '../2026', '', 7, null, ['2026']])(
    'an edition %j is unknown',
    async (edition) => {
      await refusedAs('unknownEdition', 422, the.APPLICANT, () =>
        service.post('/v1/applications', { as: the.APPLICANT, body: { ...the.APPLICATION, edition } }),
      );
    },
  );
});
