import { describe, expect, test } from 'vitest';
import { applicationsAgainst } from '../../src/intake/against.js';
import type { KnownOfApplications } from '../../src/intake/against.js';
import { applications } from '../../src/intake/applications.js';
import { decided } from '../../src/intake/judged.js';
import { withCheckDigit } from '../../src/rules/business-number.js';
import { entriesOf, faultsOf, rowsOf, tableOf } from './reading.js';

const FIRM = withCheckDigit('123456789');
const HEADER = [
  ...['접수번호', '접수일시', '사업자등록번호', '과제명', '분야', '협력기관', '정부지원연구개발비(천원)'],
  ...['기관부담 현금(천원)', '기관부담 현물(천원)', '국외 연구개발비(천원)', '제안번호'],
];
const ROW = [
  ...['IRIS-26-0001', '2026-04-20 10:00:00', FIRM, '양자 센서 공동연구', 'A3', '티엔오', '300,000'],
  ...['50,000', '50,000', '100,000', 'P-001'],
];
const kind = applications({
  track: 'structured',
  partnerIdOf: (name) => (name === '티엔오' ? 'partner-tno' : undefined),
});

/** The row with some cells of other columns. */
const rowWith = (cells: Readonly<Record<string, string>>): string[] =>
  HEADER.map((name, index) => cells[name] ?? ROW[index] ?? '');

describe('A row of an IRIS file', () => {
  test('is an application like one that is sent here, its money in won, its partner by its id', () => {
    expect(entriesOf(kind, tableOf(HEADER, ROW))).toEqual([
      {
        irisNumber: 'IRIS-26-0001',
        receivedAt: '2026-04-20T01:00:00.000Z',
        businessNumber: FIRM,
        application: {
          track: 'structured',
          title: { ko: '양자 센서 공동연구', en: '양자 센서 공동연구' },
          sector: 'A3',
          partnerId: 'partner-tno',
          money: {
            government: '300000000',
            firmCash: '50000000',
            firmInKind: '50000000',
            partnerCost: '100000000',
          },
          proposalId: 'P-001',
        },
      },
    ]);
  });

  test('says in its own columns what is wrong with it', () => {
    const wrong = {
      접수일시: '20일',
      분야: '양자',
      '정부지원연구개발비(천원)': '삼억',
      제안번호: '',
      협력기관: '어느 연구소',
    };
    expect(faultsOf(kind, tableOf(HEADER, rowWith(wrong)))).toEqual([
      [2, '접수일시', 'cellMalformed'],
      [2, '분야', 'cellMalformed'],
      [2, '협력기관', 'cellMalformed'],
      [2, '정부지원연구개발비(천원)', 'cellMalformed'],
      [2, '제안번호', 'cellMalformed'],
    ]);
  });

  test('of another track than the one that was asked for is faulty; with no track at all, too', () => {
    const table = tableOf(
      [...HEADER, '유형'],
      [...ROW, '자유공모형'],
      [...rowWith({ 접수번호: 'IRIS-2' }), '사전기획·수요연계형'],
    );
    expect(faultsOf(kind, table)).toEqual([[2, '유형', 'trackUnclear']]);
    const open = applications({ track: undefined, partnerIdOf: () => 'partner-tno' });
    expect(faultsOf(open, tableOf(HEADER, ROW))).toEqual([[2, null, 'trackUnclear']]);
    expect(entriesOf(open, tableOf([...HEADER, 'track'], [...ROW, 'Structured']))).toHaveLength(1);
  });

  test('of the autonomous track names its preferences, one or several', () => {
    const own = applications({ track: 'autonomous', partnerIdOf: () => 'partner-tno' });
    const table = tableOf(
      [...HEADER, '우대사항', '협력 증빙 SHA-256'],
      [...ROW, 'tips, baby-unicorn', 'a'.repeat(64)],
    );
    expect(entriesOf(own, table)[0]?.application).toMatchObject({ preferences: ['tips', 'baby-unicorn'] });
  });

  test('says whether the foreign partner bears cost, as people mark a yes', () => {
    const header = [...HEADER, '국외기관 비용부담', '연구책임자 참조번호'];
    const [yes, none] = entriesOf(
      kind,
      tableOf(header, [...ROW, 'Y', 'r-77'], [...rowWith({ 접수번호: 'IRIS-2' }), '', '']),
    );
    expect(yes?.application).toMatchObject({ foreignBearsCost: true, investigatorRef: 'r-77' });
    expect(none?.application).not.toHaveProperty('foreignBearsCost');
    expect(faultsOf(kind, tableOf(header, [...ROW, '아마도', '']))).toEqual([
      [2, '국외기관 비용부담', 'cellMalformed'],
    ]);
  });
});

describe('Held against the books, an application', () => {
  const books: KnownOfApplications = {
    now: '2026-05-01T00:00:00.000Z',
    companies: {
      byNumber: (number) => (number === FIRM ? { id: 'company-0001' } : undefined),
      byId: () => undefined,
    },
    isSameAsBefore: () => undefined,
    isStored: () => true,
    untimely: () => undefined,
  };
  const judge = (known: Partial<KnownOfApplications>, ...rows: readonly (readonly string[])[]) =>
    applicationsAgainst(rowsOf(kind, tableOf(HEADER, ...rows)), { ...books, ...known });
  const codes = (known: Partial<KnownOfApplications>, row = ROW): (string | undefined)[] =>
    judge(known, row).flatMap(({ faults }) => faults.map(({ code }) => code));

  test('is a registered company’s', () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, rowWith({ 사업자등록번호: withCheckDigit('999999999') }))).toEqual([
      'companyNotRegistered',
    ]);
  });

  test('was received before now, and in its window', () => {
    expect(codes({ now: '2026-04-01T00:00:00.000Z' })).toEqual(['receivedInFuture']);
    expect(codes({ untimely: () => ({ code: 'windowClosed', seen: '2026-04-10' }) })).toEqual([
      'windowClosed',
    ]);
  });

  test('that came before is not taken twice; with other content it is told, and not changed', () => {
    expect(judge({ isSameAsBefore: () => true }, ROW)[0]).toMatchObject({ isKnown: true, faults: [] });
    expect(codes({ isSameAsBefore: () => false })).toEqual(['irisNumberDiffers']);
  });

  test('is taken with all others or not at all, or without the faulty ones, or by its line', () => {
    const bad = rowWith({ 접수번호: 'IRIS-2', 사업자등록번호: withCheckDigit('999999999') });
    const rows = judge({}, ROW, bad, rowWith({ 접수번호: 'IRIS-3' }));
    const taken = (...wishes: [mode: 'all' | 'valid', isNamed?: (line: number) => boolean]): number[] =>
      decided(rows, ...wishes).taken.map(({ line }) => line);
    expect(taken('all')).toEqual([]);
    expect(taken('valid')).toEqual([2, 4]);
    expect(taken('all', (line) => line === 4)).toEqual([4]);
    expect(decided(rows, 'valid', (line) => line < 4)).toMatchObject({ rows: 2, rejected: [{ line: 3 }] });
  });
});
