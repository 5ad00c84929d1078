import { z } from 'zod';
import { documentSha256, listedId, nothing, opaqueRef, prose, wonText } from './events-basics.js';

/** An instant in UTC with its milliseconds: the one form in which charts and books compare and carry them. */
const instant = z.iso
  .datetime({
    precision: 3,
    error:
      '시각은 2026-04-24T09:00:00.000Z 형식의 UTC로 적으십시오 / an instant is in UTC, such as 2026-04-24T09:00:00.000Z',
  })
  .describe('An instant in UTC; both ends of a window are within it');

const member = z.strictObject({ person: opaqueRef, org: opaqueRef });

const members = z
  .array(member)
  .min(1)
  .max(200)
  .refine((all) => new Set(all.map(({ person }) => person)).size === all.length, {
    error: '같은 위원이 두 번 적혀 있습니다 / a member is named twice',
  });

const conflict = z.strictObject({
  about: opaqueRef.describe('The project, company or partner, by its id'),
  kind: listedId,
});

const ground = prose.describe('Why; it stands in the record');

/** A ranked list by the SHA-256 of its canonical JSON. */
const listed = z.strictObject({ listSha256: documentSha256.describe('SHA-256 of the stored list') });

/** The events of a call that people send. */
export const callPayloads = {
  EXTEND_WINDOW: z.strictObject({ closes: instant, ground }),
  CORRECT_WINDOW: z.strictObject({ opens: instant, closes: instant, ground }),
  CHANGE_CAPACITY: z.strictObject({
    capacity: z.int().min(1).max(10_000),
    budget: wonText.optional().describe('Won of the first year; without it the budget stays'),
    ground,
  }),
  APPOINT_PANEL: z.strictObject({ members }),
  DECLARE_CONFLICTS: z.strictObject({
    conflicts: z.array(conflict).max(50).describe('None: an empty list'),
  }),
  FINISH_SCREENING: nothing,
  FINISH_EVALUATION: nothing,
  PROPOSE_LIST: listed,
  RETURN_LIST: z.strictObject({ reason: prose }),
  DECIDE_LIST: listed,
};
