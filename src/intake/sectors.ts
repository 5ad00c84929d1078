import { z } from 'zod';
import { column } from './columns.js';

/** The column of an emerging sector's code. */
export const sectorColumn = column(
  'sector',
  ['분야', 'sector'],
  ['분야코드', '신산업분야', '기술분야', '전략분야', '산업분야', 'sector code'],
);

/** A sector by its code, alone or before its name: "A2" or "A2 반도체". Whether the edition lists it, the pre-check says. */
export const sector = z.string().transform((text, context) => {
  const code = /^([A-Za-z]\d)(?=$|[^\p{L}\p{N}])/u.exec(text)?.[1];
  if (code !== undefined) return code.toUpperCase();
  context.addIssue({
    code: 'custom',
    message: '분야는 A1 형식의 코드로 시작해야 합니다 / a sector begins with a code such as A1',
  });
  return z.NEVER;
});
