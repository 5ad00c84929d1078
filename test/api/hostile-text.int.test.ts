import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Service } from './service.js';

let service: Service;
let href: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

const headers = { 'content-type': 'application/json' };

describe('text that PostgreSQL can not keep', () => {
  test.each([
    ['U+0000 in a value', '{"text":"a\\u0000b"}'],
    ['half a surrogate pair', '{"text":"\\ud800"}'],
    ['U+0000 in a name', '{"a\\u0000":1}'],
    ['U+0000 below thousands of lists', `${'{"a":['.repeat(9_000)}"\\u0000"${']}'.repeat(9_000)}`],
  ])('%s is malformed, and recorded as refused', async (_name, data) => {
    const raw = `{"type":"${the.DECISION.type}","data":${data}}`;
    const answer = await service.post(`${href}/actions`, { as: the.OFFICER, raw, headers });
    // Not a field of the payload: the body as a whole.
    expect(answer).toMatchObject({ status: 422, body: { code: 'malformedBody', errors: [{ path: '' }] } });
    const recorded = await service.get(`/v1/commands/${answer.body.command}`, { as: the.OFFICER });
    expect(recorded.body.state).toBe('refused');
  });

  test('a whole surrogate pair, escaped, is text like any other', async () => {
    const raw = '{"type":"MAKE_TEA","data":{"text":"\\ud83c\\udf75"}}';
    const answer = await service.post(`${href}/actions`, { as: the.OFFICER, raw, headers });
    expect(answer.body.code).toBe('unknownEvent');
  });

  test.each([
    '/v1/projects?state=%00',
    '/v1/projects?company=a%00',
    `/v1/projects?cursor=${Buffer.from('a\0b').toString('base64url')}`,
    '/v1/projects/2026%00/structured/0001',
    '/v1/commands/%00',
    '/v1/statement?project=%00',
  ])('it is malformed in an address too: %s', async (address) => {
    const answer = await service.get(address, { as: the.OFFICER });
    expect(answer).toMatchObject({ status: 422, body: { code: 'malformedBody' } });
  });
});

describe('numbers and dates that PostgreSQL can not hold', () => {
  test.each(['/timeline?after=99999999999999', '/timeline?limit=100000'])('%s is malformed', async (rest) => {
    const answer = await service.get(`${href}${rest}`, { as: the.OFFICER });
    expect(answer).toMatchObject({ status: 422, body: { code: 'malformedBody' } });
  });

  test('the year 0 is malformed', async () => {
    const answer = await service.get('/v1/projects?dueBefore=0000-01-01T00:00:00Z', { as: the.OFFICER });
    expect(answer).toMatchObject({ status: 422, body: { code: 'malformedBody' } });
  });
});

test('an address that can not be read is not found, in the catalogue’s words', async () => {
  const answer = await service.get('/v1/%zz', { as: the.OFFICER });
  expect(answer).toMatchObject({ status: 404, body: { code: 'notFound' } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

describe('GET /metrics', () => {
  test('it is read on this machine', async () => {
    expect((await service.get('/metrics')).body).toContain('rnd_http_request_seconds');
  });

  test('what a proxy passes on is not found', async () => {
    for (const name of ['x-forwarded-for', 'forwarded'])
      expect((await service.get('/metrics', { headers: { [name]: 'for=10.0.0.9' } })).status).toBe(404);
  });
});
