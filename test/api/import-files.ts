import { csvOf, xlsxOf } from '../../src/files/write.js';
import { withCheckDigit } from '../../src/rules/business-number.js';
import type { Answer, Service } from './service.js';

/** Who imports in these suites. */
export const IMPORTER = 'person-officer-1';

/** The business number of an invented company, by its number from 1. */
export function numberOf(company: number): string {
  return withCheckDigit(String(100_000_000 + company));
}

/** The id of an invented company; the first twelve have an applicant who can sign in. */
export function companyOf(company: number): string {
  return `company-${String(company).padStart(4, '0')}`;
}

/** A register of invented companies as CSV. */
export function companiesCsv(count: number): Buffer {
  const rows = Array.from({ length: count }, (_, index) => [
    ...[companyOf(index + 1), numberOf(index + 1), `(주)가상기업${index + 1}`, `Invented ${index + 1}`],
  ]);
  return csvOf({ name: 'companies', header: ['기업 식별자', '사업자등록번호', '기업명', '영문명'], rows });
}

const PROPOSALS = ['제안번호', '협력기관', '제안명', '제안명(영문)', '분야', '개요'];
const PARTNERS = ['partner-tno', 'partner-csem', 'partner-fraunhofer', '퍼듀대학교', 'University of Toronto'];
const SECTORS = ['A2 반도체', 'A3', 'A4', 'B1', 'F1'];

/** Technology proposals of five partners, some named by their ids and some by their names. */
export function proposalSheet(count: number) {
  const rows = Array.from({ length: count }, (_, index) => [
    ...[`P-${String(index + 1).padStart(4, '0')}`, PARTNERS[index % 5] ?? ''],
    ...[`제안 기술 ${index + 1}`, `Proposed technology ${index + 1}`, SECTORS[index % 5] ?? ''],
    `"${index + 1}"번 기술의 개요, 쉼표와 줄바꿈이 있는\n설명`,
  ]);
  return { name: 'proposals', header: PROPOSALS, rows };
}

const APPLICATIONS = [
  ...['접수번호', '접수일시', '사업자등록번호', '과제명(국문)', '과제명(영문)', '분야', '협력기관'],
  ...[
    '정부지원연구개발비(천원)',
    '기관부담 현금(천원)',
    '기관부담 현물(천원)',
    '국외 연구개발비(천원)',
    '제안번호',
  ],
];

/** IRIS's list of applications to the structured track: one a company, of the first so many companies. */
export function irisSheet(count: number, receivedAt = '2026-04-20 10:00:00') {
  const rows = Array.from({ length: count }, (_, index) => [
    ...[`IRIS-2026-${String(index + 1).padStart(5, '0')}`, receivedAt, numberOf(index + 1)],
    ...[`공동연구 과제 ${index + 1}`, `Joint project ${index + 1}`, 'A3', 'partner-tno'],
    ...['300,000', '50,000', '50,000', '100,000', `P-${String((index % 40) + 1).padStart(4, '0')}`],
  ]);
  return { name: 'iris', header: APPLICATIONS, rows };
}

/** A sheet with some cells of one of its rows replaced, by the names of their columns; `row` counts from 0. */
export function altered<Sheet extends { header: readonly string[]; rows: string[][] }>(
  sheet: Sheet,
  row: number,
  cells: Readonly<Record<string, string>>,
): Sheet {
  const rows = sheet.rows.map((each, index) =>
    index === row ? each.map((cell, at) => cells[sheet.header[at] ?? ''] ?? cell) : each,
  );
  return { ...sheet, rows };
}

/** Sends a file to be imported, as the body of the request. */
export function send(
  service: Service,
  path: string,
  raw: Uint8Array | string,
  { as = IMPORTER, type = 'text/csv' }: { readonly as?: string; readonly type?: string } = {},
): Promise<Answer> {
  return service.post(`/v1/${path}`, { as, raw, key: null, headers: { 'content-type': type } });
}

export { csvOf, xlsxOf };
