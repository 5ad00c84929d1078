import { z } from 'zod';
import { line, listedId } from '../contract/events-basics.js';
import { normalized } from '../rules/business-number.js';
import { column, optional } from './columns.js';
import { readBy, texts } from './rows.js';
import type { Kind } from './rows.js';

/** A company of the register: ten digits of its business registration number, and its names. */
export interface CompanyEntry {
  readonly id: string;
  readonly businessNumber: string;
  readonly nameKo: string;
  readonly nameEn: string | null;
}

/** A business registration number, with or without hyphens, whose check digit is right; as ten digits. */
export const businessNumber = z.string().transform((text, context) => {
  const digits = normalized(text);
  if (digits !== null) return digits;
  context.addIssue({
    code: 'custom',
    message:
      '사업자등록번호 10자리가 아니거나 검증 숫자가 맞지 않습니다 / not ten digits of a business registration number, or its check digit is wrong',
  });
  return z.NEVER;
});

/** The column of a firm's business registration number, wherever a firm is named. */
export const businessNumberColumn = column(
  'businessNumber',
  ['사업자등록번호', 'business registration number'],
  ['사업자번호', '사업자 등록 번호', 'business number', 'BRN'],
);

const schema = z.object({
  id: listedId.optional(),
  businessNumber,
  nameKo: line,
  nameEn: line.optional(),
});

/** The register of companies. A company without an id of its own goes by its business number. */
export const companies: Kind<CompanyEntry> = {
  columns: [
    businessNumberColumn,
    column('nameKo', ['기업명', 'company'], ['기업명(국문)', '업체명', '회사명', '상호', '기관명', 'name']),
    optional('nameEn', ['기업명(영문)', 'company (English)'], ['영문기업명', '영문명', 'name (English)']),
    optional('id', ['기업 식별자', 'company id'], ['기업ID', '기업 번호']),
  ],
  read: (cells) => {
    const reading = readBy(schema, texts(cells, ['id', 'businessNumber', 'nameKo', 'nameEn']), cells);
    if ('faults' in reading) return reading;
    const { id, nameEn = null, ...rest } = reading.entry;
    return { entry: { ...rest, nameEn, id: id ?? idByNumber(rest.businessNumber) } };
  },
  keysOf: ({ businessNumber: number, id }) => ({
    businessNumber: number,
    ...(id === idByNumber(number) ? {} : { id }),
  }),
};

function idByNumber(number: string): string {
  return `company-${number}`;
}
