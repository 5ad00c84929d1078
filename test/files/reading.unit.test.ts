import { describe, expect, test } from 'vitest';
import { ROW_LIMIT } from '../../src/files/limits.js';
import { readTable } from '../../src/files/read.js';
import { UnusableFile } from '../../src/files/unusable.js';
import { eucKr } from './euc-kr.js';
import { textCell, workbookOf, zipOf } from './zip.js';

/** What is said of a file that can't be read: its code, with what was looked at. */
async function saidOf(bytes: Buffer | string): Promise<unknown> {
  const error = await readTable(Buffer.from(bytes)).catch((thrown: unknown) => thrown);
  if (!(error instanceof UnusableFile)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return { code: error.code, ...error.evidence };
}

const ROWS = '기업명,사업자등록번호\r\n한빛바이오,123-45-67890\r\n';

describe('A CSV file', () => {
  test.each([
    ['UTF-8', Buffer.from(ROWS)],
    ['UTF-8 with a byte order mark, as Excel writes it', Buffer.from(`\ufeff${ROWS}`)],
    ['EUC-KR, as older systems write it', eucKr(ROWS)],
    ['lines of a Mac', Buffer.from(ROWS.replaceAll('\r\n', '\r'))],
    ['tabs', Buffer.from(ROWS.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(ROWS.replaceAll(',', ';'))],
    ['Hangul in parts, as macOS names files', Buffer.from(ROWS.normalize('NFD'))],
    ['no newline at its end', Buffer.from(ROWS.trimEnd())],
  ])('is read in %s', async (_, bytes) => {
    expect(await readTable(bytes)).toEqual({
      header: ['기업명', '사업자등록번호'],
      rows: [{ line: 2, cells: ['한빛바이오', '123-45-67890'] }],
      formulas: [],
    });
  });

  test('may have syllables in it that EUC-KR lacks and Windows’ code page 949 has', async () => {
    // Those of the code page's first and last place, and two of which books about it are fond.
    const syllables = Buffer.from('81418c6394eec652', 'hex');
    const bytes = Buffer.concat([eucKr('가,b\n1,'), syllables]);
    expect((await readTable(bytes)).rows[0]?.cells).toEqual(['1', '갂똠뷁힣']);
  });

  test('numbers its rows as a spreadsheet does, whatever is empty or runs over several lines', async () => {
    const { rows } = await readTable(Buffer.from('a,b\n\n"first\nsecond",1\n , \n3,4\n'));
    expect(rows).toEqual([
      { line: 3, cells: ['first\nsecond', '1'] },
      { line: 5, cells: ['3', '4'] },
    ]);
  });

  test('has cells that begin like a formula as the text that they are', async () => {
    const { rows, formulas } = await readTable(Buffer.from('a,b\n=1+1,-5\n@x,+82\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['=1+1', '-5'],
      ['@x', '+82'],
    ]);
    expect(formulas).toEqual([]);
  });

  test('of more rows than a file may have is refused before any of it is decoded, with how many it has', async () => {
    const many = `a,b\n${'1,"two\nlines"\n'.repeat(ROW_LIMIT + 1)}`;
    expect(await saidOf(many)).toEqual({
      code: 'fileHasTooManyRows',
      limit: String(ROW_LIMIT),
      rows: String(ROW_LIMIT + 1),
    });
    expect((await readTable(Buffer.from(`a,b\n${'1,2\n'.repeat(ROW_LIMIT)}`))).rows).toHaveLength(ROW_LIMIT);
  });

  test.each([
    ['cut off within a quotation', 'a,b\n"한빛,1\n', { code: 'fileIsIncomplete', line: '2' }],
    ['cut off within a letter', Buffer.from('a,b\n한빛').subarray(0, -1), { code: 'fileIsIncomplete' }],
    [
      'in UTF-16',
      Buffer.from('\ufeffa,b\n1,2', 'utf16le'),
      { code: 'fileEncodingUnknown', encoding: 'UTF-16' },
    ],
    ['in UTF-16 without its mark', Buffer.from('a,b', 'utf16le'), { code: 'fileEncodingUnknown', byte: '2' }],
    [
      'in an encoding of somewhere else',
      Buffer.from('a,b\n1,\xff\xfe\xfd', 'latin1'),
      { code: 'fileEncodingUnknown', line: '2' },
    ],
    [
      'of two encodings put together',
      Buffer.concat([Buffer.from('한빛,b\n'), eucKr('한빛,1\n')]),
      { code: 'fileEncodingUnknown', line: '2' },
    ],
    [
      'with a quotation mark in the middle of a cell',
      'a,b\n5" disk,1\n',
      { code: 'fileIsNoTable', line: '2', reason: 'INVALID_OPENING_QUOTE' },
    ],
  ])('%s is refused', async (_, bytes, said) => {
    expect(await saidOf(bytes)).toMatchObject(said);
  });
});

describe('A file of another kind', () => {
  test.each([
    ['nothing at all', '', { code: 'fileEmpty' }],
    ['blank lines', '\n , \n', { code: 'fileEmpty' }],
    ['a header and no row', 'a,b\n', { code: 'fileHasNoRows', columns: 'a, b' }],
    ['a PDF', '%PDF-1.7', { code: 'fileIsAnotherType', fileType: 'PDF' }],
    ['a web page called .xls', '\n<html><table>', { code: 'fileIsAnotherType', fileType: 'HTML, XML' }],
    [
      'an old or protected spreadsheet, or HWP',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      { code: 'fileIsOldSpreadsheet' },
    ],
    [
      'a text document',
      zipOf([{ name: 'word/document.xml', content: '<w/>' }]),
      { code: 'fileIsAnotherType', fileType: 'DOCX' },
    ],
  ])('%s is refused by what it is, not by its name', async (_, bytes, said) => {
    expect(await saidOf(bytes)).toMatchObject(said);
  });
});

describe('An XLSX file', () => {
  const row = (line: number, ...cells: string[]): string =>
    `<row r="${line}">${cells.map((text, at) => textCell(`${'ABC'[at]}${line}`, text)).join('')}</row>`;

  test('has numbers with every digit, and formulas where they are', async () => {
    const bytes = workbookOf(
      `${row(1, '이름', '금액')}<row r="3"><c r="A3"><v>1234567890</v></c><c r="B3"><v>1.5E9</v></c></row>
       <row r="4"><c r="A4" t="str"><f>A3&amp;"x"</f><v>x</v></c><c r="B4"><v>0.30000000000000004</v></c></row>`,
    );
    expect(await readTable(bytes)).toEqual({
      header: ['이름', '금액'],
      rows: [
        { line: 3, cells: ['1234567890', '1500000000'] },
        { line: 4, cells: ['x', '0.3'] },
      ],
      formulas: [{ line: 4, column: 0 }],
    });
  });

  test('with letters in it that can’t be kept is refused, not stored with others in their place', async () => {
    for (const text of ['a_x0000_b', 'a&#xD800;b', 'a&#0;b'])
      expect(await saidOf(workbookOf(`${row(1, '이름')}${row(2, text)}`))).toMatchObject({
        ...{ code: 'fileIsNoTable', line: '2' },
      });
  });

  test('cut off is incomplete, at whatever byte', async () => {
    const whole = workbookOf(`${row(1, 'a')}${row(2, 'b')}`);
    for (const share of [0.2, 0.5, 0.9, 0.99])
      expect(await saidOf(whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({
        code: 'fileIsIncomplete',
      });
  });

  test('damaged in the middle is incomplete', async () => {
    const bytes = workbookOf(`${row(1, 'a')}${row(2, 'b')}`);
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 24;
    expect(await saidOf(bytes.fill(0xff, at, at + 8))).toMatchObject({ code: 'fileIsIncomplete' });
  });

  test('of more rows than a file may have is refused at the first one too many', async () => {
    const rows = Array.from({ length: ROW_LIMIT + 2 }, (_, index) => row(index + 1, 'x')).join('');
    expect(await saidOf(workbookOf(rows))).toEqual({
      code: 'fileHasTooManyRows',
      limit: String(ROW_LIMIT),
    });
  });

  test('with one cell a million lines down is refused, not filled up', async () => {
    expect(await saidOf(workbookOf(`${row(1, 'a')}${row(1_048_576, 'b')}`))).toMatchObject({
      code: 'fileHasTooManyRows',
    });
  });

  test('with one cell thousands of columns out is refused, not filled up', async () => {
    const far = `<row r="2">${textCell('XFD2', 'b')}</row>`;
    expect(await saidOf(workbookOf(`${row(1, 'a')}${far}`))).toMatchObject({ code: 'fileIsNoTable' });
  });

  test('that would expand to more than a hundred megabytes is refused before it does', async () => {
    const zeros = { name: 'xl/media/zeros.xml', content: Buffer.alloc(120_000_000) };
    const bomb = workbookOf(row(1, 'a'), zeros);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await saidOf(bomb)).toMatchObject({ code: 'fileExpandsTooFar', expanded: /^120/ });
  });

  test('that expands to more than it announces is refused at that point', async () => {
    const liar = { name: 'xl/sharedStrings.xml', content: Buffer.alloc(5_000_000), claims: 1_000 };
    expect(await saidOf(workbookOf(row(1, 'a'), liar))).toEqual({
      code: 'fileExpandsTooFar',
      filePart: 'xl/sharedStrings.xml',
    });
  });
});
