import { z } from 'zod';
import { clinicalStageIds } from '../program/schema-tracks.js';
import { bilingual, documentSha256, listedId, opaqueRef, wonText } from './events-basics.js';

/**
 * Who pays, in won: `government` for the firm's own research, `partnerCost` for the foreign partner's part of it, which
 * may be government money in full (domain.md section 3).
 */
const money = z.strictObject({
  government: wonText,
  firmCash: wonText,
  firmInKind: wonText,
  partnerCost: wonText,
});

const common = {
  title: bilingual,
  sector: z.string().regex(/^[A-Z]\d$/, {
    error: '분야는 A1 형식의 코드입니다 / a sector is a code such as A1',
  }),
  partnerId: listedId.describe("The partner institution, as the edition's register has it"),
  money,
  investigatorRef: opaqueRef
    .optional()
    .describe(
      "The principal investigator, by an opaque reference of the researchers' register; never a name",
    ),
  foreignBearsCost: z
    .boolean()
    .optional()
    .describe(
      'Whether a foreign corporation bears part of the cost, which lets researchers be on more projects',
    ),
};

const mitIlp = z.strictObject({ track: z.literal('mitIlp'), ...common });

const structured = z.strictObject({
  ...{ track: z.literal('structured'), ...common },
  proposalId: opaqueRef.describe("The partner's technology proposal that the firm answers"),
});

const autonomous = z.strictObject({
  ...{ track: z.literal('autonomous'), ...common },
  partnerEvidenceSha256: documentSha256.describe('What shows that the partner is with the firm'),
  preferences: z.array(listedId).max(20).default([]).describe('The preferences that the firm claims'),
  preferenceProofSha256s: z
    .array(documentSha256)
    .max(20)
    .optional()
    .describe('What shows that it has them; an officer confirms each by it'),
});

const stage = z.enum(clinicalStageIds);

const ecoBridge = z.strictObject({
  ...{ track: z.literal('ecoBridge'), ...common },
  partnerEvidenceSha256: documentSha256,
  entryStage: stage.describe('Where the project begins'),
  targetStage: stage.describe('Where it is to arrive; not before the entry stage'),
});

/** An application as its track asks for it (domain.md section 1); what it names by id is held against the edition in the pre-check. */
export const applicationSchema = z.discriminatedUnion('track', [mitIlp, structured, autonomous, ecoBridge]);

/** An application whose schema was held. */
export type Application = z.infer<typeof applicationSchema>;
