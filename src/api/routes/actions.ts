import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  acceptedSchema,
  actionEnvelopeSchema,
  actionsSchema,
  decidedSchema,
} from '../../contract/http/actions.js';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import { actionQuerySchema, whatIfSchema } from '../../contract/http/what-if.js';
import type { WhatIf } from '../../contract/http/what-if.js';
import { answerTo } from '../answers.js';
import { bodyLeftToRoute, keyOf } from '../bodies.js';
import { booksOffered } from '../books.js';
import { CASE_KINDS } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import { UNREADABLE, actionAtDoor } from '../door.js';
import { takeIn } from '../intake.js';
import { actionsFor } from '../offered.js';
import { instant } from '../instant.js';
import { languageOf } from '../problems.js';
import { actionableCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { whatIf } from '../what-if/what-if.js';
import { problems } from './problems.js';

/** The uniform resource of what may happen to a case: what is offered, and doing it. */
export function actionRoutes(api: Api, shared: Shared): void {
  for (const { url, params, idAt } of CASE_KINDS) {
    api.get(
      `${url}/actions`,
      { schema: { tags: ['actions'], params, response: { 200: actionsSchema, ...problems } } },
      async (request) => {
        const actor = signedIn(request);
        const [view, now] = await Promise.all([
          actionableCase(shared, actor, idAt(request.params)),
          instant(shared),
        ]);
        const language = languageOf(request.headers['accept-language']);
        const books = await booksOffered(shared, view, actor);
        const actions = actionsFor(view, { actor, language, now, books });
        return { id: view.identity.id, state: view.state, seq: view.seq, actions };
      },
    );
    api.post(
      `${url}/actions`,
      {
        config: { records: UNREADABLE },
        validatorCompiler: bodyLeftToRoute,
        schema: {
          tags: ['actions'],
          params,
          body: actionEnvelopeSchema,
          querystring: actionQuerySchema,
          headers: idempotencyHeader,
          response: { 200: z.union([decidedSchema, whatIfSchema]), 202: acceptedSchema, ...problems },
        },
      },
      (request, reply): Promise<DecidedAnswer | AcceptedAnswer | WhatIf> => {
        const subjectId = idAt(request.params);
        if (request.query.dryRun === 'true') return suppose(shared, request, subjectId);
        return act(shared, request, reply, subjectId);
      },
    );
  }
}

/** Every wish carries a key of its sender's own, so that sending it twice is once. */
export const idempotencyHeader = z.object({
  'idempotency-key': z.string().optional().describe('1 to 200 visible characters; required'),
});

function suppose(shared: Shared, request: FastifyRequest, subjectId: string): Promise<WhatIf> {
  const language = languageOf(request.headers['accept-language']);
  return whatIf(shared, signedIn(request), { subjectId, body: request.body }, language);
}

async function act(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  subjectId: string,
): Promise<DecidedAnswer | AcceptedAnswer> {
  const key = keyOf(request);
  const wanted = await actionAtDoor(shared, signedIn(request), { subjectId, body: request.body });
  const taken = await takeIn(shared, request, { ...wanted, key });
  return answerTo(shared, reply, taken);
}
