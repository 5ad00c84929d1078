import { z } from 'zod';
import { countSchema, slugSchema, wordsSchema } from './schema-basics.js';
import { lengthSchema } from './schema-clocks.js';

/**
 * How payments are made. `quietPeriod`: how long a payment of unknown outcome is left alone before the portal's "no payment
 * under this key" is believed.
 */
export const paymentSchema = z.strictObject({ quietPeriod: lengthSchema });

/**
 * A document that a claim for a tranche takes. `needed`: nothing is claimed without it; `validFor`: how long such a document
 * is valid at most, so its last day is stated with it and must not have passed.
 */
export const claimDocumentSchema = z.strictObject({
  kind: slugSchema,
  name: wordsSchema,
  needed: z.boolean(),
  validFor: lengthSchema.optional(),
});

/** What a claim for a tranche takes. */
export const claimSchema = z.strictObject({ documents: z.array(claimDocumentSchema).min(1) });

/** How a recovery may be paid in parts: in how many, and how long after the plan was proposed the last one is due. */
export const recoverySchema = z.strictObject({
  mostInstalments: countSchema,
  latestAfter: lengthSchema,
});
