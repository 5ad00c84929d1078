import { z } from 'zod';
import { clockShownSchema } from './clocks.js';
import { bilingualSchema, explainedSchema, fieldErrorSchema } from './problem.js';

/** Whether a decision is only to be played through: then nothing is written, and no key is needed. */
export const actionQuerySchema = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Say what would happen; nothing is written, and no Idempotency-Key is needed'),
});

/** From which state a case would come into which. */
export const movedSchema = z
  .object({
    from: z.string().nullable().describe('null for a case that would begin'),
    fromLabel: bilingualSchema.nullable(),
    to: z.string(),
    toLabel: bilingualSchema,
  })
  .meta({ id: 'Moved' });

/** A clock before and after, null where it doesn't run. */
export const clockMovedSchema = z
  .object({ clock: z.string(), before: clockShownSchema.nullable(), after: clockShownSchema.nullable() })
  .meta({ id: 'ClockMoved' });

/** A tranche before and after; amounts are whole won as digits. */
export const trancheMovedSchema = z
  .object({
    no: z.number().int(),
    before: z.object({ state: z.string(), amount: z.string() }).nullable(),
    after: z.object({ state: z.string(), amount: z.string() }).nullable(),
  })
  .meta({ id: 'TrancheMoved' });

/** What a neighbouring case would be told and where that would lead it; `ignored`: it would not take it. */
export const neighbourMovedSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    subject: z.string(),
    event: z.string(),
    label: bilingualSchema,
    outcome: z.enum(['applied', 'ignored']),
    state: movedSchema,
  })
  .meta({ id: 'NeighbourMoved' });

/**
 * What would happen if: whether a decision would be allowed (why not otherwise), and then what would follow from it in its own
 * case and its neighbours. What an outside party would answer (a portal, the books) isn't foreseen; `effects` names what
 * would be asked of them.
 */
export const whatIfSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    seq: z.number().int().describe('The number that the case was read at'),
    allowed: z.boolean(),
    refusal: explainedSchema.optional(),
    errors: z.array(fieldErrorSchema),
    state: movedSchema,
    clocks: z.array(clockMovedSchema),
    deadlines: z.array(
      z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    money: z.object({
      postings: z.array(
        z.object({
          case: z.string(),
          kind: z.string(),
          debit: z.string(),
          credit: z.string(),
          amount: z.string(),
        }),
      ),
      tranches: z.array(trancheMovedSchema),
    }),
    letters: z.array(
      z.object({ case: z.string(), to: z.string(), notice: z.string(), text: bilingualSchema }),
    ),
    neighbours: z.array(neighbourMovedSchema),
    effects: z.array(z.object({ case: z.string(), name: z.string(), label: bilingualSchema })),
  })
  .meta({ id: 'WhatIf' });

export type WhatIf = z.infer<typeof whatIfSchema>;
export type Moved = z.infer<typeof movedSchema>;
