import { z } from 'zod';
import { TRACKS } from '../names.js';
import { pageQuerySchema } from './queries.js';

/** What a draft says so far: as much of an application as its company has filled in; it is checked when it is submitted. */
const application = z
  .record(z.string(), z.unknown())
  .refine((value) => !('track' in value || 'edition' in value), {
    error:
      '유형과 사업연도는 신청 내용 밖에 적으십시오 / the track and the edition stand outside of the application',
  });

/** A draft to keep. */
export const draftToKeepSchema = z
  .strictObject({
    edition: z.string().max(40).optional().describe('The default edition if left out'),
    track: z.enum(TRACKS),
    application,
  })
  .meta({ id: 'DraftToKeep' });

/** A draft's new content; `version` is the one that it was read at, refused where it has changed since. */
export const draftToChangeSchema = z
  .strictObject({
    track: z.enum(TRACKS),
    application,
    version: z.number().int().min(1).optional(),
  })
  .meta({ id: 'DraftToChange' });

/** The address of a draft. */
export const draftAddressSchema = z.object({ id: z.uuid() });

/** A page of the company's own drafts. */
export const draftsQuerySchema = pageQuerySchema;

/**
 * A draft: `version` counts its changes, `closes` is when its track's window closes as it is now, `missing` what an
 * application would still need, and `submittedAs` the command that it was sent as.
 */
export const draftSchema = z
  .object({
    id: z.string(),
    href: z.string(),
    edition: z.string(),
    track: z.enum(TRACKS),
    application: z.record(z.string(), z.unknown()),
    version: z.number().int(),
    closes: z.string(),
    missing: z.array(z.object({ path: z.string(), message: z.string() })),
    submittedAs: z.string().nullable(),
    madeAt: z.string(),
    changedAt: z.string(),
  })
  .meta({ id: 'Draft' });

/** A page of drafts. */
export const draftPageSchema = z
  .object({ items: z.array(draftSchema), next: z.string().nullable() })
  .meta({ id: 'DraftPage' });

export type DraftBody = z.infer<typeof draftSchema>;
