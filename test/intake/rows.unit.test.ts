import { describe, expect, test } from 'vitest';
import { companies } from '../../src/intake/companies.js';
import { partners } from '../../src/intake/partners.js';
import { proposals } from '../../src/intake/proposals.js';
import { standing } from '../../src/intake/standing.js';
import { withCheckDigit } from '../../src/rules/business-number.js';
import { entriesOf, faultsOf, rowsOf, tableOf } from './reading.js';

const [ONE, TWO] = [withCheckDigit('123456789'), withCheckDigit('220815555')];
const COMPANIES = ['사업자등록번호', '기업명', '영문명', '기업 식별자'];

describe('A row of companies', () => {
  test('is a company, by its own id or by its business number', () => {
    const hyphened = `${ONE.slice(0, 3)}-${ONE.slice(3, 5)}-${ONE.slice(5)}`;
    expect(
      entriesOf(
        companies,
        tableOf(COMPANIES, [hyphened, '한빛바이오', 'Hanbit', 'company-0001'], [TWO, '두레', '', '']),
      ),
    ).toEqual([
      { id: 'company-0001', businessNumber: ONE, nameKo: '한빛바이오', nameEn: 'Hanbit' },
      { id: `company-${TWO}`, businessNumber: TWO, nameKo: '두레', nameEn: null },
    ]);
  });

  test('with a business number that can’t be one is faulty, in both languages', () => {
    const wrong = `${ONE.slice(0, 9)}${(Number(ONE[9]) + 1) % 10}`;
    const [row] = rowsOf(companies, tableOf(COMPANIES, [wrong, '한빛', '', '']));
    expect(row?.faults).toEqual([
      {
        ...{ column: '사업자등록번호', value: wrong, code: 'cellMalformed' },
        message: {
          ko: '사업자등록번호 10자리가 아니거나 검증 숫자가 맞지 않습니다',
          en: 'not ten digits of a business registration number, or its check digit is wrong',
        },
      },
    ]);
  });

  test('whose business number another row has is faulty, and so is the other', () => {
    const table = tableOf(
      COMPANIES,
      [ONE, '한빛', '', ''],
      [TWO, '두레', '', ''],
      [ONE, '한빛바이오', '', ''],
    );
    const faults = rowsOf(companies, table).flatMap(({ line, faults: each }) =>
      each.map(({ column, code, message }) => [line, column, code, /\((\d)\)/.exec(message.en)?.[1]]),
    );
    expect(faults.filter(([, column]) => column === '사업자등록번호')).toEqual([
      [2, '사업자등록번호', 'repeatedInFile', '4'],
      [4, '사업자등록번호', 'repeatedInFile', '2'],
    ]);
  });

  test('has everything that is wrong with it said at once', () => {
    expect(faultsOf(companies, tableOf(COMPANIES, ['123', '', '', 'No Id!']))).toEqual([
      [2, '기업 식별자', 'cellMalformed'],
      [2, '사업자등록번호', 'cellMalformed'],
      [2, '기업명', 'cellMalformed'],
    ]);
  });

  test('that is cut off or has a cell too many is faulty', () => {
    expect(faultsOf(companies, tableOf(COMPANIES, [ONE, '한빛'], [TWO, '두레', '', '', '서울']))).toEqual([
      [2, null, 'rowIsCutOff'],
      [3, null, 'rowHasTooManyCells'],
    ]);
  });

  test('with a formula in a column that counts is faulty; in one that is passed over it is not', () => {
    const table = tableOf([...COMPANIES, '메모'], [ONE, '한빛', '', '', '1']);
    const at = (column: number) => ({ ...table, formulas: [{ line: 2, column }] });
    expect(faultsOf(companies, at(1))).toEqual([[2, '기업명', 'cellIsFormula']]);
    expect(faultsOf(companies, at(4))).toEqual([]);
  });
});

test('a row of partners is a partner, with the day of its registration where there is one', () => {
  const header = ['partner id', '협력기관명', '협력기관명(영문)', '국가', '등록일'];
  expect(
    entriesOf(partners, tableOf(header, ['partner-x', '엑스 연구소', 'Institute X', 'DE', '2026.1.5'])),
  ).toEqual([
    {
      id: 'partner-x',
      nameKo: '엑스 연구소',
      nameEn: 'Institute X',
      country: 'DE',
      registeredOn: '2026-01-05',
    },
  ]);
  expect(faultsOf(partners, tableOf(header, ['X', 'ㄱ', 'x', 'Germany', '']))).toEqual([
    [2, 'partner id', 'cellMalformed'],
    [2, '국가', 'cellMalformed'],
  ]);
});

test('a row of proposals is a proposal, open unless it says otherwise, its sector with or without its name', () => {
  const header = ['제안번호', '제안기관', '제안명', '분야', '상태'];
  const table = tableOf(
    header,
    ['P-001', 'TNO', '양자 센서', 'a3 양자·보안', ''],
    ['P-002', 'TNO', '로봇', 'A4', '마감'],
  );
  expect(entriesOf(proposals, table).map(({ id, sector, state }) => [id, sector, state])).toEqual([
    ['P-001', 'A3', 'open'],
    ['P-002', 'A4', 'closed'],
  ]);
  expect(faultsOf(proposals, tableOf(header, ['P 1', 'TNO', '로봇', '반도체', '모름']))).toEqual([
    [2, '제안번호', 'cellMalformed'],
    [2, '분야', 'cellMalformed'],
    [2, '상태', 'cellMalformed'],
  ]);
});

test('a row of standings is a firm’s or a researcher’s, with nothing counted where nothing is written', () => {
  const header = [
    '구분',
    '참조번호',
    '참여제한 종료일',
    '수행 중 과제수',
    '참여 과제수',
    '연구책임 과제수',
    '기준일',
  ];
  const table = tableOf(
    header,
    ['기업', ONE, '2027-01-31', '2', '', '', '2026-03-31'],
    ['연구자', 'r-77', '', '', '5', '3', '2026-03-31'],
  );
  expect(entriesOf(standing, table)).toEqual([
    {
      ...{ kind: 'firm', ref: ONE, bannedUntil: '2027-01-31', running: 2, projects: 0, asPrincipal: 0 },
      ...{ asOf: '2026-03-31', source: 'import' },
    },
    {
      ...{ kind: 'researcher', ref: 'r-77', bannedUntil: null, running: 0, projects: 5, asPrincipal: 3 },
      ...{ asOf: '2026-03-31', source: 'import' },
    },
  ]);
});
