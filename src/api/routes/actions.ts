import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { chartOf } from '../../charts/registry.js';
import { payloadOf } from '../../contract/events.js';
import {
  acceptedSchema,
  actionEnvelopeSchema,
  actionsSchema,
  decidedSchema,
} from '../../contract/http/actions.js';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import { projectAddressSchema, trancheAddressSchema } from '../../contract/http/queries.js';
import type { SubjectIdentity } from '../../contract/messages.js';
import { idOf } from '../addresses.js';
import { answerAgain, deliverAndAnswer, instant } from '../answers.js';
import { bodyLeftToRoute, keyOf, parsed } from '../bodies.js';
import type { Api, Shared } from '../deps.js';
import { missingDocument } from '../documents.js';
import { takeIn } from '../intake.js';
import type { Wanted } from '../intake.js';
import { actionsFor, outsideSource } from '../offered.js';
import { languageOf } from '../problems.js';
import { atTheDoor } from '../refused.js';
import { notTheirs, wrongRole } from '../rights.js';
import { actionableCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

const ADDRESSES = [
  ['/v1/projects/:edition/:track/:number/actions', projectAddressSchema],
  ['/v1/tranches/:edition/:track/:number/:no/actions', trancheAddressSchema],
] as const;

/** What a wish is called in the inbox when its own name can't be read. */
const UNREADABLE = 'UNREADABLE';

/** The uniform resource of what may happen to a case: what is offered, and doing it. */
export function actionRoutes(api: Api, shared: Shared): void {
  for (const [url, params] of ADDRESSES) {
    api.get(
      url,
      { schema: { tags: ['actions'], params, response: { 200: actionsSchema, ...problems } } },
      async (request) => {
        const actor = signedIn(request);
        const [view, now] = await Promise.all([
          actionableCase(shared, actor, idOf(request.params)),
          instant(shared),
        ]);
        const language = languageOf(request.headers['accept-language']);
        const actions = actionsFor(view, { actor, language, now });
        return { id: view.identity.id, state: view.state, seq: view.seq, actions };
      },
    );
    api.post(
      url,
      {
        config: { records: UNREADABLE },
        validatorCompiler: bodyLeftToRoute,
        schema: {
          tags: ['actions'],
          params,
          body: actionEnvelopeSchema,
          headers: idempotencyHeader,
          response: { 200: decidedSchema, 202: acceptedSchema, ...problems },
        },
      },
      (request, reply) => act(shared, request, reply, idOf(request.params)),
    );
  }
}

/** Every wish carries a key of its sender's own, so that sending it twice is once. */
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().optional().describe('1 to 200 visible characters; required'),
});

async function act(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<DecidedAnswer | AcceptedAnswer> {
  const key = keyOf(request);
  const identity = await shared.identities.of(id);
  const wanted = await wantedOf(shared, request, id, identity);
  const { isFresh, stored } = await takeIn(shared, request, { ...wanted, key });
  return isFresh ? deliverAndAnswer(shared, reply, stored) : answerAgain(shared, reply, stored);
}

/** The wish in a request, with the refusal where it can't even be brought to its case. */
async function wantedOf(
  shared: Shared,
  request: FastifyRequest,
  subjectId: string,
  identity: SubjectIdentity | undefined,
): Promise<Omit<Wanted, 'key'>> {
  const unread = { kind: 'decide', subjectId, type: UNREADABLE, data: {} } as const;
  if (!identity) return { ...unread, refusal: atTheDoor('notFound') };
  const actor = signedIn(request);
  const foreign = notTheirs(actor, identity);
  if (foreign) return { ...unread, refusal: foreign };
  const envelope = parsed(actionEnvelopeSchema, request.body);
  if ('kept' in envelope) return { ...unread, refusal: envelope.kept };
  const { type, data, expectedSeq } = envelope.value;
  const source = outsideSource(chartOf(identity.chartId), type);
  const named = { ...unread, type };
  if (!source) return { ...named, refusal: atTheDoor('unknownEvent', { type }) };
  const kind = source === 'public' ? 'decide' : 'announce';
  const unfit = wrongRole(actor, source);
  if (unfit) return { ...named, kind, refusal: unfit };
  const payload = parsed(payloadOf(identity.subject, type) ?? z.strictObject({}), data);
  if ('kept' in payload) return { ...named, kind, refusal: payload.kept };
  const sent = payload.value as Readonly<Record<string, unknown>>;
  return { ...named, kind, data: sent, expectedSeq, refusal: await missingDocument(shared, actor, sent) };
}
