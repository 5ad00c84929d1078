import { z } from 'zod';
import { basisPointsSchema, countSchema, slugSchema, wordsSchema } from './schema-basics.js';

const points = z.int().min(0).max(100);

/** One criterion of an evaluation; `weight`: basis points of the whole score, all of a competition's together 10000. */
export const criterionSchema = z.strictObject({
  id: slugSchema,
  name: wordsSchema,
  weight: basisPointsSchema.min(1),
});

const criteriaSchema = z.array(criterionSchema).min(1);
const idsSchema = z.array(slugSchema);

/** What is scored in each competition: a track's selection, and the structured track's second one, over roadmaps. */
const byCompetition = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ mitIlp: item, structured: item, roadmap: item, autonomous: item, ecoBridge: item });

/**
 * How panels score. `panelMinimum`: the fewest members that may decide a score; `trimFrom`: from that many scores on the
 * highest and the lowest are left out; `moderationSpread`: points between highest and lowest from which the panel
 * meets again; `threshold`: the least points that can be selected; `mostPreferencePoints`: the most that preferences add.
 */
export const evaluationSchema = z.strictObject({
  panelSize: countSchema,
  panelMinimum: countSchema,
  // Without the highest and the lowest something must be left to count.
  trimFrom: z.int().min(3),
  moderationSpread: points.min(1),
  threshold: points,
  mostPreferencePoints: points,
  criteria: byCompetition(criteriaSchema),
});

/**
 * How scores become a list. `tieBreaks`: the criteria that part equal totals, in their order; after them the earlier
 * application number. `reserveShare`: the reserve list in basis points of the capacity; `mostPerProposal`,
 * `mostPerFirm`: how many may be selected for one proposal and of one firm.
 */
export const rankingSchema = z.strictObject({
  tieBreaks: byCompetition(idsSchema),
  reserveShare: basisPointsSchema,
  mostPerProposal: countSchema,
  mostPerFirm: countSchema,
});

/**
 * A reason for which a panel member is left out (domain.md section 2): `always` by law, or `when-found` once it is
 * declared or found; `years`: how far back it reaches.
 */
export const conflictSchema = z.strictObject({
  id: slugSchema,
  name: wordsSchema,
  excludes: z.enum(['always', 'when-found']),
  years: countSchema.optional(),
});
