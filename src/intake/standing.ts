import { z } from 'zod';
import { line, opaqueRef } from '../contract/events-basics.js';
import { normalized } from '../rules/business-number.js';
import { calendarDay, count } from './cells.js';
import { column, optional } from './columns.js';
import { readBy, texts } from './rows.js';
import type { Kind } from './rows.js';

/**
 * What another register says of a firm (by its business number or id) or of a researcher (by an opaque reference, never a
 * name): until when it is banned, its running projects, and those that it leads. Days are calendar days.
 */
export interface StandingEntry {
  readonly kind: 'firm' | 'researcher';
  readonly ref: string;
  readonly bannedUntil: string | null;
  readonly running: number;
  readonly projects: number;
  readonly asPrincipal: number;
  readonly asOf: string;
  readonly source: string;
}

const KINDS: Readonly<Record<string, StandingEntry['kind']>> = {
  ...{ firm: 'firm', 기업: 'firm', 업체: 'firm', 기관: 'firm', company: 'firm' },
  ...{ researcher: 'researcher', 연구자: 'researcher', 연구책임자: 'researcher' },
};

const kind = z.string().transform((text, context) => {
  const found = KINDS[text.toLowerCase().replaceAll(' ', '')];
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: '구분은 기업 또는 연구자입니다 / a kind is firm or researcher',
  });
  return z.NEVER;
});

const ref = z
  .string()
  .transform((text) => normalized(text) ?? text)
  .pipe(opaqueRef);

const schema = z.object({
  ...{ kind, ref, asOf: calendarDay, source: line.optional() },
  bannedUntil: calendarDay.optional(),
  ...{ running: count.default(0), projects: count.default(0), asPrincipal: count.default(0) },
});

/** What other registers say of firms and researchers, for the pre-check. */
export const standing: Kind<StandingEntry> = {
  columns: [
    column('kind', ['구분', 'kind'], ['대상구분', '유형', 'type']),
    column(
      'ref',
      ['참조번호', 'reference'],
      ['사업자등록번호', '기업 식별자', '연구자 참조번호', '연구자번호', 'ref'],
    ),
    optional('bannedUntil', ['참여제한 종료일', 'banned until'], ['참여제한기간 종료', '제재종료일']),
    optional('running', ['수행 중 과제수', 'running projects'], ['중기부 수행과제수', 'running']),
    optional('projects', ['참여 과제수', 'projects'], ['연구개발과제수', '참여과제 수']),
    optional('asPrincipal', ['연구책임 과제수', 'as principal'], ['책임과제수', '책임 과제 수', 'principal']),
    column('asOf', ['기준일', 'as of'], ['기준일자', '조회일']),
    optional('source', ['출처', 'source'], ['자료출처']),
  ],
  read: (cells) => {
    const fields = ['kind', 'ref', 'bannedUntil', 'running', 'projects', 'asPrincipal', 'asOf', 'source'];
    const reading = readBy(schema, texts(cells, fields), cells);
    if ('faults' in reading) return reading;
    const { bannedUntil = null, source = 'import', ...rest } = reading.entry;
    return { entry: { ...rest, bannedUntil, source } };
  },
  keysOf: ({ kind: what, ref: whose }) => ({ ref: `${what} ${whose}` }),
};
