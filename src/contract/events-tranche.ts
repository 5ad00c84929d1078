import { z } from 'zod';
import {
  day,
  documentSha256,
  listedId,
  opaqueRef,
  opinion,
  positiveWonText,
  prose,
} from './events-basics.js';

const MOST_DOCUMENTS = 20;

const claimDocument = z.strictObject({
  kind: listedId.describe('What it is, as the edition lists the documents of a claim'),
  sha256: documentSha256,
  expiresOn: day.optional().describe('The last day on which it is valid, where it has one'),
});

const documents = z.array(claimDocument).min(1).max(MOST_DOCUMENTS);

/** A tranche of the first version names its documents by their SHA-256 alone. */
const claim = z
  .strictObject({
    documents: documents.optional(),
    documentSha256s: z
      .array(documentSha256)
      .min(1)
      .max(MOST_DOCUMENTS)
      .optional()
      .describe('For tranches of the first version, instead of documents'),
  })
  .refine((said) => (said.documents === undefined) !== (said.documentSha256s === undefined), {
    error: '청구 서류를 적으십시오 / name the documents of the claim',
    path: ['documents'],
  });

/** What is approved is named by its SHA-256; tranches of the first version ask for none. */
const approving = z.strictObject({
  sha256: documentSha256
    .optional()
    .describe('SHA-256 of exactly what is approved, as the case shows it (approval.sha256)'),
});

/** The events of a tranche that people send (domain.md section 3). */
export const tranchePayloads = {
  CONFIRM_CASH_SHARE: z.strictObject({
    amount: positiveWonText,
    reference: opaqueRef.optional().describe("The bank's reference of the deposit; the same is taken once"),
  }),
  CLAIM: claim,
  AMEND_CLAIM: z.strictObject({ documents, ground: prose.describe('Why; it stands in the record') }),
  RECHECK_CLAIM: z.strictObject({ reason: prose.optional() }),
  APPROVE_FIRST: approving,
  APPROVE_SECOND: approving,
  RETURN_CLAIM: z.strictObject({ reason: prose }),
  REFUSE_CLAIM: z.strictObject({ ground: listedId, opinion: opinion.optional() }),
  RETRY_PAYMENT: z.strictObject({
    reason: prose.describe('What has been put right since the portal said no'),
  }),
};
