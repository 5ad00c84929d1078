import { z } from 'zod';
import { documentSha256, listedId, opinion, opaqueRef, prose } from './events-basics.js';

const MOST_MEMBERS = 20;

const points = z.number().min(0).max(100).multipleOf(0.01, {
  error: '점수는 소수 둘째 자리까지 적으십시오 / a score has at most two decimals',
});

const scoring = z.strictObject({
  scores: z.record(listedId, points).describe('Points from 0 to 100 for each criterion'),
  justification: opinion.describe('Why; it goes to the firm without a name'),
});

const members = z
  .array(opaqueRef)
  .min(1)
  .max(MOST_MEMBERS)
  .refine((all) => new Set(all).size === all.length, {
    error: '같은 사람을 두 번 적을 수 없습니다 / nobody can be named twice',
  })
  .describe('The members, by their opaque ids');

/** The panel of a project: assigned, scoring, replaced, moderated (domain.md section 2). */
export const panelPayloads = {
  ASSIGN_PANEL: z.strictObject({ members }),
  SCORE: scoring,
  RECUSE: z.strictObject({ kind: listedId.describe('The kind of conflict') }),
  REPLACE_MEMBER: z.strictObject({
    member: opaqueRef.describe('Who leaves'),
    by: opaqueRef.describe('Who comes instead'),
    ground: prose,
  }),
  REVISE_SCORE: scoring,
  MODERATE: z.strictObject({ note: prose }),
};

/** The structured track's check half-way through the roadmap. */
export const roadmapCheckPayloads = {
  SUBMIT_ROADMAP_PROGRESS: z.strictObject({ documentSha256 }),
  RECORD_ROADMAP_CHECK: z.strictObject({ finding: z.enum(['on-track', 'at-risk']), opinion }),
};
