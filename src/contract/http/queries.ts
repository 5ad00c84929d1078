import { z } from 'zod';
import { TRACKS } from '../names.js';
import { ROLES } from './problem.js';

const MOST_A_PAGE = 200;

/** A whole track's projects on one page. */
const MOST_CASES = 1_000;

/** PostgreSQL counts a ledger's rows in 32 bits. */
const MOST_ROWS = 2 ** 31 - 1;

const slug = z.string().regex(/^[0-9a-z][0-9a-z-]{0,39}$/);

/** The address of a project below /v1/projects; `track` as it stands in ids, such as `eco-bridge`. */
export const projectAddressSchema = z.object({
  edition: slug,
  track: slug,
  number: z.string().regex(/^\d{4,9}$/),
});

/** The address of a tranche below /v1/tranches. */
export const trancheAddressSchema = projectAddressSchema.extend({ no: z.string().regex(/^[1-9]\d{0,2}$/) });

/** The address of a call below /v1/calls; `competition` is `selection`, or the structured track's `roadmap`. */
export const callAddressSchema = z.object({ edition: slug, track: slug, competition: slug });

/** The address of what runs beside a project, such as below /v1/objections: its project's, and its own number. */
export const besideAddressSchema = trancheAddressSchema;

function limit(most: number, usual = 50) {
  return z.coerce.number().int().min(1).max(most).default(usual);
}

/** A page of something: how many, and where to go on (`cursor` from the page before). */
export const pageQuerySchema = z.strictObject({
  limit: limit(MOST_A_PAGE),
  cursor: z.string().max(400).optional(),
});

/** A page of a ledger: `after` is the last number already seen. */
export const timelineQuerySchema = z.strictObject({
  limit: limit(MOST_A_PAGE, MOST_A_PAGE),
  after: z.coerce.number().int().min(0).max(MOST_ROWS).default(0),
});

/** What a list of projects, of tranches or of what runs beside projects is narrowed to; `awaiting` is the role whose move it is, `dueBefore` an ISO instant. */
export const casesQuerySchema = pageQuerySchema.extend({
  limit: limit(MOST_CASES),
  track: z.enum(TRACKS).optional(),
  state: z.string().max(120).optional().describe('A state with everything inside it'),
  company: z.string().max(120).optional(),
  partner: z.string().max(120).optional(),
  edition: z.string().max(40).optional(),
  call: z.string().max(120).optional().describe('The call that projects are in, by its id'),
  dueBefore: z.iso
    .datetime({ offset: true })
    // ISO has a year 0, PostgreSQL has not.
    .refine((instant) => !instant.startsWith('0000'))
    .optional(),
  awaiting: z.enum(ROLES).optional(),
  mine: z.literal('true').optional().describe('Those whose move is yours'),
  open: z.enum(['true', 'false']).optional(),
});

/** A statement of accounts, narrowed to an edition or to one project's id. */
export const statementQuerySchema = z.strictObject({
  edition: z.string().max(40).optional(),
  project: z.string().max(120).optional(),
});

/** The SHA-256 that an uploader expects, as lower-case hex. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export type CasesQuery = z.infer<typeof casesQuerySchema>;
