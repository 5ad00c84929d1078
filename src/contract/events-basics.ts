import { z } from 'zod';

const short = 200;
const long = 4_000;

/** Whole won as digits; no separators, no sign. */
export const wonText = z
  .string()
  .regex(/^\d{1,15}$/, {
    error: '원 단위 정수를 쉼표 없이 15자리까지 적으십시오 / write whole won as up to 15 digits',
  })
  // "007" and "7" would be two ways to say one amount.
  .refine((text) => text === '0' || !text.startsWith('0'), {
    error: '금액은 0으로 시작할 수 없습니다 / an amount does not begin with 0',
  });

/** Whole won, more than none. */
export const positiveWonText = wonText.refine((text) => text !== '0', {
  error: '금액은 0보다 커야 합니다 / an amount must be more than 0',
});

/** A document by its SHA-256 in lower-case hex; it is stored before it is named. */
export const documentSha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, {
    error:
      '문서는 SHA-256 64자리 소문자 16진수로 적으십시오 / name a document by its SHA-256, 64 lower-case hex digits',
  })
  .describe('SHA-256 of a stored document');

/** A machine's name of something the edition lists, such as a ground or a grade. */
export const listedId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, {
  error:
    '식별자는 소문자, 숫자, 붙임표로 적으십시오 / an identifier is lower-case letters, digits and hyphens',
});

/** An opaque reference; nothing that names a person. */
export const opaqueRef = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,79}$/, {
  error:
    '참조번호는 영문, 숫자, . _ / - 로 80자까지 적으십시오 / a reference is up to 80 letters, digits, . _ / -',
});

function text(most: number) {
  return z
    .string()
    .trim()
    .min(1, { error: '비워 둘 수 없습니다 / must not be empty' })
    .max(most, { error: `${most}자를 넘을 수 없습니다 / at most ${most} characters` });
}

/** A line of text. */
export const line = text(short);

/** A paragraph or some more. */
export const prose = text(long);

/** Text in both languages. */
export const bilingual = z.strictObject({ ko: line, en: line });

/** An opinion: in Korean, and in English where somebody abroad reads it. */
export const opinion = z.strictObject({ ko: prose, en: prose.optional() });

/** A calendar day in Korea, "2026-04-06". */
export const day = z.iso.date({
  error: '날짜는 2026-04-06 형식이어야 합니다 / a calendar day looks like 2026-04-06',
});

/** Nothing needs to be said. */
export const nothing = z.strictObject({});
