import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textCell, workbookOf } from '../files/zip.js';
import { companiesCsv, csvOf, numberOf, send, xlsxOf } from './import-files.js';
import { startService } from './service.js';
import type { Service } from './service.js';

const OFFICER = 'person-officer-1';

let service: Service;
beforeAll(async () => {
  service = await startService({ editions: ['2026-pocket'] });
});
afterAll(() => service.stop());

async function companies(): Promise<number> {
  const { rows } = await service.ledger.pool.query<{ count: number }>(
    `select count(*)::integer as count from company`,
  );
  return rows[0]?.count ?? -1;
}

const sheet = { name: 'x', header: ['사업자등록번호', '기업명'], rows: [[numberOf(1), '(주)하나']] };

describe('A file that can’t be used is refused in both languages, says what to do, and leaves nothing behind', () => {
  test.each<[name: string, file: Buffer | string, status: number, code: string]>([
    ['nothing', '', 422, 'fileEmpty'],
    ['a header alone', '사업자등록번호,기업명\n', 422, 'fileHasNoRows'],
    ['a PDF', '%PDF-1.7 …', 422, 'fileIsAnotherType'],
    ['an old spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 422, 'fileIsOldSpreadsheet'],
    ['UTF-16', Buffer.from('\ufeff사업자등록번호,기업명', 'utf16le'), 422, 'fileEncodingUnknown'],
    ['a cut-off quotation', '사업자등록번호,기업명\n"123', 422, 'fileIsIncomplete'],
    ['a missing column', '기업명,주소\n(주)하나,서울\n', 422, 'fileLacksColumns'],
    ['a column twice', '사업자등록번호,사업자번호,기업명\n1,1,하나\n', 422, 'fileRepeatsColumn'],
    ['an unpaired quotation mark', '사업자등록번호,기업명\n1,5" 센서\n', 422, 'fileIsNoTable'],
  ])('%s', async (_, file, status, code) => {
    const answer = await send(service, 'imports/companies', file);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.body.titles.ko).toMatch(/[가-힣]/);
    expect(answer.body.blockedBy[0].next.ko).toMatch(/(십시오|습니다)\./);
    expect(answer.body.blockedBy[0].next.en).toMatch(/^[A-Z].*\.$/);
    expect(answer.body.command).toBeTypeOf('string');
    expect(await companies()).toBe(0);
  });

  test('half of a workbook', async () => {
    const whole = await xlsxOf(sheet);
    const answer = await send(service, 'imports/companies', whole.subarray(0, whole.length / 2));
    expect(answer.body).toMatchObject({ status: 422, code: 'fileIsIncomplete' });
  });

  test('a workbook that would unpack to a hundred megabytes', async () => {
    const bomb = workbookOf(`<row r="1">${textCell('A1', '기업명')}</row>`, {
      ...{ name: 'xl/media/a.xml', content: Buffer.alloc(110_000_000) },
    });
    const answer = await send(service, 'imports/companies', bomb);
    expect(answer.body).toMatchObject({ status: 413, code: 'fileExpandsTooFar' });
  });

  test('a formula where a value is wanted, by its row and column', async () => {
    const file = workbookOf(
      `<row r="1">${textCell('A1', '사업자등록번호')}${textCell('B1', '기업명')}</row>
       <row r="2">${textCell('A2', numberOf(1))}<c r="B2" t="str"><f>"(주)"&amp;"하나"</f><v>(주)하나</v></c></row>`,
    );
    const answer = await send(service, 'imports/companies', file);
    expect(answer.body).toMatchObject({ status: 422, code: 'importHasFaultyRows' });
    expect(answer.body.errors).toEqual([
      { path: '2.기업명', message: expect.stringMatching(/수식.* \/ .*formula/) },
    ]);
    expect(await companies()).toBe(0);
  });
});

describe('A file of 100,000 rows', () => {
  test('is refused at once, with how many rows a file may have, and the service goes on answering', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => [numberOf(index), `(주)가상기업 ${index}`]);
    const file = csvOf({ ...sheet, rows });
    const before = Date.now();
    const [answer, health] = await Promise.all([
      send(service, 'imports/companies', file),
      service.get('/healthz'),
    ]);
    // Far less where nothing else runs; never the minute that reading all of it would take.
    expect(Date.now() - before).toBeLessThan(10_000);
    expect(health.status).toBe(200);
    expect(answer.body).toMatchObject({ status: 413, code: 'fileHasTooManyRows' });
    expect(answer.body.blockedBy[0].evidence).toEqual({ limit: '10000', rows: '100000' });
  });

  test('larger than a file may be is refused while it still comes', async () => {
    const chunk = new Uint8Array(1024 * 1024).fill(0x61);
    const answer = await service.post('/v1/imports/companies', {
      ...{ as: OFFICER, key: null, stream: Array.from({ length: 40 }, () => chunk) },
      headers: { 'content-type': 'text/csv' },
    });
    expect(answer.body).toMatchObject({ status: 413, code: 'fileTooLarge' });
  });
});

describe('Half an upload', () => {
  test('whose sender goes away leaves nothing behind', async () => {
    const { host, port } = new URL(service.url);
    const file = companiesCsv(20);
    const socket = connect(Number(port), '127.0.0.1');
    const head = `POST /v1/imports/companies HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${await service.token(OFFICER)}\r\ncontent-type: text/csv\r\ncontent-length: ${file.length}\r\n\r\n`;
    await new Promise<void>((resolve) => {
      socket.write(Buffer.concat([Buffer.from(head), file.subarray(0, file.length / 2)]), () => resolve());
    });
    await sleep(200);
    socket.destroy();
    await sleep(300);
    expect(await companies()).toBe(0);
    expect((await service.get('/healthz')).status).toBe(200);
  });

  test('as a form that ends in the middle is incomplete', async () => {
    const file = companiesCsv(20);
    const form = Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'),
      file.subarray(0, file.length / 2),
    ]);
    const type = 'multipart/form-data; boundary=x';
    const answer = await send(service, 'imports/companies', form, { type });
    expect(answer.body).toMatchObject({ status: 422, code: 'fileIsIncomplete' });
    expect(await companies()).toBe(0);
  });

  test('that ends at a row’s end is known by its hash', async () => {
    const file = companiesCsv(20);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const half = file.subarray(0, file.lastIndexOf('\n', file.length / 2) + 1);
    const answer = await send(service, `imports/companies?sha256=${sha256}`, half);
    expect(answer.body).toMatchObject({ status: 422, code: 'documentHashMismatch' });
    const whole = await send(service, `imports/companies?sha256=${sha256}&dryRun=true`, file);
    expect(whole.body).toMatchObject({ sha256, accepted: 20 });
  });
});

describe('A request that isn’t one', () => {
  test('without a file says so', async () => {
    const form = '--x\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--x--\r\n';
    const type = 'multipart/form-data; boundary=x';
    expect((await send(service, 'imports/companies', form, { type })).body).toMatchObject({
      code: 'fileMissing',
    });
    const { body } = await service.post('/v1/imports/companies', { as: OFFICER, key: null });
    expect(['fileMissing', 'fileEmpty']).toContain(body.code);
  });

  test('of a kind, a mode, an edition or rows that there aren’t is refused', async () => {
    const file = companiesCsv(1);
    for (const path of ['imports/everything', 'imports/companies?mode=some', 'imports/companies?rows=two'])
      expect((await send(service, path, file)).body.code).toBe('malformedBody');
    const { body } = await send(service, 'imports/companies?edition=1999', file);
    expect(body.code).toBe('unknownEdition');
  });

  test('that names a column by what the file has no column for is refused', async () => {
    const { body } = await send(
      service,
      'imports/companies?column=nameKo:%EC%83%81%ED%98%B8',
      companiesCsv(1),
    );
    expect(body).toMatchObject({ status: 422, code: 'columnUnknown' });
  });

  test('with a form takes the file under whatever name it has', async () => {
    const form = new FormData();
    form.append('anything', new Blob([new Uint8Array(await xlsxOf(sheet))]), '기업.csv');
    const request = new Request('http://rnd', { method: 'POST', body: form });
    const type = request.headers.get('content-type') ?? '';
    const answer = await send(service, 'imports/companies', new Uint8Array(await request.arrayBuffer()), {
      type,
    });
    expect([answer.status, answer.body]).toMatchObject([201, { accepted: 1 }]);
    expect(await companies()).toBe(1);
  });
});
