import { z } from 'zod';
import { documentSha256, nothing, opinion, prose, wonText } from './events-basics.js';

const spent = z
  .strictObject({
    government: wonText.describe("Of the government's money, for the firm's own research"),
    cash: wonText.describe("Of the firm's own cash"),
    inKind: wonText.describe('What the firm brought in kind'),
    partner: wonText.optional().describe("Of the government's money, for the foreign partner's cost"),
  })
  .describe('What was spent in the stage, in won');

const disallowed = wonText.describe("Of what was spent of the government's money, what is not accepted");

/** The events of a stage's settlement that people send (domain.md section 3). */
export const settlementPayloads = {
  REPORT_COSTS: z.strictObject({
    spent,
    interest: wonText.optional().describe("What the government's money earned; without it nothing"),
    documentSha256,
  }),
  RETURN_COST_REPORT: z.strictObject({ reason: prose }),
  SETTLE: z.strictObject({ disallowed, opinion: opinion.optional() }),
  ACCEPT_SETTLEMENT: nothing,
  OBJECT_TO_SETTLEMENT: z.strictObject({ statement: prose }),
  DECIDE_SETTLEMENT_OBJECTION: z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('upheld'), disallowed, opinion: opinion.optional() }),
    z.strictObject({ outcome: z.literal('dismissed'), opinion: opinion.optional() }),
  ]),
};
