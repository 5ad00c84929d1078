import { z } from 'zod';
import { basisPointsSchema, countSchema, slugSchema, wonSchema, wordsSchema } from './schema-basics.js';

const named = { id: slugSchema, name: wordsSchema };

/** A two-letter country code. */
const countrySchema = z
  .string()
  .regex(/^[A-Z]{2}$/, { error: '국가는 두 글자 코드입니다 / a country is a two-letter code' });

/** The six strategic industries and twelve emerging sectors; `version` because the list changes from year to year. */
export const sectorsSchema = z.strictObject({
  version: slugSchema,
  industries: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]$/), name: wordsSchema })).min(1),
  emerging: z
    .array(z.strictObject({ code: z.string().regex(/^[A-Z]\d$/), industry: z.string(), name: wordsSchema }))
    .min(1),
});

/** A partner institution of the register, or a pharmaceutical partner; `invented` marks a placeholder. */
export const partnerSchema = z.strictObject({
  ...named,
  country: countrySchema,
  invented: z.boolean().optional(),
});

/** Shares of the money in basis points: of the whole project, and of the firm's own share for cash (domain.md section 3). */
export const ratiosSchema = z.strictObject({
  governmentMax: basisPointsSchema,
  firmMin: basisPointsSchema,
  firmCashMin: basisPointsSchema,
  partnerOutsideRatio: z.boolean(),
});

/** What earns a firm priority in the autonomous track, with its extra points. */
export const preferenceSchema = z.strictObject({ ...named, points: countSchema });

const loadSchema = z.strictObject({ projects: countSchema, principal: countSchema });

/** How many running projects a researcher and a firm may have (3책5공, domain.md section 2). */
export const concurrencySchema = z.strictObject({
  researcher: loadSchema,
  researcherWithForeign: loadSchema,
  firm: z.strictObject({ running: countSchema }),
});

/** A stage evaluation grade; `mayStop` grades may end a project, and only these. */
export const gradeSchema = z.strictObject({
  ...named,
  mayStop: z.boolean(),
  opensNextTranche: z.boolean(),
  needs: z.array(z.enum(['process-inadequate', 'far-below-plan'])),
});

/** A lawful basis for stopping, cutting or changing a project; a decision without one is refused. */
export const lawfulBasisSchema = z.strictObject({
  ...named,
  allows: z.array(z.enum(['stop', 'cut', 'change'])).min(1),
});

/** A ground for special evaluation, and whether a sanction may follow from it. */
export const specialGroundSchema = z.strictObject({ ...named, mayBringSanction: z.boolean() });

/** What an objection may and may not be about. */
export const objectionGroundsSchema = z.strictObject({
  admissible: z.array(z.strictObject(named)).min(1),
  inadmissible: z.array(z.strictObject(named)).min(1),
});

/**
 * A change of agreement that needs approval before the fact. `onlyIf`: only from an amount (`equipmentFrom`), only for a
 * rise (`commissionedUp`), or only where more than the exchange rate changed; else it is registered.
 */
const importantChangeSchema = z.strictObject({
  ...named,
  onlyIf: z.enum(['amount', 'rise', 'beyond-exchange-rate']).optional(),
  decidedBy: z.enum(['officer', 'committee']),
});

/** Which changes of agreement need approval first, which are only registered, and the thresholds between them. */
export const changesSchema = z.strictObject({
  important: z.array(importantChangeSchema).min(1),
  minor: z.array(z.strictObject(named)).min(1),
  equipmentFrom: wonSchema,
  commissionedUp: basisPointsSchema,
});
