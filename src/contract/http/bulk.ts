import { z } from 'zod';
import { actionEnvelopeSchema } from './actions.js';
import { explainedSchema } from './problem.js';

/** How many actions may be sent at once. */
export const MOST_IN_BULK = 1_000;

const bulkItemSchema = actionEnvelopeSchema.extend({
  case: z.string().max(120).describe('The id of the case, such as project/2026/structured/0042'),
});

/** Many actions at once; each passes the same door as an action of its own, and one that is refused holds up no other. */
export const bulkSchema = z
  .strictObject({ items: z.array(bulkItemSchema).min(1).max(MOST_IN_BULK) })
  .meta({ id: 'BulkToDo' });

/** A bulk as it is read at first: whose turn each item is; the door reads the rest of each by itself. */
export const bulkFrameSchema = z.strictObject({
  items: z
    .array(z.looseObject({ case: z.string().min(1).max(120) }))
    .min(1)
    .max(MOST_IN_BULK),
});

/** What became of one item: `pending` is received and kept, to be looked up again. */
export const bulkOutcomeSchema = z
  .object({
    case: z.string(),
    type: z.string(),
    command: z.string(),
    outcome: z.enum(['applied', 'refused', 'ignored', 'pending']),
    state: z.string().optional(),
    refusal: explainedSchema.optional(),
  })
  .meta({ id: 'BulkOutcome' });

/** What became of a bulk, item by item in the order in which they were sent. */
export const bulkAnswerSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    receivedAt: z.string(),
    items: z.array(bulkOutcomeSchema),
    counts: z.object({
      applied: z.number().int(),
      refused: z.number().int(),
      ignored: z.number().int(),
      pending: z.number().int(),
    }),
  })
  .meta({ id: 'BulkAnswer' });

export type BulkAnswer = z.infer<typeof bulkAnswerSchema>;
export type BulkOutcome = z.infer<typeof bulkOutcomeSchema>;
