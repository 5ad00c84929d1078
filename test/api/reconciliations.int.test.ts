import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../src/files/read.js';
import { altered, companiesCsv, companyOf, csvOf, irisSheet, numberOf, send } from './import-files.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

const OFFICER = 'person-officer-1';
const OWN = {
  track: 'structured',
  title: { ko: '직접 신청한 과제', en: 'Applied for here' },
  sector: 'A3',
  partnerId: 'partner-tno',
  proposalId: 'P-0007',
  money: { government: '300000000', firmCash: '50000000', firmInKind: '50000000', partnerCost: '100000000' },
};

let service: Service;
beforeAll(async () => {
  service = await startService({ editions: ['2026-pocket'] });
  await send(service, 'imports/companies', companiesCsv(10));
  await send(service, 'imports/applications?track=structured', csvOf(irisSheet(5)));
  // Two firms came to this service itself: one of them is in IRIS too, one is not.
  for (const as of ['person-applicant-0006', 'person-applicant-0009'])
    await service.post('/v1/applications', { as, body: OWN });
});
afterAll(() => service.stop());

// Row 1 says another title, row 4 (company 5) is left out, row 5 is company 6's, and row 6 company 7's, whom nobody knows here.
const changed = altered(irisSheet(7), 1, {
  '과제명(국문)': '바뀐 제목',
  '정부지원연구개발비(천원)': '310,000',
});
const iris = { ...changed, rows: changed.rows.filter((_, index) => index !== 4) };
const FILE = csvOf(altered(iris, 4, { '과제명(국문)': OWN.title.ko, 제안번호: OWN.proposalId }));

test('what IRIS has and this service hasn’t, the other way round, and what differs, each stand in a list', async () => {
  const { status, body } = await send(service, 'reconciliations?track=structured', FILE);
  expect(status).toBe(200);
  expect(body).toMatchObject({ inIris: 6, here: 7, same: 4, unreadable: [] });
  expect(
    body.inIrisNotHere.map(({ irisNumber, businessNumber }: Json) => [irisNumber, businessNumber]),
  ).toEqual([['IRIS-2026-00007', numberOf(7)]]);
  expect(body.hereNotInIris.map(({ irisNumber, company }: Json) => [irisNumber, company])).toEqual([
    ['IRIS-2026-00005', companyOf(5)],
    [null, companyOf(9)],
  ]);
  expect(body.different.map(({ field, iris: theirs, here }: Json) => [field, theirs, here])).toEqual([
    ['titleKo', '바뀐 제목', '공동연구 과제 2'],
    ['government', '310000000', '300000000'],
  ]);
  expect(body.different[0].href).toMatch(/^\/v1\/projects\/2026-pocket\/structured\/\d{4}$/);
});

test('nothing is written by it, and it says the same again', async () => {
  const count = async (): Promise<unknown> =>
    (await service.ledger.pool.query('select count(*) from command_inbox')).rows;
  const before = await count();
  const [first, second] = [
    await send(service, 'reconciliations?track=structured', FILE),
    await send(service, 'reconciliations?track=structured', FILE),
  ];
  expect(second.body).toEqual(first.body);
  expect(await count()).toEqual(before);
});

test('a row that can’t be read is told, and the others are compared', async () => {
  const broken = altered(iris, 0, { 접수일시: '어제' });
  const { body } = await send(service, 'reconciliations?track=structured', csvOf(broken));
  expect(body.unreadable).toMatchObject([{ row: 2, column: '접수일시', code: 'cellMalformed' }]);
  expect(body.hereNotInIris).toHaveLength(3);
});

test('it can be had as a file to work through, a line for each', async () => {
  const answer = await fetch(new URL('/v1/reconciliations?track=structured&format=csv', service.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${await service.token(OFFICER)}`, 'content-type': 'text/csv' },
    body: new Uint8Array(FILE),
  });
  const { rows } = await readTable(Buffer.from(await answer.arrayBuffer()));
  expect(rows.map(({ cells }) => cells[0])).toEqual([
    ...['IRIS에만 있음 In IRIS only', 'IRIS에 없음 Here only', 'IRIS에 없음 Here only'],
    ...['다름 Different', '다름 Different'],
  ]);
});

test('it is staff’s to see, and an auditor’s', async () => {
  for (const [as, status] of [
    ['person-applicant-0001', 403],
    ['person-partner-tno', 403],
    ['person-auditor-1', 200],
  ] as const)
    expect((await send(service, 'reconciliations?track=structured', FILE, { as })).status).toBe(status);
});
