import { z } from 'zod';
import { positiveWonText } from '../events-basics.js';
import { COMPETITIONS, TRACKS } from '../names.js';
import { bilingualSchema } from './problem.js';

const moment = z.iso
  .datetime({ offset: true })
  // ISO has a year 0, PostgreSQL has not.
  .refine((instant) => !instant.startsWith('0000'))
  .transform((instant) => new Date(instant).toISOString());

const MOST_PLACES = 10_000;

/** A call as it is planned: what is left out comes from the edition. Moments are ISO with an offset, money is whole won. */
export const callToPlanSchema = z
  .strictObject({
    edition: z.string().max(40).optional().describe('The default edition if left out'),
    track: z.enum(TRACKS),
    competition: z.enum(COMPETITIONS),
    window: z
      .strictObject({ opens: moment, closes: moment })
      .refine(({ opens, closes }) => opens < closes, {
        error: '마감은 시작보다 늦어야 합니다 / it has to close after it opens',
      })
      .optional(),
    capacity: z.number().int().min(1).max(MOST_PLACES).optional(),
    budget: positiveWonText.nullable().optional().describe("The first year's money; null for no limit"),
  })
  .meta({ id: 'CallToPlan' });

/** A call as everybody may know it. Moments are ISO, UTC. */
export const callLineSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    edition: z.string(),
    track: z.enum(TRACKS),
    competition: z.enum(COMPETITIONS),
    state: z.string(),
    stateLabel: bilingualSchema,
    window: z.object({ opens: z.string(), closes: z.string() }),
    capacity: z.number().int(),
  })
  .meta({ id: 'CallLine' });

/** The calls of an edition, or of all. */
export const callListSchema = z.object({ items: z.array(callLineSchema) }).meta({ id: 'CallList' });

/** An entrant of a call as staff follow it; `score` is in points, `failing` how many pre-checks say no (null where none is asked for any more). */
export const entrantLineSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    number: z.number().int(),
    company: z.string(),
    partner: z.string().nullable(),
    proposal: z.string().nullable(),
    title: bilingualSchema,
    state: z.string(),
    stateLabel: bilingualSchema,
    seq: z.number().int(),
    score: z.number().nullable(),
    panel: z.object({ seats: z.number().int(), scored: z.number().int() }),
    failing: z.number().int().nullable(),
  })
  .meta({ id: 'CallEntrant' });

/** A page of a call's entrants; `next` is the cursor of the following page. */
export const entrantPageSchema = z
  .object({ items: z.array(entrantLineSchema), next: z.string().nullable() })
  .meta({ id: 'CallEntrants' });

/** What the pre-check found in one application: every verdict with the facts that it looked at. */
export const preCheckSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    seq: z.number().int(),
    company: z.string(),
    verdicts: z.array(
      z.object({
        code: z.string(),
        ok: z.boolean(),
        evidence: z.record(z.string(), z.string()),
        words: bilingualSchema.describe('What is wrong where it is not ok, and what to do about it'),
      }),
    ),
  })
  .meta({ id: 'PreCheck' });

/** A page of applications that await their pre-check. */
export const preCheckPageSchema = z
  .object({ items: z.array(preCheckSchema), next: z.string().nullable() })
  .meta({ id: 'PreChecks' });

export type CallToPlan = z.output<typeof callToPlanSchema>;
export type CallLine = z.infer<typeof callLineSchema>;
export type EntrantLine = z.infer<typeof entrantLineSchema>;
export type PreCheckLine = z.infer<typeof preCheckSchema>;
