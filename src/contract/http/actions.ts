import { z } from 'zod';
import { bilingualSchema, explainedSchema } from './problem.js';

/** What a person wants to happen to a case: an event of its chart, and what that event needs to know. */
export const actionEnvelopeSchema = z
  .strictObject({
    type: z.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/),
    data: z.record(z.string(), z.unknown()).default({}),
    expectedSeq: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe(
        'The seq that the case was read at; refused where it has moved on by the time it is delivered',
      ),
  })
  .meta({ id: 'ActionToTake' });

/** An event of the chart as the caller may or may not send it now; `refusal` says why not, `payload` is JSON Schema of `data`. */
export const actionSchema = z
  .object({
    type: z.string(),
    label: bilingualSchema,
    allowed: z.boolean(),
    refusal: explainedSchema.optional(),
    due: z.string().optional().describe('Until when the state offers it, where it waits for a date'),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Action' });

/** Every event that the outside can send to a case, in the state and at the number (`seq`) that it was read at. */
export const actionsSchema = z
  .object({ id: z.string(), state: z.string(), seq: z.number().int(), actions: z.array(actionSchema) })
  .meta({ id: 'Actions' });

/** An action as it comes with an answer: without the form, which GET …/actions gives. */
export const nextActionSchema = actionSchema.omit({ payload: true }).meta({ id: 'NextAction' });

/**
 * What a decision led to: the case's state when its row was committed, and what its new state offers.
 * `outcome` is `ignored` for an announcement that the chart didn't take; `reason` is then its refusal's code.
 */
export const decidedSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    command: z.string(),
    outcome: z.enum(['applied', 'ignored']),
    reason: z.string().nullable(),
    state: z.string(),
    stateLabel: bilingualSchema,
    seq: z.number().int(),
    actions: z.array(nextActionSchema),
  })
  .meta({ id: 'DecidedAnswer' });

/** Received and kept, to be delivered as soon as the engine is back; `href` says what became of it. */
export const acceptedSchema = z
  .object({ command: z.object({ id: z.string(), href: z.string(), receivedAt: z.string() }) })
  .meta({ id: 'AcceptedAnswer' });

export type Action = z.infer<typeof actionSchema>;
export type NextAction = z.infer<typeof nextActionSchema>;
export type DecidedAnswer = z.infer<typeof decidedSchema>;
export type AcceptedAnswer = z.infer<typeof acceptedSchema>;
