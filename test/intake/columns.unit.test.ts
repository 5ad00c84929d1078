import { describe, expect, test } from 'vitest';
import { UnusableFile } from '../../src/files/unusable.js';
import { column, mapped, optional } from '../../src/intake/columns.js';

const COLUMNS = [
  column('name', ['기업명', 'company'], ['업체명']),
  column('money', ['정부지원금', 'government money']),
  optional('note', ['비고', 'note']),
];

function saidOf(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof UnusableFile) return { code: error.code, ...error.evidence };
    throw error;
  }
}

function fieldsOf(header: readonly string[], named: Readonly<Record<string, string>> = {}): unknown {
  return mapped(header, COLUMNS, named).headers.map(({ field }) => field);
}

describe('The columns of a file', () => {
  test.each([
    [['기업명', '정부지원금', '비고']],
    [['업체명', '정부 지원금', ' 비 고 ']],
    [['COMPANY', 'Government Money', 'Note']],
    [['기업명*', '정부지원금 (원)', '[비고]']],
    [['name', 'money', 'note']],
  ])('are found by their names in either language, however they are written: %j', (header) => {
    expect(fieldsOf(header)).toEqual(['name', 'money', 'note']);
  });

  test('that nobody knows are passed over, and said to be', () => {
    expect(fieldsOf(['담당부서', '기업명', '정부지원금'])).toEqual([null, 'name', 'money']);
  });

  test('that are needed and missing are all named at once, with what the file has', () => {
    expect(saidOf(() => mapped(['비고'], COLUMNS))).toEqual({
      code: 'fileLacksColumns',
      columns: '기업명 (company), 정부지원금 (government money)',
      received: '비고',
    });
  });

  test('that mean the same are refused, not chosen from', () => {
    expect(saidOf(() => mapped(['기업명', '업체명', '정부지원금'], COLUMNS))).toEqual({
      code: 'fileRepeatsColumn',
      columns: '기업명, 업체명',
    });
  });

  test('go by the name that the sender gives them, before any other', () => {
    expect(fieldsOf(['상호', '정부지원금'], { name: '상호' })).toEqual(['name', 'money']);
    expect(fieldsOf(['기업명', '업체명', '정부지원금'], { name: '업체명' })).toEqual([null, 'name', 'money']);
  });

  test('that the sender names and the file lacks are a mistake of the sender’s', () => {
    for (const named of [{ name: '상호' }, { nobody: '기업명' }])
      expect(saidOf(() => mapped(['기업명', '정부지원금'], COLUMNS, named))).toMatchObject({
        code: 'columnUnknown',
      });
  });

  test.each([
    ['정부지원금', 1n],
    ['정부지원금(원)', 1n],
    ['정부지원금 (천원)', 1_000n],
    ['정부지원금(단위: 백만원)', 1_000_000n],
    ['정부지원금[억원]', 100_000_000n],
  ])('%s counts in units of %s won', (header, unit) => {
    expect(mapped(['기업명', header], COLUMNS, { money: header }).places.get('money')?.unit).toBe(unit);
  });

  test('in thousands are found like those in won', () => {
    expect(fieldsOf(['기업명', '정부지원금(천원)'])).toEqual(['name', 'money']);
    expect(fieldsOf(['기업명', '정부지원금(백만원)'])).toEqual(['name', 'money']);
  });
});
