import { z } from 'zod';

/** Words for people: Korean first, then English; neither may be empty. */
export const wordsSchema = z.strictObject({
  ko: z.string().min(1),
  en: z.string().min(1),
});

/** Whole won as decimal digits without separators or leading zeros, e.g. "1500000000". */
export const wonSchema = z.string().regex(/^(0|[1-9]\d*)$/, {
  error:
    '원 단위 정수를 쉼표 없이 적으십시오 / write whole won as digits without separators, e.g. "1500000000"',
});

/** A calendar day in Korea: "2026-04-06". */
export const daySchema = z.iso.date({
  error: '날짜는 2026-04-06 형식이어야 합니다 / a calendar day looks like 2026-04-06',
});

/** A calendar year as a key: "2026". */
export const yearSchema = z
  .string()
  .regex(/^\d{4}$/, { error: '연도는 네 자리입니다 / a year has four digits' });

/** A moment in UTC as Date#toISOString writes it: "2026-04-06T00:00:00.000Z". */
export const instantSchema = z.iso.datetime({
  precision: 3,
  error:
    '시각은 2026-04-06T00:00:00.000Z 형식(UTC)이어야 합니다 / a moment is UTC, like 2026-04-06T00:00:00.000Z',
});

/** Hundredths of a percent: 7500 is 75%. */
export const basisPointsSchema = z.int().min(0).max(10_000);

/** A whole number of things, one or more. */
export const countSchema = z.int().min(1);

/** A name for machines: lower-case words joined by hyphens. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: '식별자는 소문자와 붙임표만 씁니다 / an identifier is lower-case words joined by hyphens',
});

/** An RFC 6901 JSON pointer into the edition, e.g. "/tracks/mitIlp/trancheShares". */
export const pointerSchema = z.string().regex(/^(\/[^/]+)+$/, {
  error:
    '항목 위치는 /tracks/mitIlp/capacity 형식입니다 / a place in the edition looks like /tracks/mitIlp/capacity',
});
