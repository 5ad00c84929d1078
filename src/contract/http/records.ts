import { z } from 'zod';
import { bilingualSchema, explainedSchema } from './problem.js';

const commandOutcomeSchema = z
  .object({
    subjectId: z.string(),
    seq: z.number().int(),
    state: z.string(),
    outcome: z.enum(['applied', 'ignored']),
    reason: z.string().nullable(),
  })
  .meta({ id: 'CommandOutcome' });

/** A command of the inbox; `decided` is the row it led to, `refusal` why it was refused, both null while it is under way. */
export const commandSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    kind: z.enum(['start', 'decide', 'announce']),
    case: z.string(),
    type: z.string(),
    by: z.object({
      ...{ person: z.string(), role: z.string(), org: z.string() },
      onBehalfOf: z
        .string()
        .optional()
        .describe('Whose decision it is, where a delegation covers an absence'),
    }),
    receivedAt: z.string(),
    state: z.enum(['received', 'applied', 'refused']),
    answeredAt: z.string().nullable(),
    decided: commandOutcomeSchema.nullable(),
    refusal: explainedSchema.nullable(),
  })
  .meta({ id: 'Command' });

/** A page of commands, the newest first. */
export const commandPageSchema = z
  .object({ items: z.array(commandSchema), next: z.string().nullable() })
  .meta({ id: 'CommandPage' });

/** A stored document: SHA-256 (hex) and size in bytes. */
export const documentSchema = z
  .object({ sha256: z.string(), size: z.number().int(), mediaType: z.string(), href: z.string() })
  .meta({ id: 'StoredDocument' });

/** Who the token says is asking. */
export const meSchema = z
  .object({
    ...{ person: z.string(), role: z.string(), org: z.string() },
    onBehalfOf: z.string().optional(),
  })
  .meta({ id: 'Me' });

/** What an organisation was told, the newest first. */
export const noticePageSchema = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        case: z.string(),
        notice: z.string(),
        text: bilingualSchema,
        params: z.record(z.string(), z.unknown()),
        person: z.string().optional().describe('The one person of the organisation who is meant'),
        sentAt: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'NoticePage' });

/** Every account's two sides in whole won, as digits. */
export const statementSchema = z
  .object({ accounts: z.array(z.object({ account: z.string(), debit: z.string(), credit: z.string() })) })
  .meta({ id: 'Statement' });

const editionLine = z.object({
  id: z.string(),
  year: z.number().int(),
  hash: z.string(),
  isDefault: z.boolean(),
});

/** The program's editions that are served. */
export const editionsSchema = z.object({ items: z.array(editionLine) }).meta({ id: 'Editions' });

/** An edition in full; `assumed` names the values (dotted paths) that are our choice and not the ministry's. */
export const editionSchema = editionLine
  .extend({ assumed: z.array(z.string()), edition: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Edition' });

const chartLine = z.object({ id: z.string(), subject: z.string(), label: bilingualSchema });

/** The released charts. */
export const chartsSchema = z.object({ items: z.array(chartLine) }).meta({ id: 'Charts' });

/** What the service needs to work, and whether each is there; `missing` names what is not. */
export const readySchema = z
  .object({
    status: z.enum(['ready', 'notReady']),
    missing: z.array(z.enum(['postgres', 'temporal', 'worker'])),
  })
  .meta({ id: 'Ready' });

export type CommandBody = z.infer<typeof commandSchema>;
