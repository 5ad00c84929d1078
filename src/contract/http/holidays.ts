import { z } from 'zod';
import { bilingual, day, prose } from '../events-basics.js';
import { bilingualSchema } from './problem.js';

/** A day off that the government has declared after the edition was published, to be added to its table. */
export const holidayToProposeSchema = z
  .strictObject({
    date: day,
    name: bilingual,
    kind: z.enum(['public', 'substitute', 'one-off']).default('one-off'),
    ground: prose.describe('By what it was declared'),
  })
  .meta({ id: 'HolidayToPropose' });

/** A day off that staff add: proposed by one administrator, in force once another has approved it. */
export const holidaySchema = z
  .object({
    id: z.string(),
    href: z.string(),
    date: z.string(),
    name: bilingualSchema,
    kind: z.string(),
    ground: z.string(),
    state: z.enum(['proposed', 'approved', 'refused']),
    proposedBy: z.string(),
    proposedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
  })
  .meta({ id: 'AddedHoliday' });

/** The days off that were added to the editions' tables, and those that are proposed. */
export const holidaysSchema = z.object({ items: z.array(holidaySchema) }).meta({ id: 'AddedHolidays' });

/** The address of a proposed day off. */
export const holidayAddressSchema = z.object({ id: z.string().regex(/^[A-Za-z0-9-]{1,60}$/) });

/** An approved day off, and how many open cases are told to count their clocks anew. */
export const holidayApprovedSchema = z
  .object({ holiday: holidaySchema, cases: z.number().int() })
  .meta({ id: 'HolidayApproved' });

export type HolidayBody = z.infer<typeof holidaySchema>;
