import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../src/files/read.js';
import { companiesCsv, companyOf, csvOf, irisSheet, numberOf, proposalSheet, send } from './import-files.js';
import { startService } from './service.js';
import type { Json, Service } from './service.js';

const APPLICANT = 'person-applicant-0003';
const OFFICER = 'person-officer-1';
const AUDITOR = 'person-auditor-1';
const PARTNER = 'person-partner-tno';

let service: Service;
beforeAll(async () => {
  service = await startService({ editions: ['2026-pocket'] });
  await send(service, 'imports/companies', companiesCsv(30));
  await send(service, 'imports/proposals', csvOf(proposalSheet(25)));
});
afterAll(() => service.stop());

/** A file that was answered, as its reader has it. */
async function fileOf(
  path: string,
  as = AUDITOR,
): Promise<{ readonly type: string; readonly bytes: Buffer }> {
  const answer = await fetch(new URL(path, service.url), {
    headers: { authorization: `Bearer ${await service.token(as)}` },
  });
  return { type: answer.headers.get('content-type') ?? '', bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('The register of companies', () => {
  test('is read a page at a time, and narrowed to a text', async () => {
    const first = await service.get('/v1/companies?limit=20', { as: AUDITOR });
    const second = await service.get(`/v1/companies?limit=20&cursor=${first.body.next}`, { as: AUDITOR });
    const ids = [...first.body.items, ...second.body.items].map(({ id }: Json) => id);
    expect(ids).toEqual(Array.from({ length: 30 }, (_, index) => companyOf(index + 1)));
    expect(second.body.next).toBeNull();
    const { body } = await service.get(`/v1/companies?text=${numberOf(7)}`, { as: OFFICER });
    expect(body.items).toEqual([
      { id: companyOf(7), businessNumber: numberOf(7), name: { ko: '(주)가상기업7', en: 'Invented 7' } },
    ]);
  });

  test('shows an applicant its own company, and others none', async () => {
    const { body } = await service.get('/v1/companies', { as: APPLICANT });
    expect(body.items.map(({ id }: Json) => id)).toEqual([companyOf(3)]);
    expect((await service.get('/v1/companies', { as: PARTNER })).body.code).toBe('wrongRole');
    const { bytes } = await fileOf('/v1/companies?format=csv', APPLICANT);
    expect((await readTable(bytes)).rows).toHaveLength(1);
  });

  test.each(['csv', 'xlsx'])(
    'as %s holds every company, and says nothing new when it is imported',
    async (format) => {
      const { type, bytes } = await fileOf(`/v1/companies?format=${format}&limit=5`);
      expect(type).toMatch(format === 'csv' ? /^text\/csv/ : /spreadsheetml/);
      expect((await readTable(bytes)).rows).toHaveLength(30);
      const { body } = await send(service, 'imports/companies?dryRun=true', bytes, {
        type: 'application/octet-stream',
      });
      expect(body).toMatchObject({ rows: 30, accepted: 0, duplicates: 30, errorCount: 0 });
    },
  );
});

describe('The register of proposals', () => {
  test('is anybody’s to read who is signed in, narrowed to a partner, a sector or a state', async () => {
    for (const as of [APPLICANT, PARTNER, OFFICER]) {
      const { body } = await service.get('/v1/proposals?partner=partner-csem&sector=A3&state=open', { as });
      expect(body.items.map(({ id }: Json) => id)).toEqual([
        'P-0002',
        'P-0007',
        'P-0012',
        'P-0017',
        'P-0022',
      ]);
    }
    expect((await service.get('/v1/proposals', {})).status).toBe(401);
  });

  test.each(['csv', 'xlsx'])('as %s is what was imported, in either language', async (format) => {
    const { bytes } = await fileOf(`/v1/proposals?format=${format}`);
    const { body } = await send(service, 'imports/proposals?dryRun=true', bytes, {
      type: 'application/octet-stream',
    });
    expect(body).toMatchObject({ rows: 25, duplicates: 25, errorCount: 0 });
    expect(body.columns.every(({ field }: Json) => field !== null)).toBe(true);
  });
});

describe('A partner that leaves the program', () => {
  const departure = { on: '2026-05-01', ground: '협약 종료' };
  const leave = (as: string, body: object = departure) =>
    service.post('/v1/partners/partner-tno/departure', { as, body, key: null });

  test('has those of the edition for its register, before anybody brought any', async () => {
    const { body } = await service.get('/v1/partners', { as: APPLICANT });
    expect(body.items.find(({ id }: Json) => id === 'partner-tno')).toMatchObject({
      country: 'NL',
      leftOn: null,
    });
  });

  test('is let go by an officer or an administrator only, on a day and for a ground', async () => {
    for (const as of [APPLICANT, PARTNER, AUDITOR]) expect((await leave(as)).body.code).toBe('wrongRole');
    expect((await leave(OFFICER, { on: '5월 1일', ground: '' })).body.code).toBe('malformedBody');
    const nobody = await service.post('/v1/partners/nobody/departure', {
      as: OFFICER,
      body: departure,
      key: null,
    });
    expect(nobody.status).toBe(404);
  });

  test('has its open proposals closed, and those who run projects with it named', async () => {
    await send(service, 'imports/applications?track=structured', csvOf(irisSheet(2)));
    while ((await service.get('/v1/projects?open=true', { as: OFFICER })).body.items.length < 2);
    const { status, body } = await leave(OFFICER);
    expect([status, body.leftOn]).toEqual([200, '2026-05-01']);
    expect(body.closedProposals).toEqual(['P-0001', 'P-0006', 'P-0011', 'P-0016', 'P-0021']);
    expect(body.runningProjects.map(({ id }: Json) => id)).toEqual([
      'project/2026-pocket/structured/0001',
      'project/2026-pocket/structured/0002',
    ]);
    const { body: left } = await service.get('/v1/proposals?partner=partner-tno&state=open', {
      as: APPLICANT,
    });
    expect(left.items).toEqual([]);
  });

  test('can’t leave on another day as well, and puts forward no open proposal any more', async () => {
    expect((await leave(OFFICER, { on: '2026-06-01', ground: '정정' })).body.code).toBe('partnerLeftAlready');
    const { body } = await send(service, 'imports/proposals?dryRun=true', csvOf(proposalSheet(1)));
    expect(body.errors).toMatchObject([{ row: 2, column: '협력기관', code: 'partnerHasLeft' }]);
  });
});
