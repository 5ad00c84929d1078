import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CallContext } from '../../charts/call/context.js';
import { chartOf } from '../../charts/registry.js';
import { acceptedSchema, decidedSchema } from '../../contract/http/actions.js';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import { callListSchema, callToPlanSchema } from '../../contract/http/calls.js';
import type { CallLine } from '../../contract/http/calls.js';
import { callId } from '../../contract/names.js';
import { listViews } from '../../ledger/reads/subjects.js';
import type { SubjectView } from '../../ledger/reads/subjects.js';
import { hrefOf } from '../addresses.js';
import { answerTo } from '../answers.js';
import { bodyLeftToRoute, keyOf, parsed } from '../bodies.js';
import type { Api, Shared } from '../deps.js';
import { instant } from '../instant.js';
import { takeIn } from '../intake.js';
import type { Wanted } from '../intake.js';
import { PLAN_CALL, planOf } from '../plan-call.js';
import { atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { stateAt } from '../stage.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

/** Where plans are kept that were refused before it was clear of which call. */
const NAMELESS = 'calls';

/** More than all editions together have. */
const MOST_CALLS = 1_000;

/** Planning a call, and which calls there are; what happens to one afterwards is an action on it. */
export function callRoutes(api: Api, shared: Shared): void {
  api.post(
    '/v1/calls',
    {
      config: { records: PLAN_CALL },
      validatorCompiler: bodyLeftToRoute,
      schema: {
        tags: ['calls'],
        headers: idempotencyHeader,
        body: callToPlanSchema,
        response: { 201: decidedSchema, 202: acceptedSchema, ...problems },
      },
    },
    (request, reply) => plan(shared, request, reply),
  );
  api.get(
    '/v1/calls',
    {
      schema: {
        tags: ['calls'],
        querystring: z.strictObject({ edition: z.string().max(40).optional() }),
        response: { 200: callListSchema, ...problems },
      },
    },
    async (request) => {
      signedIn(request);
      const filter = { kind: 'call', editionId: request.query.edition } as const;
      return { items: (await listViews(shared.ledger, filter, { limit: MOST_CALLS })).map(callLine) };
    },
  );
}

async function plan(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<DecidedAnswer | AcceptedAnswer> {
  const key = keyOf(request);
  const taken = await takeIn(shared, request, { ...(await wantedOf(shared, request)), key });
  return answerTo(shared, reply, taken);
}

/** The call in a request with the edition's numbers for what it leaves out, or why it is refused at the door. */
async function wantedOf(shared: Shared, request: FastifyRequest): Promise<Omit<Wanted, 'key'>> {
  const { role } = signedIn(request);
  const unread = { kind: 'start', subjectId: NAMELESS, type: PLAN_CALL, data: {} } as const;
  if (role !== 'officer') return { ...unread, refusal: atTheDoor('wrongRole', { role }) };
  const wished = parsed(callToPlanSchema, request.body);
  if ('kept' in wished) return { ...unread, refusal: wished.kept };
  const { edition = shared.editions[0] ?? '', track, competition } = wished.value;
  if (!shared.editions.includes(edition))
    return { ...unread, refusal: atTheDoor('unknownEdition', { edition }) };
  const subjectId = callId(edition, track, competition);
  const planned = await planOf(shared.ledger, { ...wished.value, edition }, await instant(shared));
  if ('kept' in planned) return { ...unread, subjectId, refusal: planned.kept };
  return { ...unread, subjectId, data: { ...planned.plan } };
}

function callLine({ identity, state, facts }: SubjectView): CallLine {
  const { id, chartId, editionId: edition } = identity;
  const { track, competition, window, capacity } = facts as unknown as CallContext;
  const stateLabel = stateAt(chartOf(chartId), state).label;
  return {
    ...{ id, href: hrefOf(id), edition, track, competition, state },
    ...{ stateLabel, window: { ...window }, capacity },
  };
}
