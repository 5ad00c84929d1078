import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defectWords } from '../../src/contract/http/problem.js';
import { appendRow } from '../../src/ledger/append.js';
import { identityOf, rowOf } from '../ledger/books.js';
import * as the from './a-case.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

let service: Service;
let href: string;

beforeAll(async () => {
  service = await startService();
  href = await the.apply(service);
});
afterAll(() => service.stop());

describe('GET …/chart', () => {
  test('it says where the case stands, and its picture has that state marked', async () => {
    const { body } = await service.get(`${href}/chart`, { as: the.APPLICANT });
    expect(body).toMatchObject({ state: 'submitted', isClosed: false });
    const graph = await service.get(body.href, { as: the.APPLICANT });
    expect(graph.body.states.map(({ path }: Json) => path)).toContain('submitted');
    const marked = await service.get(body.picture, { as: the.APPLICANT });
    const plain = await service.get(`${body.href}?format=svg`, { as: the.APPLICANT });
    expect(marked.body).toMatch(/^<svg/);
    expect(marked.body).not.toBe(plain.body);
  });

  test('another company’s case is not found', async () => {
    expect((await service.get(`${href}/chart`, { as: the.OTHER_APPLICANT })).status).toBe(404);
  });
});

test('GET /v1/projects?mine lists the cases whose move is the reader’s', async () => {
  const mine = async (as: string): Promise<string[]> =>
    (await service.get('/v1/projects?mine=true', { as })).body.items.map((item: Json) => item.href);
  expect(await mine(the.OFFICER)).toEqual([href]);
  expect(await mine(the.AUDITOR)).toEqual([]);
});

test('a defect is told by its request id, in both languages, and without anything of what went wrong', async () => {
  const id = 'project/2026/structured/9001';
  const row = rowOf(id, 1, { identity: identityOf(id, { editionHash: 'not the edition’s' }) });
  await appendRow(service.ledger, { ...row, identity: { ...row.identity, chartId: 'structuredProject.v1' } });
  const answer = await service.get('/v1/projects/2026/structured/9001/actions', {
    as: the.OFFICER,
    headers: { 'accept-language': 'en' },
  });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer).toEqual({
    status: 500,
    headers: answer.headers,
    body: {
      ...{ type: 'about:blank', status: 500, requestId: expect.any(String) },
      ...{ title: defectWords.title.en, detail: defectWords.detail.en, titles: defectWords.title },
    },
  });
});

test('OpenAPI tells an application’s track by a discriminator whose every branch is there', async () => {
  const { body } = await service.get('/openapi.json');
  const schema = body.paths['/v1/applications'].post.requestBody.content['application/json'].schema;
  const named = (reference: string): Json => body.components.schemas[reference.split('/').at(-1) ?? ''];
  const { discriminator, oneOf } = named(schema.$ref);
  expect(discriminator.propertyName).toBe('track');
  expect(new Set(Object.values(discriminator.mapping))).toEqual(new Set(oneOf.map(({ $ref }: Json) => $ref)));
  for (const [track, reference] of Object.entries<string>(discriminator.mapping))
    expect(named(reference).properties.track.const).toBe(track);
});
