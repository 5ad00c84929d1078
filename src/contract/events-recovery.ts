import { z } from 'zod';
import { day, nothing, opaqueRef, positiveWonText, prose } from './events-basics.js';

const instalment = z.strictObject({
  amount: positiveWonText,
  due: day.describe('The last Korean day on which it may come in'),
});

const grounded = z.strictObject({ ground: prose.describe('Why; it stands in the record') });

/** The events of a recovery that people send (domain.md section 3). */
export const recoveryPayloads = {
  RECORD_RECEIPT: z.strictObject({
    amount: positiveWonText,
    reference: opaqueRef.describe(
      "The transfer's reference at the bank; one that was recorded is not recorded again",
    ),
    receivedOn: day,
  }),
  PROPOSE_INSTALMENTS: z.strictObject({
    plan: z.array(instalment).min(1).max(60).describe('All that is still owed, in the order of the days'),
    reason: prose,
  }),
  APPROVE_INSTALMENTS: nothing,
  REFUSE_INSTALMENTS: grounded,
  REVOKE_INSTALMENTS: grounded,
};
