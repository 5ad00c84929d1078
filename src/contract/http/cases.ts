import { z } from 'zod';
import { clockShownSchema } from './clocks.js';
import { bilingualSchema } from './problem.js';

/** A date that a case waits for; `name` is the delay's name in the chart, `due` an ISO instant. */
export const deadlineSchema = z.object({ name: z.string(), due: z.string() }).meta({ id: 'Deadline' });

/** A case as people read it; `facts` is the chart's context without the edition's terms, and without what isn't the reader's to know. */
export const caseSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    subject: z.string(),
    chart: z.string(),
    edition: z.object({ id: z.string(), hash: z.string() }),
    track: z.string(),
    company: z.string(),
    partner: z.string().nullable(),
    project: z
      .string()
      .nullable()
      .describe('The project that a tranche, or what runs beside a project, belongs to'),
    state: z.string(),
    stateLabel: bilingualSchema,
    awaits: z.array(z.string()).describe('The roles whose move it is'),
    seq: z.number().int(),
    deadlines: z.array(deadlineSchema),
    nextDue: z.string().nullable(),
    openedAt: z.string(),
    updatedAt: z.string(),
    closedAt: z.string().nullable(),
    clocks: z.array(clockShownSchema).describe('The clocks that were started, each with its arithmetic'),
    facts: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Case' });

/** A case of a list: everything but its clocks and its facts. */
export const caseLineSchema = caseSchema.omit({ clocks: true, facts: true }).meta({ id: 'CaseLine' });

const lines = z.array(caseLineSchema);

/** A project with its tranches and what runs beside it, by number. */
export const projectSchema = caseSchema
  .extend({
    tranches: lines,
    ...{ objections: lines, changes: lines, settlements: lines, recoveries: lines, sanctions: lines },
  })
  .meta({ id: 'Project' });

/** A page of cases; `next` is the cursor of the following page, null at the end. */
export const casePageSchema = z
  .object({ items: z.array(caseLineSchema), next: z.string().nullable() })
  .meta({ id: 'CasePage' });

/** Where a case stands in its chart; `picture` is the chart drawn with that state marked. */
export const chartPlaceSchema = z
  .object({
    id: z.string(),
    chart: z.string(),
    href: z.string(),
    picture: z.string(),
    state: z.string(),
    stateLabel: bilingualSchema,
    isClosed: z.boolean(),
  })
  .meta({ id: 'ChartPlace' });

/** One row of a case's ledger; `event.data` is what was sent, `from` is null at the beginning. */
export const timelineRowSchema = z
  .object({
    seq: z.number().int(),
    type: z.string(),
    label: bilingualSchema,
    by: z.object({
      person: z.string(),
      role: z.string(),
      org: z.string(),
      onBehalfOf: z.string().optional(),
    }),
    data: z.record(z.string(), z.unknown()),
    books: z
      .record(z.string(), z.string())
      .nullable()
      .describe(
        'What the books said when it was received, for those who oversee, where its chart judges by them',
      ),
    receivedAt: z.string(),
    appliedAt: z.string(),
    recordedAt: z.string(),
    command: z.string().nullable(),
    outcome: z.enum(['applied', 'ignored']),
    reason: z.string().nullable(),
    from: z.string().nullable(),
    to: z.string(),
    toLabel: bilingualSchema,
    orders: z.array(z.string()),
  })
  .meta({ id: 'TimelineRow' });

/** A page of a case's ledger in order; `next` is the number to continue after, null at the end. */
export const timelineSchema = z
  .object({ id: z.string(), items: z.array(timelineRowSchema), next: z.number().int().nullable() })
  .meta({ id: 'Timeline' });

export type CaseLine = z.infer<typeof caseLineSchema>;
export type ChartPlace = z.infer<typeof chartPlaceSchema>;
export type CaseBody = z.infer<typeof caseSchema>;
export type TimelineLine = z.infer<typeof timelineRowSchema>;
