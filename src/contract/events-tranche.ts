import { z } from 'zod';
import { documentSha256, listedId, nothing, opinion, positiveWonText, prose } from './events-basics.js';

/** The events of a tranche that people send (domain.md section 3). */
export const tranchePayloads = {
  CONFIRM_CASH_SHARE: z.strictObject({ amount: positiveWonText }),
  CLAIM: z.strictObject({ documentSha256s: z.array(documentSha256).min(1).max(20) }),
  APPROVE_FIRST: nothing,
  APPROVE_SECOND: nothing,
  RETURN_CLAIM: z.strictObject({ reason: prose }),
  REFUSE_CLAIM: z.strictObject({ ground: listedId, opinion: opinion.optional() }),
};
