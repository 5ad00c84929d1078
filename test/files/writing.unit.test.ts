import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutral, plain } from '../../src/files/neutral.js';
import { readTable } from '../../src/files/read.js';
import { csvOf, xlsxOf } from '../../src/files/write.js';

/** A cell as people write them: one line, no spaces around it, now and then with the look of a formula. */
const cell = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^[=+@'-]{1,3}[가-힣A-Z0-9(),"]{0,8}$/),
    fc.constantFrom(
      '0012',
      '한빛바이오 주식회사',
      'toString',
      '__proto__',
      "'constructor",
      'a "quoted", b',
      "'",
      "''=x",
      '-5',
      '1500000000',
    ),
  )
  .map((text) =>
    text
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
      .trim(),
  );

const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }).map((pairs) =>
  // A row that is empty altogether isn't one.
  pairs.map(([first, second]) => [first === '' && second === '' ? 'x' : first, second]),
);

describe('A file that is written', () => {
  test('is read as what was written, as CSV and as XLSX, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const sheet = { name: '목록', header: ['가', 'b'], rows: written };
        for (const bytes of [csvOf(sheet), await xlsxOf(sheet)]) {
          const table = await readTable(bytes);
          expect(table.header).toEqual(sheet.header);
          expect(table.rows.map(({ cells }) => [cells[0], cells[1] ?? ''])).toEqual(written);
          expect(table.formulas).toEqual([]);
        }
      }),
      { numRuns: 150 },
    );
  });

  test.each(['=1+1', '+82 2 1234', '-5', '@SUM(A1)', '\t=1', '\r=1', '=cmd|" /C calc"!A0'])(
    'as CSV holds %j so that no spreadsheet runs it',
    (text) => {
      expect(neutral(text)).toBe(`'${text}`);
      expect(plain(neutral(text))).toBe(text);
      const csv = csvOf({ name: 'x', header: ['a'], rows: [[text, text]] }).toString('utf8');
      expect(csv).toMatch(/^\ufeffa\r\n"?'[^,]*,"?'/);
    },
  );

  test('leaves quotation marks and numbers as they are', () => {
    for (const text of ["'90s", "'", '1500000000', '한빛', '']) expect(neutral(text)).toBe(text);
  });

  test('as CSV begins with a byte order mark, so that Excel reads its Hangul', () => {
    const bytes = csvOf({ name: 'x', header: ['기업명'], rows: [['한빛']] });
    expect(bytes.toString('utf8')).toBe('\ufeff기업명\r\n한빛\r\n');
  });
});
