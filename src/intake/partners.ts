import { z } from 'zod';
import { line, listedId } from '../contract/events-basics.js';
import { calendarDay } from './cells.js';
import { column, optional } from './columns.js';
import { readBy, texts } from './rows.js';
import type { Kind } from './rows.js';

/** A partner institution of the register; `country` is its two-letter code, `registeredOn` a calendar day. */
export interface PartnerEntry {
  readonly id: string;
  readonly nameKo: string;
  readonly nameEn: string;
  readonly country: string;
  readonly registeredOn: string | null;
}

const schema = z.object({
  id: listedId,
  nameKo: line,
  nameEn: line,
  country: z.string().regex(/^[A-Z]{2}$/, {
    error: '국가는 US와 같은 두 글자 코드입니다 / a country is a two-letter code such as US',
  }),
  registeredOn: calendarDay.optional(),
});

/** The register of partner institutions. */
export const partners: Kind<PartnerEntry> = {
  columns: [
    column('id', ['협력기관 식별자', 'partner id'], ['기관 식별자', '협력기관ID', 'partner']),
    column('nameKo', ['협력기관명', 'partner name'], ['협력기관명(국문)', '기관명', '기관명(국문)', 'name']),
    column('nameEn', ['협력기관명(영문)', 'partner name (English)'], ['기관명(영문)', 'name (English)']),
    column('country', ['국가', 'country'], ['국가코드', '국가 코드', 'country code']),
    optional('registeredOn', ['등록일', 'registered on'], ['등록일자']),
  ],
  read: (cells) => {
    const reading = readBy(
      schema,
      texts(cells, ['id', 'nameKo', 'nameEn', 'country', 'registeredOn']),
      cells,
    );
    if ('faults' in reading) return reading;
    const { registeredOn = null, ...rest } = reading.entry;
    return { entry: { ...rest, registeredOn } };
  },
  keysOf: ({ id }) => ({ id }),
};
