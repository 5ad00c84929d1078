import { z } from 'zod';
import { refusals } from '../refusals.js';

/** Text for a person, in both languages of the program. */
export const bilingualSchema = z.object({ ko: z.string(), en: z.string() }).meta({ id: 'Bilingual' });

/** Who a person or an outside system can sign in as (domain.md section 6); `system` is the service itself and can't. */
export const ROLES = [
  'applicant',
  'partner',
  'officer',
  'panelMember',
  'committee',
  'approver',
  'finance',
  'auditor',
  'administrator',
  'regulator',
] as const;

/** One guard that said no: what it looked at (`evidence`, plain text), who can clear it, and what to do next. */
export const blockSchema = z
  .object({
    code: z.string(),
    message: bilingualSchema,
    evidence: z.record(z.string(), z.string()),
    clearedBy: z.array(z.string()),
    next: bilingualSchema,
  })
  .meta({ id: 'Block' });

/** Every refusal's code, as the catalogue has them. */
const codeSchema = z.enum(Object.keys(refusals) as [string, ...string[]]);

/** A field of the request that can't be used; `path` is dotted, empty for the body as a whole. */
export const fieldErrorSchema = z
  .object({ path: z.string(), message: z.string() })
  .meta({ id: 'FieldError' });

/** A refusal as people read it: its catalogue code, its words, and every guard that said no. */
export const explainedSchema = z
  .object({
    code: codeSchema,
    status: z.number().int(),
    title: z.string(),
    detail: z.string(),
    titles: bilingualSchema,
    blockedBy: z.array(blockSchema),
  })
  .meta({ id: 'ExplainedRefusal' });

/** application/problem+json (RFC 9457); `title` and `detail` are in the language of Accept-Language, `titles` in both. */
export const problemSchema = z
  .object({
    type: z.string(),
    ...explainedSchema.shape,
    errors: z.array(fieldErrorSchema),
    requestId: z.string(),
    command: z.string().optional().describe('The inbox id under which the refusal is recorded'),
  })
  .meta({ id: 'Problem' });

/** What is said of a defect: no refusal, for nobody outside can do anything about it but tell us the request's id. */
export const defectWords = {
  title: { ko: '서비스 내부 오류입니다.', en: 'The service has failed.' },
  detail: {
    ko: '처리하지 못했습니다. 요청 번호(requestId)를 관리자에게 알려 주십시오.',
    en: 'This could not be done. Please give the request id to an administrator.',
  },
} as const;

/** application/problem+json of a defect, by whose request id we find out what went wrong. */
export const defectSchema = problemSchema
  .pick({ type: true, status: true, title: true, detail: true, titles: true, requestId: true })
  .meta({ id: 'Defect' });

export type Defect = z.infer<typeof defectSchema>;
export type FieldError = z.infer<typeof fieldErrorSchema>;
export type Explained = z.infer<typeof explainedSchema>;
export type Problem = z.infer<typeof problemSchema>;
