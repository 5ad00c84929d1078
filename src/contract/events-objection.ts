import { z } from 'zod';
import { listedId, nothing, opaqueRef, opinion } from './events-basics.js';

const members = z
  .array(opaqueRef)
  .min(1)
  .max(20)
  .refine((all) => new Set(all).size === all.length, {
    error: '같은 위원이 두 번 적혀 있습니다 / a member is named twice',
  });

/** The events of an objection that people send (domain.md section 2). */
export const objectionPayloads = {
  ASSIGN_BOARD: z.strictObject({ members: members.describe('People, by their opaque ids') }),
  UPHOLD_OBJECTION: z.strictObject({
    score: z
      .number()
      .min(0)
      .max(100)
      .multipleOf(0.01)
      .optional()
      .describe('The score by the board, in points to two decimals; without it the score stays'),
    opinion,
  }),
  DISMISS_OBJECTION: z.strictObject({ ground: listedId, opinion }),
  WITHDRAW_OBJECTION: nothing,
};
