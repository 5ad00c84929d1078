import { z } from 'zod';
import { TRACKS } from '../names.js';
import { bilingualSchema } from './problem.js';
import { pageQuerySchema, sha256Schema } from './queries.js';

/** What can be imported from a file. */
export const IMPORT_KINDS = ['applications', 'proposals', 'companies', 'partners', 'standing'] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** The address of what a file is imported as. */
export const importAddressSchema = z.object({ kind: z.enum(IMPORT_KINDS) });

/** The address of an import that was made. */
export const importIdSchema = z.object({ id: z.uuid() });

const lineRange = /^\d{1,6}(-\d{1,6})?$/;
const several = z
  .union([z.string(), z.array(z.string()).max(60)])
  .transform((value) => [value].flat())
  .default([]);

const named = several
  .refine((pairs) => pairs.every((pair) => /^[A-Za-z0-9]+:.+/.test(pair)), {
    error: 'column=항목:열이름 형식이어야 합니다 / it looks like column=field:header',
  })
  .describe("`field:header`: the file's own name of a field's column, where it isn't found by itself");

const edition = z.string().max(40).optional().describe('The default edition if left out');
const track = z.enum(TRACKS).optional();
const isTrue = z.enum(['true', 'false']).default('false');

/** How a file is imported: tried only, all of it or what is good of it, and which of its lines. */
export const importQuerySchema = z.strictObject({
  ...{ edition, dryRun: isTrue.describe('Says what would happen, and writes nothing') },
  mode: z.enum(['all', 'valid']).default('all').describe('`all`: nothing unless every row is good'),
  track: track.describe('The track of all applications in the file, where no column says it'),
  rows: z
    .string()
    .max(400)
    .refine((text) => text.split(',').every((range) => lineRange.test(range)), {
      error: 'rows=2,5-9 형식이어야 합니다 / it looks like rows=2,5-9',
    })
    .optional()
    .describe("Only these lines of the file, as a spreadsheet numbers them: '2,5-9'"),
  column: named,
  sha256: sha256Schema.optional().describe('Refused where the bytes have another hash'),
});

/** How IRIS's file of a track is compared with what was received. */
export const reconciliationQuerySchema = z.strictObject({
  ...{ edition, track: z.enum(TRACKS), column: named },
  format: z.enum(['json', 'csv', 'xlsx']).default('json'),
  sha256: sha256Schema.optional(),
});

/** What is wrong with a row: its line in the file, the column by the file's own name (null: the row as a whole), and what to do. */
const rowErrorSchema = z
  .object({
    row: z.number().int(),
    column: z.string().nullable(),
    value: z.string(),
    code: z.string(),
    message: bilingualSchema,
  })
  .meta({ id: 'RowError' });

/**
 * What an import did, or with `dryRun` would do: rows taken, refused, and those that said nothing new. `errors` are the
 * first thousand of `errorCount`; `columns` says how each header was understood, null for those passed over.
 */
export const importReportSchema = z
  .object({
    id: z.string().nullable().describe('Null for a trial'),
    kind: z.enum(IMPORT_KINDS),
    edition: z.string(),
    sha256: z.string(),
    dryRun: z.boolean(),
    mode: z.enum(['all', 'valid']),
    rows: z.number().int(),
    accepted: z.number().int(),
    rejected: z.number().int(),
    duplicates: z.number().int(),
    columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })),
    errorCount: z.number().int(),
    errors: z.array(rowErrorSchema),
  })
  .meta({ id: 'ImportReport' });

/** What became of each row of an import: `became` is the entry's id, or the id of the command that an application became. */
export const importRowPageSchema = z
  .object({
    items: z.array(
      z.object({
        row: z.number().int(),
        outcome: z.enum(['accepted', 'rejected', 'duplicate']),
        became: z.string().nullable(),
        errors: z.array(rowErrorSchema),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'ImportRows' });

/** A page of an import's rows. */
export const importRowsQuerySchema = pageQuerySchema;

const irisLine = z.object({
  irisNumber: z.string(),
  receivedAt: z.string(),
  businessNumber: z.string(),
  title: bilingualSchema,
});

const hereLine = z.object({
  id: z.string(),
  href: z.string(),
  irisNumber: z.string().nullable(),
  company: z.string(),
  businessNumber: z.string().nullable(),
  receivedAt: z.string(),
  title: bilingualSchema,
});

/** What IRIS has and this service hasn't, the other way round, and where both differ; rows that can't be read are told, not compared. */
export const reconciliationSchema = z
  .object({
    edition: z.string(),
    track: z.enum(TRACKS),
    sha256: z.string(),
    inIris: z.number().int(),
    here: z.number().int(),
    same: z.number().int(),
    inIrisNotHere: z.array(irisLine),
    hereNotInIris: z.array(hereLine),
    different: z.array(
      z.object({
        irisNumber: z.string(),
        id: z.string(),
        href: z.string(),
        field: z.string(),
        fieldLabel: bilingualSchema,
        iris: z.string(),
        here: z.string(),
      }),
    ),
    unreadable: z.array(rowErrorSchema),
  })
  .meta({ id: 'Reconciliation' });

export type ImportQuery = z.infer<typeof importQuerySchema>;
export type ImportReport = z.infer<typeof importReportSchema>;
export type ReconciliationBody = z.infer<typeof reconciliationSchema>;
