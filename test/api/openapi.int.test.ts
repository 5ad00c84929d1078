import { validate } from '@scalar/openapi-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusals } from '../../src/contract/refusals.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

const PROJECT = '/v1/projects/{edition}/{track}/{number}';
const TRANCHE = '/v1/tranches/{edition}/{track}/{number}/{no}';
const BESIDE = ['objections', 'changes', 'settlements', 'recoveries', 'sanctions'];
const beside = (kind: string) => `/v1/${kind}/{edition}/{track}/{number}/{no}`;
const CALL = '/v1/calls/{edition}/{track}/{competition}';

/** Files and registers, by which applications come in and are held against what staff keep. */
const INTAKE = [
  'POST /v1/imports/{kind}',
  'GET /v1/imports/{id}',
  'GET /v1/imports/{id}/rows',
  'POST /v1/reconciliations',
  'GET /v1/companies',
  'GET /v1/partners',
  'POST /v1/partners/{id}/departure',
  'GET /v1/proposals',
  'GET /v1/drafts',
  'POST /v1/drafts',
  'GET /v1/drafts/{id}',
  'PUT /v1/drafts/{id}',
  'DELETE /v1/drafts/{id}',
  'POST /v1/drafts/{id}/submission',
];

/** Who stands in for whom, whose desk it is, which days are off: registers that staff keep. */
const REGISTERS = [
  'POST /v1/delegations',
  'GET /v1/delegations',
  'DELETE /v1/delegations/{id}',
  'POST /v1/desks',
  'GET /v1/desks',
  'POST /v1/role-revocations',
  'GET /v1/role-revocations',
  'POST /v1/holidays',
  'GET /v1/holidays',
  'POST /v1/holidays/{id}/approval',
  'POST /v1/holidays/{id}/refusal',
  'POST /v1/calendar-feeds',
  'GET /v1/calendar-feeds',
  'GET /v1/calendar-feeds/{feed}',
  'DELETE /v1/calendar-feeds/{feed}',
];

/** The addresses that clients build on: one that goes, or comes without being documented, is seen here. */
const ADDRESSES = [
  'GET /healthz',
  'GET /readyz',
  'POST /v1/applications',
  'POST /v1/bulk',
  'GET /v1/bulk/{id}',
  'GET /v1/calls',
  'POST /v1/calls',
  `GET ${CALL}`,
  `GET ${CALL}/applications`,
  `GET ${CALL}/pre-check`,
  `POST ${CALL}/assignments`,
  `GET ${CALL}/lists`,
  `POST ${CALL}/lists`,
  `GET ${CALL}/lists/{sha256}`,
  `GET ${CALL}/places`,
  ...INTAKE,
  ...REGISTERS,
  'GET /v1/clocks',
  'GET /v1/statements',
  'GET /v1/statements/lines',
  'GET /v1/trial-balance',
  'POST /v1/draws/collection',
  'GET /v1/charts',
  'GET /v1/charts/{id}',
  'GET /v1/commands',
  'GET /v1/commands/{id}',
  'POST /v1/documents',
  'GET /v1/documents/{sha256}',
  'GET /v1/editions',
  'GET /v1/editions/{id}',
  'GET /v1/me',
  'GET /v1/notices',
  ...BESIDE.flatMap((kind) => [`GET /v1/${kind}`, `GET ${beside(kind)}`]),
  'GET /v1/projects',
  `GET ${PROJECT}`,
  `GET ${PROJECT}/rank`,
  `GET ${PROJECT}/tranches`,
  'GET /v1/statement',
  'GET /v1/tranches',
  `GET ${TRANCHE}`,
  ...[PROJECT, TRANCHE, CALL, ...BESIDE.map(beside)].flatMap((each) => [
    ...['actions', 'chart', 'timeline'].map((name) => `GET ${each}/${name}`),
    `POST ${each}/actions`,
  ]),
];

let service: Service;
let document: Json;
let operations: [string, Json][];

beforeAll(async () => {
  service = await startService();
  document = (await service.get('/openapi.json')).body;
  operations = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]): [string, Json] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});
afterAll(() => service.stop());

test('it is a document of OpenAPI 3.1, by the specification’s own schema', () => {
  const { valid, version, errors } = validate(document, { checkPathParameters: true });
  expect({ valid, version, errors }).toEqual({ valid: true, version: '3.1', errors: [] });
});

test('every shape in it is JSON Schema, and every reference leads to one of them', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, schema] of Object.entries<Json>(document.components.schemas))
    expect({ name, isSchema: ajv.validateSchema(schema), errors: ajv.errors ?? [] }).toEqual({
      ...{ name, isSchema: true, errors: [] },
    });
  const named = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
  expect(new Set(named.map(([, name]) => name))).toEqual(new Set(Object.keys(document.components.schemas)));
});

test('it names every refusal of the catalogue', () => {
  expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(refusals));
});

test('every address needs a token but those that say they need none', async () => {
  for (const [address, { security }] of operations) {
    const [method = '', path = ''] = address.split(' ');
    const { status } = await service.send(method, path.replaceAll(/\{[^}]+\}/g, '0001'), {});
    // A calendar is known by its secret address alone.
    const known = path.startsWith('/v1/calendar-feeds/') ? [404] : [200, 503];
    if (security?.length === 0) expect(known, address).toContain(status);
    else expect({ address, status }).toEqual({ address, status: 401 });
  }
});

test('every address is documented, and no other', () => {
  expect(operations.map(([address]) => address).sort()).toEqual([...ADDRESSES].sort());
});

test('every parameter in an address is documented as one', () => {
  for (const [address, { parameters = [] }] of operations) {
    const inPath = parameters.filter((each: Json) => each.in === 'path').map(({ name }: Json) => name);
    expect({ address, inPath }).toEqual({
      address,
      inPath: [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
    });
  }
});

test('every address that needs a token documents its refusals as problem+json', () => {
  for (const [address, { responses, security }] of operations) {
    if (security?.length === 0) continue;
    const schema = responses['4XX']?.content['application/problem+json']?.schema;
    expect({ address, schema }).toEqual({ address, schema: { $ref: '#/components/schemas/Problem' } });
  }
});

/** What is named by its own hash: stored twice it is once, without a key. */
const BY_HASH = ['POST /v1/documents', `POST ${CALL}/lists`];

/** What is answered item by item, with what is still under way. */
const OF_MANY = ['POST /v1/bulk', `POST ${CALL}/assignments`, 'POST /v1/draws/collection'];

test('what is sent is documented with its key, and with what 202 means', () => {
  for (const [address, operation] of operations) {
    if (!address.startsWith('POST') || [...BY_HASH, ...INTAKE, ...REGISTERS].includes(address)) continue;
    expect(operation.parameters.map(({ name }: Json) => name)).toContain('idempotency-key');
    if (!OF_MANY.includes(address)) expect(Object.keys(operation.responses)).toContain('202');
    expect(operation.requestBody.content['application/json'].schema.$ref).toBeDefined();
  }
});
