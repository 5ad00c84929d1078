import { z } from 'zod';
import { opinion, positiveWonText, prose } from './events-basics.js';

/** The events of a sanction that people send (domain.md section 4). */
export const sanctionPayloads = {
  REQUEST_RECONSIDERATION: z.strictObject({ statement: prose }),
  DECIDE_SANCTION: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('imposed'), opinion }),
    z.strictObject({
      outcome: z.literal('reduced'),
      months: z.int().min(1).max(600).optional().describe('Of a ban: how long it is now'),
      amount: positiveWonText.optional().describe('Of a recovery or a levy: what it is now, in won'),
      opinion,
    }),
    z.strictObject({ outcome: z.literal('dropped'), opinion }),
  ]),
};
