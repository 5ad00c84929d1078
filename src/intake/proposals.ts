import { z } from 'zod';
import { line, opaqueRef, prose } from '../contract/events-basics.js';
import { column, optional } from './columns.js';
import { readBy, texts } from './rows.js';
import type { Kind } from './rows.js';
import { sector, sectorColumn } from './sectors.js';

/** A technology proposal of a partner; `partner` is the partner's id or its name, as the file has it. */
export interface ProposalEntry {
  readonly id: string;
  readonly partner: string;
  readonly titleKo: string;
  readonly titleEn: string | null;
  readonly sector: string;
  readonly summary: string | null;
  readonly state: 'open' | 'closed';
}

const STATES: Readonly<Record<string, ProposalEntry['state']>> = {
  ...{ open: 'open', 공개: 'open', 모집: 'open', 모집중: 'open', 신청가능: 'open' },
  ...{ closed: 'closed', 마감: 'closed', 종료: 'closed', 철회: 'closed' },
};

const state = z.string().transform((text, context) => {
  const found = STATES[text.toLowerCase().replaceAll(' ', '')];
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: '상태는 공개 또는 마감입니다 / a state is open or closed',
  });
  return z.NEVER;
});

const schema = z.object({
  id: opaqueRef,
  partner: line,
  titleKo: line,
  titleEn: line.optional(),
  sector,
  summary: prose.optional(),
  state: state.default('open'),
});

/** The partners' technology proposals of an edition. */
export const proposals: Kind<ProposalEntry> = {
  columns: [
    column(
      'id',
      ['제안번호', 'proposal'],
      ['기술제안번호', '기술제안서번호', '제안서번호', '과제제안번호', 'proposal id'],
    ),
    column(
      'partner',
      ['협력기관', 'partner'],
      ['제안기관', '협력기관명', '해외기관', 'partner id', 'institution'],
    ),
    column(
      'titleKo',
      ['제안명', 'title'],
      ['제안명(국문)', '기술명', '제안기술명', '과제명', 'title (Korean)'],
    ),
    optional('titleEn', ['제안명(영문)', 'title (English)'], ['기술명(영문)', '영문제안명']),
    sectorColumn,
    optional('summary', ['개요', 'summary'], ['제안개요', '기술개요', '내용', 'abstract']),
    optional('state', ['상태', 'state'], ['공개여부', '모집상태', 'status']),
  ],
  read: (cells) => {
    const fields = ['id', 'partner', 'titleKo', 'titleEn', 'sector', 'summary', 'state'];
    const reading = readBy(schema, texts(cells, fields), cells);
    if ('faults' in reading) return reading;
    const { titleEn = null, summary = null, ...rest } = reading.entry;
    return { entry: { ...rest, titleEn, summary } };
  },
  keysOf: ({ id }) => ({ id }),
};
