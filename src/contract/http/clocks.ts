import { z } from 'zod';
import { TRACKS } from '../names.js';
import { bilingualSchema } from './problem.js';
import { pageQuerySchema } from './queries.js';

/** What every clock has: its name, from when until when it runs (ISO instants), by which rule, and whose duty it is. */
const running = {
  clock: z.string(),
  name: bilingualSchema,
  from: z.string(),
  due: z.string(),
  rule: z.string(),
  provisional: z.boolean(),
  whose: z.array(z.string()),
  overdue: z.boolean(),
};

/** By whom something was decided about a clock, for whom, when and why. */
const decided = {
  ground: z.string(),
  by: z.string(),
  onBehalfOf: z.string().optional(),
  at: z.string(),
};

/**
 * A running clock as people read it: from when until when (ISO instants), by which rule, and the arithmetic step by step.
 * `provisional`: counted into a year whose days off aren't published yet; `suspended`: since when, and what was left then.
 */
export const clockShownSchema = z
  .object({
    ...running,
    pending: z.boolean().describe('Whether what it asks for is still to be done'),
    overdueSince: z.string().nullable(),
    suspended: z
      .object({ at: z.string(), remaining: z.object({ unit: z.string(), count: z.number() }) })
      .nullable(),
    extensions: z.array(
      z.object({
        from: z.string().describe('Until when it ran before'),
        to: z.string(),
        ...decided,
      }),
    ),
    corrections: z.array(
      z.object({
        from: z.string().describe('From when it ran before'),
        to: z.string().describe('The same where a day off was added'),
        dueBefore: z.string(),
        dueAfter: z.string(),
        ...decided,
      }),
    ),
    escalations: z.array(
      z.object({
        mark: z.string(),
        person: z.string(),
        onBehalfOf: z.string().nullable(),
        at: z.string(),
      }),
    ),
    steps: z.array(bilingualSchema),
    clause: bilingualSchema,
  })
  .meta({ id: 'ClockShown' });

/** A duty that a clock holds, as a line of what is due: whose case, whose duty, until when. */
export const clockLineSchema = z
  .object({
    case: z.string(),
    href: z.string(),
    subject: z.string(),
    company: z.string(),
    partner: z.string().nullable(),
    ...running,
    suspended: z.boolean(),
  })
  .meta({ id: 'ClockLine' });

/** A page of what is due, the earliest first; `next` is the cursor of the following page. */
export const clockPageSchema = z
  .object({ items: z.array(clockLineSchema), next: z.string().nullable() })
  .meta({ id: 'ClockPage' });

/** What a list of clocks is narrowed to; `due-before` is an ISO instant. */
export const clocksQuerySchema = pageQuerySchema.extend({
  'due-before': z.iso
    .datetime({ offset: true })
    // ISO has a year 0, PostgreSQL has not.
    .refine((instant) => !instant.startsWith('0000'))
    .optional(),
  overdue: z.literal('true').optional().describe('Those whose time has passed'),
  mine: z.literal('true').optional().describe('Those that are yours to see to'),
  edition: z.string().max(40).optional(),
  track: z.enum(TRACKS).optional(),
});

/** A calendar of what is a person's to do; `href` is its secret address, told once. */
export const calendarFeedSchema = z
  .object({
    id: z.string(),
    href: z.string().nullable().describe('The secret address; only in the answer that made it'),
    role: z.string(),
    org: z.string(),
    madeAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'CalendarFeed' });

/** A person's own calendars. */
export const calendarFeedsSchema = z
  .object({ items: z.array(calendarFeedSchema) })
  .meta({ id: 'CalendarFeeds' });

/** The address of a calendar: by its id for its owner, by its secret with `.ics` behind for a calendar program. */
export const feedAddressSchema = z.object({ feed: z.string().regex(/^[A-Za-z0-9_-]{1,80}(\.ics)?$/) });

export type ClockShown = z.infer<typeof clockShownSchema>;
export type ClockLine = z.infer<typeof clockLineSchema>;
export type CalendarFeedBody = z.infer<typeof calendarFeedSchema>;
