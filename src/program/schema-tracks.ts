import { z } from 'zod';
import {
  basisPointsSchema,
  countSchema,
  daySchema,
  instantSchema,
  slugSchema,
  wonSchema,
  wordsSchema,
} from './schema-basics.js';

/** The four tracks by their names in code (domain.md section 1). */
export const trackIds = ['mitIlp', 'structured', 'autonomous', 'ecoBridge'] as const;

/** A period in which something is accepted: from `opens` to `closes`, both moments included. */
export const windowSchema = z.strictObject({ opens: instantSchema, closes: instantSchema });

/** One call for applications: the Korean days announced, and the exact window in which it accepts. */
export const roundSchema = z.strictObject({
  name: wordsSchema,
  days: z.strictObject({ opens: daySchema, closes: daySchema }),
  window: windowSchema,
});

/**
 * One track. `capacity`: new projects in the year; `firstCapacity`: how many pass the first of two selections;
 * `stages`: how many stages the agreement defines, each with one tranche; `trancheShares`: basis points of the grant a
 * stage, together 10000; `defaultGrant`: whole won where the decision names no other amount.
 */
export const trackSchema = z.strictObject({
  name: wordsSchema,
  who: wordsSchema,
  capacity: countSchema,
  firstCapacity: countSchema.optional(),
  proposals: countSchema.optional(),
  round: slugSchema,
  stages: countSchema,
  tranches: countSchema,
  // A tranche of nothing could be neither claimed nor paid.
  trancheShares: z.array(basisPointsSchema.min(1)).min(1),
  defaultGrant: wonSchema,
  entersWithPartner: z.boolean(),
});

/** All four tracks. */
export const tracksSchema = z.strictObject({
  mitIlp: trackSchema,
  structured: trackSchema,
  autonomous: trackSchema,
  ecoBridge: trackSchema,
});

/** The Eco-Bridge stages from discovery to approval, in order (domain.md section 5). */
export const clinicalStageIds = [
  'target-identification',
  'hit-finding',
  'lead-optimisation',
  'candidate-nomination',
  'ind-enabling',
  'ind-filing',
  'phase-1',
  'phase-2',
  'phase-3',
  'nda-bla',
] as const;

/** The five answers of a stage gate. */
export const gateOutcomeIds = ['GO', 'CONDITIONAL_GO', 'HOLD', 'RECYCLE', 'NO_GO'] as const;

/** One Eco-Bridge stage; `nciCode` is its NCI Thesaurus code where ICH M11 has one. */
export const clinicalStageSchema = z.strictObject({
  id: z.enum(clinicalStageIds),
  name: wordsSchema,
  group: z.enum(['discovery', 'preclinical', 'ind', 'clinical', 'approval']),
  nciCode: z
    .string()
    .regex(/^C\d+$/, { error: 'NCI 코드는 C15600 형식입니다 / an NCI code looks like C15600' })
    .optional(),
});

/** One gate outcome: whether the next tranche opens, and what the decision must carry with it. */
export const gateOutcomeSchema = z.strictObject({
  id: z.enum(gateOutcomeIds),
  name: wordsSchema,
  opensNextTranche: z.boolean(),
  needs: z.enum(['nothing', 'conditions', 'date', 'earlier-stage', 'special-evaluation']),
});

/** Eco-Bridge's own data: its stages in order and its gate outcomes. */
export const ecoBridgeSchema = z.strictObject({
  stages: z.array(clinicalStageSchema).length(clinicalStageIds.length),
  gateOutcomes: z.array(gateOutcomeSchema).length(gateOutcomeIds.length),
});
