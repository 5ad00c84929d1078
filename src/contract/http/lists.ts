import { z } from 'zod';
import { positiveWonText, prose } from '../events-basics.js';
import { bulkAnswerSchema } from './bulk.js';
import { bilingualSchema } from './problem.js';
import { sha256Schema } from './queries.js';

const OUTCOMES = ['selected', 'reserve', 'rejected'] as const;

/** Whether something is only to be shown; nothing is written then. */
export const dryRunSchema = z.strictObject({
  dryRun: z.enum(['true', 'false']).default('false').describe('Show what it would be; nothing is written'),
});

/** A ranked list to be made: what the committee decides otherwise than the rules, project by project, with its ground. */
export const listToMakeSchema = z
  .strictObject({
    exceptions: z
      .array(
        z.strictObject({
          projectId: z.string().max(120),
          outcome: z.enum(OUTCOMES),
          ground: prose,
          grant: positiveWonText.optional(),
        }),
      )
      .max(200)
      .default([]),
    basedOn: sha256Schema.optional().describe('The list that the exceptions are made to'),
  })
  .meta({ id: 'ListToMake' });

/** A project's place on a ranked list; scores are in hundredths of a point, money in won; `ground` says why not. */
export const rankedSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    number: z.number().int(),
    company: z.string(),
    proposal: z.string().nullable(),
    rank: z.number().int(),
    score: z.number().int(),
    preferencePoints: z.number(),
    total: z.number().int(),
    outcome: z.enum(OUTCOMES),
    reserveRank: z.number().int().nullable(),
    ground: z.string().nullable(),
    tieBrokenBy: z.string().nullable(),
    isException: z.boolean(),
    grant: z.string(),
    firstTranche: z.string(),
    derivation: z.array(bilingualSchema),
  })
  .meta({ id: 'RankedProject' });

/**
 * A ranked list, named by the SHA-256 of all that it was made from and came to. `isCurrent`: the books would still give the
 * same; `clocks`: what would be due when, if it were notified now.
 */
export const rankedListSchema = z
  .object({
    sha256: z.string(),
    call: z.string(),
    basedOn: z.string().nullable(),
    isCurrent: z.boolean(),
    isStored: z.boolean(),
    capacity: z.number().int(),
    budget: z.string().nullable(),
    selected: z.number().int(),
    reserve: z.number().int(),
    rejected: z.number().int(),
    money: z.object({ committed: z.string(), firstYear: z.string() }),
    clocks: z.array(z.object({ name: z.string(), due: z.string() })),
    places: z.array(rankedSchema),
  })
  .meta({ id: 'RankedList' });

/** The lists that were stored for a call, the newest first. */
export const listLinesSchema = z
  .object({
    items: z.array(
      z.object({
        sha256: z.string(),
        href: z.string(),
        basedOn: z.string().nullable(),
        madeBy: z.string(),
        madeAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'RankedLists' });

/** The places that a call gave, as they stand now; those that moved since its list included. */
export const callPlacesSchema = z
  .object({
    items: z.array(
      z.object({
        project: z.string(),
        href: z.string(),
        rank: z.number().int(),
        outcome: z.enum(OUTCOMES),
        reserveRank: z.number().int().nullable(),
        state: z.enum([...OUTCOMES, 'promoted', 'freed', 'released']),
        ground: z.string().nullable(),
        grant: z.string().nullable(),
        list: z.string(),
        changedAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'CallPlaces' });

/** A project's own rank with how it came about; nothing of anybody else's. Scores are in hundredths of a point. */
export const ownRankSchema = z
  .object({
    id: z.string(),
    call: z.string(),
    list: z.string(),
    rank: z.number().int(),
    among: z.number().int(),
    score: z.number().int(),
    preferencePoints: z.number(),
    total: z.number().int(),
    outcome: z.enum([...OUTCOMES, 'released']),
    reserveRank: z.number().int().nullable(),
    ground: z.string().nullable(),
    derivation: z.array(bilingualSchema),
  })
  .meta({ id: 'OwnRank' });

/** How panels are to be assigned; the edition's size of a panel if left out. */
export const assignmentToMakeSchema = z
  .strictObject({ panelSize: z.number().int().min(1).max(20).optional() })
  .meta({ id: 'AssignmentToMake' });

/** Who is to evaluate what, evenly and without conflicts; `bulk` is what became of the assignments, null for a dry run. */
export const assignmentSchema = z
  .object({
    panelSize: z.number().int(),
    items: z.array(z.object({ project: z.string(), members: z.array(z.string()) })),
    unassignable: z
      .array(
        z.object({
          project: z.string(),
          needed: z.number().int(),
          eligible: z.number().int(),
          excluded: z.array(z.object({ person: z.string(), reason: z.string() })),
        }),
      )
      .describe('Projects for which too few members are left, and why the others can not evaluate them'),
    loads: z.array(z.object({ person: z.string(), projects: z.number().int() })),
    bulk: bulkAnswerSchema.nullable(),
  })
  .meta({ id: 'Assignment' });

export type RankedListBody = z.infer<typeof rankedListSchema>;
export type RankedLine = z.infer<typeof rankedSchema>;
export type OwnRank = z.infer<typeof ownRankSchema>;
export type ListToMake = z.output<typeof listToMakeSchema>;
export type AssignmentBody = z.infer<typeof assignmentSchema>;
