import { z } from 'zod';
import { daySchema, slugSchema, wordsSchema, yearSchema } from './schema-basics.js';

/** Every named clock of the program (domain.md section 4, and the assumed ones the tracks need). */
export const clockNames = [
  'objection',
  'objection-decision',
  'reserve',
  'agreement',
  'agreement-grace',
  'plan-revision',
  'roadmap',
  'roadmap-check',
  'matching',
  'agenda',
  'stage',
  'stage-report',
  'cost-report',
  'final-report',
  'settlement-objection',
  'settlement-decision',
  'repayment',
  'instalment',
  'change-decision',
  'gate-hold',
  'gate-condition',
  'special-evaluation-explanation',
  'sanction-reconsideration',
  'sanction-decision',
] as const;

/** A length of time: months are calendar months, never 30 days. */
export const lengthSchema = z.strictObject({
  unit: z.enum(['months', 'days', 'hours', 'seconds']),
  count: z.int().min(0),
});

/** Who is told how long after a clock ran out: the delegate who covers the desk, then the head. */
const escalationSchema = z.strictObject({ after: lengthSchema, to: z.enum(['delegate', 'head']) });

/**
 * One clock: what starts it, how long it runs, how its days are counted, whose duty it is and what lateness brings.
 * `civil`: the first day is not counted and a last day off rolls to the next working day; `duty`: the first day counts
 * and the end does not move (domain.md section 4). `opensBefore`: how long before it starts the act is already accepted.
 * `remind`: how long before it is due it is reminded of; `escalate`: how long after it who is told of its lateness (without
 * it, what runs out is a right or a window, and isn't overdue); `extendable`: at most by how much in all, null where notice
 * is enough, and by whom; `suspendable`: whether it may stand still.
 */
export const clockSchema = z.strictObject({
  name: wordsSchema,
  from: wordsSchema,
  length: lengthSchema,
  counting: z.enum(['civil', 'duty']),
  whose: z.array(z.enum(['firm', 'partner', 'agency', 'person', 'ministry'])).min(1),
  ifLate: wordsSchema,
  clause: wordsSchema,
  opensBefore: lengthSchema.optional(),
  remind: z.array(lengthSchema).optional(),
  escalate: z.array(escalationSchema).optional(),
  extendable: z
    .strictObject({ most: lengthSchema.nullable(), by: z.enum(['officer', 'committee']) })
    .optional(),
  suspendable: z.boolean().optional(),
});

/** All clocks by name; a missing or unknown name is an error that says which. */
export const clocksSchema = z.record(z.enum(clockNames), clockSchema);

/** One day off: a public holiday, its substitute, or a one-off day the government declared (elections too). */
export const holidaySchema = z.strictObject({
  date: daySchema,
  name: wordsSchema,
  kind: z.enum(['public', 'substitute', 'one-off']),
});

/** A dated table of days off, by year; `version` changes whenever staff amend it. */
export const holidaysSchema = z.strictObject({
  version: slugSchema,
  years: z.record(yearSchema, z.array(holidaySchema)),
});
