import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { applicationSchema } from '../../contract/events.js';
import { acceptedSchema, decidedSchema } from '../../contract/http/actions.js';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import { answerTo } from '../answers.js';
import { bodyLeftToRoute, keyOf, parsed } from '../bodies.js';
import type { Api, Shared } from '../deps.js';
import { missingDocument } from '../documents.js';
import { takeIn } from '../intake.js';
import type { Wanted } from '../intake.js';
import { atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { SUBMIT } from '../start.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

const edition = z
  .string()
  .max(40)
  .optional()
  .describe('The edition to apply under; the default one if left out');

/** An application as it is sent: what its track asks for, and the edition it is made under. */
export const applicationBodySchema = z
  .discriminatedUnion('track', [
    ...applicationSchema.options.map((option) =>
      option.extend({ edition }).meta({ id: `ApplicationToMake.${option.shape.track.value}` }),
    ),
  ] as unknown as typeof applicationSchema.options)
  .meta({ id: 'ApplicationToMake' });

/** Where applications are kept that were refused before they got a number. */
const NUMBERLESS = 'applications';

/** Applying for a project: its wish is stored with the number drawn for it, and its workflow started. */
export function applicationRoutes(api: Api, shared: Shared): void {
  api.post(
    '/v1/applications',
    {
      config: { records: SUBMIT },
      validatorCompiler: bodyLeftToRoute,
      schema: {
        tags: ['applications'],
        headers: idempotencyHeader,
        body: applicationBodySchema,
        response: { 201: decidedSchema, 202: acceptedSchema, ...problems },
      },
    },
    (request, reply) => apply(shared, request, reply),
  );
}

async function apply(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<DecidedAnswer | AcceptedAnswer> {
  const key = keyOf(request);
  const taken = await takeIn(shared, request, { ...(await wantedOf(shared, request)), key });
  return answerTo(shared, reply, taken);
}

/** The application in a request, which draws its number as it is stored, or why it is refused at the door. */
async function wantedOf(shared: Shared, request: FastifyRequest): Promise<Omit<Wanted, 'key'>> {
  const actor = signedIn(request);
  const unread = { kind: 'start', subjectId: NUMBERLESS, type: SUBMIT, data: {} } as const;
  if (actor.role !== 'applicant') return { ...unread, refusal: atTheDoor('wrongRole', { role: actor.role }) };
  const { edition: wished, rest } = split(request.body);
  const editionId = wished === undefined ? shared.editions[0] : wished;
  if (typeof editionId !== 'string' || !shared.editions.includes(editionId))
    return { ...unread, refusal: atTheDoor('unknownEdition', { edition: String(editionId).slice(0, 40) }) };
  const application = parsed(applicationSchema, rest);
  if ('kept' in application) return { ...unread, refusal: application.kept };
  const data = { ...application.value, edition: editionId };
  const missing = await missingDocument(shared, actor, data);
  if (missing) return { ...unread, data, refusal: missing };
  return { ...unread, draws: { editionId, track: application.value.track }, data };
}

/** A body without its edition; a body that is no object is left for the schema to refuse. */
function split(body: unknown): { readonly edition: unknown; readonly rest: unknown } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { edition: undefined, rest: body };
  const { edition: wished, ...rest } = body as Readonly<Record<string, unknown>>;
  return { edition: wished, rest };
}
