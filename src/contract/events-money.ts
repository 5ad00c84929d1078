import { z } from 'zod';
import { day, opaqueRef, positiveWonText, prose } from './events-basics.js';

/** What finance records of a project's money besides its tranches (domain.md section 3). */
export const projectMoneyPayloads = {
  RECORD_DRAW: z.strictObject({
    drawId: opaqueRef.describe("The accounting portal's id of the draw"),
    tranche: z.int().min(1).max(99).describe("The tranche's number"),
    institution: opaqueRef.describe('The firm or the partner, by its id'),
    amount: positiveWonText,
    drawnOn: day,
  }),
  CORRECT_POSTING: z.strictObject({
    posting: z
      .string()
      .regex(/^[1-9]\d{0,17}$/, { error: '기장 번호를 적으십시오 / write the number of a posting' })
      .describe('The number of the posting that is reversed'),
    ground: prose,
  }),
};
