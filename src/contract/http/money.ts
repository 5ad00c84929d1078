import { z } from 'zod';
import { TRACKS } from '../names.js';
import { explainedSchema } from './problem.js';
import { pageQuerySchema } from './queries.js';

const format = z.enum(['json', 'csv', 'xlsx']).default('json');

/** What a statement of money is narrowed to; `year` is the Korean calendar year in which it was posted. */
const narrowed = {
  edition: z.string().max(40).optional(),
  company: z.string().max(120).optional(),
  track: z.enum(TRACKS).optional(),
  year: z.coerce.number().int().min(2_000).max(2_100).optional(),
  project: z.string().max(120).optional(),
  format,
};

/** A statement's sums by company, track, year or project. */
export const statementsQuerySchema = z.strictObject({
  by: z.enum(['company', 'track', 'year', 'project']).default('company'),
  ...narrowed,
});

/** A statement's lines, a page at a time or whole as a file. */
export const statementLinesQuerySchema = pageQuerySchema.extend({
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  ...narrowed,
});

/** Which edition's, company's or project's trial balance. */
export const trialBalanceQuerySchema = z.strictObject({
  edition: z.string().max(40).optional(),
  company: z.string().max(120).optional(),
  project: z.string().max(120).optional(),
  format,
});

/** What was committed, released, drawn, returned and recovered, in whole won as digits; `open` is promised and not released. */
export const moneyStatementSchema = z
  .object({
    by: z.enum(['company', 'track', 'year', 'project']),
    items: z.array(
      z.object({
        group: z.string(),
        committed: z.string(),
        decommitted: z.string(),
        released: z.string(),
        open: z.string(),
        drawn: z.string(),
        returned: z.string(),
        recovered: z.string(),
        cashShare: z.string(),
      }),
    ),
  })
  .meta({ id: 'MoneyStatement' });

/** Won moved, line by line; `case` and `seq` name the ledger row that posted it, `postedOn` the Korean day. */
export const statementLinesSchema = z
  .object({
    items: z.array(
      z.object({
        posting: z.string(),
        no: z.number().int(),
        kind: z.string(),
        reverses: z.string().nullable(),
        postedOn: z.string(),
        company: z.string(),
        track: z.string(),
        project: z.string(),
        case: z.string(),
        href: z.string(),
        seq: z.number().int(),
        by: z.string(),
        debit: z.string(),
        credit: z.string(),
        amount: z.string(),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'StatementLines' });

/** Every account with its two sides and what they differ by, in whole won; `isBalanced`: both come to the same in all. */
export const trialBalanceSchema = z
  .object({
    accounts: z.array(
      z.object({
        account: z.string(),
        kind: z.string(),
        debit: z.string(),
        credit: z.string(),
        balance: z.string().describe('Debit less credit; may be negative'),
      }),
    ),
    debit: z.string(),
    credit: z.string(),
    isBalanced: z.boolean(),
  })
  .meta({ id: 'TrialBalance' });

/** After which of the portal's draws, by their number there, the portal is asked; after none if left out. */
export const collectionToMakeSchema = z
  .strictObject({ since: z.number().int().min(0).default(0) })
  .meta({ id: 'CollectionToMake' });

/** What became of the portal's draws: how many it has, how many were in the books, and each that was sent to its project. */
export const collectionSchema = z
  .object({
    found: z.number().int(),
    known: z.number().int(),
    last: z.number().int().describe('The number of the last draw found: `since` of the next collection'),
    items: z.array(
      z.object({
        drawId: z.string(),
        project: z.string(),
        tranche: z.number().int(),
        institution: z.string(),
        amount: z.string(),
        drawnOn: z.string(),
        command: z.string(),
        outcome: z.enum(['applied', 'refused', 'ignored', 'pending']),
        refusal: explainedSchema.optional(),
      }),
    ),
  })
  .meta({ id: 'DrawCollection' });

export type MoneyStatement = z.infer<typeof moneyStatementSchema>;
export type StatementLines = z.infer<typeof statementLinesSchema>;
export type TrialBalanceBody = z.infer<typeof trialBalanceSchema>;
export type Collection = z.infer<typeof collectionSchema>;
