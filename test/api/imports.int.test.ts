import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eucKr } from '../files/euc-kr.js';
import {
  altered,
  companiesCsv,
  companyOf,
  csvOf,
  irisSheet,
  numberOf,
  proposalSheet,
  send,
  xlsxOf,
} from './import-files.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

const AUDITOR = 'person-auditor-1';
const ADMINISTRATOR = 'person-administrator-1';

let service: Service;
beforeAll(async () => {
  service = await startService({ editions: ['2026-pocket'] });
});
afterAll(() => service.stop());

/** How many entries of a kind stand in the books. */
async function entries(table: 'company' | 'proposal' | 'command_inbox'): Promise<number> {
  const { rows } = await service.ledger.pool.query<{ count: number }>(
    `select count(*)::integer as count from ${table} ${table === 'command_inbox' ? `where kind = 'start'` : ''}`,
  );
  return rows[0]?.count ?? 0;
}

/** The errors of a report or of a refusal, short. */
const brief = (errors: Json): unknown => errors.map(({ row, column, code }: Json) => [row, column, code]);

describe('Who may import', () => {
  test('is an officer; anybody else is refused, and that is on record', async () => {
    for (const as of ['person-applicant-0001', 'person-committee-1', AUDITOR, ADMINISTRATOR]) {
      const { status, body } = await send(service, 'imports/companies', companiesCsv(1), { as });
      expect([status, body.code]).toEqual([403, 'wrongRole']);
      expect(body.command).toBeTypeOf('string');
    }
    expect(await entries('company')).toBe(0);
  });
});

describe('A register of companies', () => {
  test('is imported whole, and says nothing new a second time', async () => {
    const first = await send(service, 'imports/companies', companiesCsv(30));
    expect([first.status, first.body]).toMatchObject([
      201,
      {
        kind: 'companies',
        edition: '2026-pocket',
        rows: 30,
        accepted: 30,
        rejected: 0,
        duplicates: 0,
        dryRun: false,
      },
    ]);
    const again = await send(service, 'imports/companies', companiesCsv(30));
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const longer = await send(service, 'imports/companies', companiesCsv(40));
    expect(longer.body).toMatchObject({ accepted: 10, duplicates: 30 });
    expect(await entries('company')).toBe(40);
  });

  test('that was imported, then corrected by another file, can be imported again', async () => {
    const renamed = csvOf({
      name: 'x',
      header: ['사업자등록번호', '기업명'],
      rows: [[numberOf(1), '(주)새이름']],
    });
    expect((await send(service, 'imports/companies', renamed)).body).toMatchObject({ accepted: 1 });
    expect((await send(service, 'imports/companies', companiesCsv(40))).body).toMatchObject({
      ...{ accepted: 1, duplicates: 39 },
    });
  });

  test('with one faulty row is not imported at all, unless the good rows alone are wanted', async () => {
    const header = ['사업자등록번호', '기업명'];
    const rows = [
      [numberOf(50), '(주)쉰'],
      ['123-45-67890', '(주)번호오류'],
      [numberOf(51), '(주)쉰하나'],
      [numberOf(51), '(주)같은번호'],
    ];
    const file = csvOf({ name: 'x', header, rows });
    const refused = await send(service, 'imports/companies', file);
    expect([refused.status, refused.body.code]).toEqual([422, 'importHasFaultyRows']);
    expect(refused.body.errors[0]).toEqual({
      path: '3.사업자등록번호',
      message: expect.stringMatching(/검증 숫자.* \/ .*check digit/),
    });
    expect(await entries('company')).toBe(40);

    const tried = await send(service, 'imports/companies?dryRun=true&mode=valid', file);
    expect([tried.status, tried.body]).toMatchObject([
      200,
      { id: null, dryRun: true, accepted: 1, rejected: 3 },
    ]);
    expect(brief(tried.body.errors)).toEqual([
      [3, '사업자등록번호', 'cellMalformed'],
      [4, '사업자등록번호', 'repeatedInFile'],
      [5, '사업자등록번호', 'repeatedInFile'],
    ]);
    expect(await entries('company')).toBe(40);

    const named = await send(service, 'imports/companies?rows=2', file);
    expect([named.status, named.body]).toMatchObject([201, { rows: 1, accepted: 1, rejected: 0 }]);
    expect(await entries('company')).toBe(41);
    const { body } = await service.get(`/v1/imports/${named.body.id}/rows`, { as: AUDITOR });
    expect(body.items).toEqual([
      { row: 2, outcome: 'accepted', became: `company-${numberOf(50)}`, errors: [] },
    ]);
  });

  test('that gives a known number another id is refused, with what is registered', async () => {
    const rows = [['company-0099', numberOf(2), '(주)둘']];
    const file = csvOf({ name: 'x', header: ['기업 식별자', '사업자등록번호', '기업명'], rows });
    const { body } = await send(service, 'imports/companies?dryRun=true', file);
    expect(brief(body.errors)).toEqual([[2, '사업자등록번호', 'companyNumberTaken']]);
    expect(body.errors[0].message.ko).toContain(`${numberOf(2)} = ${companyOf(2)}`);
  });
});

describe('647 technology proposals', () => {
  test('are imported in seconds, as CSV in EUC-KR and as XLSX, and the second file says nothing new', async () => {
    const sheet = proposalSheet(647);
    const csv = eucKr(csvOf(sheet).toString('utf8').slice(1));
    const before = Date.now();
    const first = await send(service, 'imports/proposals', csv);
    const [seconds, xlsx] = [(Date.now() - before) / 1_000, await xlsxOf(sheet)];
    expect([first.status, first.body]).toMatchObject([201, { rows: 647, accepted: 647, errorCount: 0 }]);
    expect(seconds).toBeLessThan(10);
    const second = await send(service, 'imports/proposals', xlsx, { type: 'application/octet-stream' });
    expect([second.status, second.body]).toMatchObject([201, { accepted: 0, duplicates: 647 }]);
    expect(await entries('proposal')).toBe(647);
  });

  test('are known by their partners’ names, and one of a partner who isn’t registered is faulty', async () => {
    const { body } = await service.get('/v1/proposals?partner=partner-purdue&limit=1', { as: AUDITOR });
    expect(body.items[0]).toMatchObject({
      id: 'P-0004',
      partner: 'partner-purdue',
      sector: 'B1',
      state: 'open',
    });
    const strange = altered(proposalSheet(3), 1, { 협력기관: '없는 연구소' });
    const { body: tried } = await send(service, 'imports/proposals?dryRun=true', csvOf(strange));
    expect(brief(tried.errors)).toEqual([[3, '협력기관', 'partnerNotRegistered']]);
  });
});

describe('Applications out of IRIS', () => {
  test('become projects of their companies, received when IRIS had them', async () => {
    const { status, body } = await send(
      service,
      'imports/applications?track=structured',
      csvOf(irisSheet(5)),
    );
    expect([status, body]).toMatchObject([201, { kind: 'applications', rows: 5, accepted: 5 }]);
    const { body: rows } = await service.get(`/v1/imports/${body.id}/rows`, { as: AUDITOR });
    const command = await applied(rows.items[2].became);
    const project = await service.get(`/v1/${command.case.replace('project', 'projects')}`, { as: AUDITOR });
    expect(project.body).toMatchObject({
      ...{ company: companyOf(3), partner: 'partner-tno', track: 'structured', state: 'submitted' },
    });
    expect(project.body.facts.requested).toMatchObject({ government: '300000000' });
    const { body: own } = await service.get('/v1/projects', { as: 'person-applicant-0003' });
    expect(own.items.map(({ company }: Json) => company)).toEqual([companyOf(3)]);
  });

  test('come once, whoever imports them, in whichever file', async () => {
    const longer = await xlsxOf(irisSheet(8));
    const { body } = await send(service, 'imports/applications?track=structured', longer, {
      as: 'person-officer-2',
    });
    expect(body).toMatchObject({ accepted: 3, duplicates: 5 });
    expect(await entries('command_inbox')).toBe(8);
  });

  test('imported by two officers at once come once', async () => {
    const file = csvOf(irisSheet(12));
    const answers = await Promise.all(
      ['person-officer-1', 'person-officer-3'].map((as) =>
        send(service, 'imports/applications?track=structured', file, { as }),
      ),
    );
    // The second is answered as the first was: it has nothing left to do.
    expect(answers.map(({ body }) => body.accepted)).toEqual([4, 4]);
    const replayed = answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true');
    expect(replayed).toHaveLength(1);
    expect(await entries('command_inbox')).toBe(12);
  });

  test('that say something else than before are told, and change nothing', async () => {
    const changed = altered(irisSheet(1), 0, { '과제명(국문)': '다른 과제' });
    const { body } = await send(service, 'imports/applications?track=structured&dryRun=true', csvOf(changed));
    expect(brief(body.errors)).toEqual([[2, '접수번호', 'irisNumberDiffers']]);
  });

  test('of companies that aren’t registered, of the future or late, are faulty in a trial already', async () => {
    const sheet = [
      [20, { 사업자등록번호: numberOf(900) }],
      [21, { 접수일시: '2099-01-01 09:00:00' }],
      [22, { 접수일시: '2001-01-01 09:00:00' }],
    ].reduce((each, [row, cells]) => altered(each, row as number, cells as never), irisSheet(24));
    const { body } = await send(
      service,
      'imports/applications?track=structured&dryRun=true&rows=22-24',
      csvOf(sheet),
    );
    expect(brief(body.errors)).toEqual([
      [22, '사업자등록번호', 'companyNotRegistered'],
      [23, '접수일시', 'receivedInFuture'],
      [24, '접수일시', 'windowNotOpen'],
    ]);
    expect(await entries('command_inbox')).toBe(12);
  });
});

/** A command once its case has it. */
async function applied(id: string): Promise<Json> {
  for (;;) {
    const { body } = await service.get(`/v1/commands/${id}`, { as: AUDITOR });
    if (body.state !== 'received') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
