import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { acceptedSchema, decidedSchema } from '../../contract/http/actions.js';
import type { AcceptedAnswer, DecidedAnswer } from '../../contract/http/actions.js';
import {
  draftAddressSchema,
  draftPageSchema,
  draftSchema,
  draftToChangeSchema,
  draftToKeepSchema,
  draftsQuerySchema,
} from '../../contract/http/drafts.js';
import { changeDraft, draftsOf, dropDraft, storeDraft } from '../../ledger/drafts.js';
import { answerAgain, deliverAndAnswer } from '../answers.js';
import { keyOf } from '../bodies.js';
import type { Api, Shared } from '../deps.js';
import { draftBody, mustStillBeOpen, ownDraft, submitted } from '../drafts.js';
import { servedEdition } from '../editions.js';
import { mustBe } from '../intake-rights.js';
import { cursorOf, pageOf } from '../pages.js';
import { Refused, atTheDoor } from '../refused.js';
import { signedIn } from '../sign-in.js';
import { SUBMIT } from '../start.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

const DRAFT = '/v1/drafts/:id';

/** A company's drafts: kept, changed and withdrawn as it likes until the close, and sent as an application. */
export function draftRoutes(api: Api, shared: Shared): void {
  keeping(api, shared);
  changing(api, shared);
  api.post(
    `${DRAFT}/submission`,
    {
      config: { records: SUBMIT },
      schema: {
        ...{ tags: ['drafts'], params: draftAddressSchema, headers: idempotencyHeader },
        response: { 201: decidedSchema, 202: acceptedSchema, ...problems },
      },
    },
    (request, reply) => submit(shared, request, reply, request.params.id),
  );
}

function keeping(api: Api, shared: Shared): void {
  const tags = ['drafts'];
  api.post(
    '/v1/drafts',
    { schema: { tags, body: draftToKeepSchema, response: { 201: draftSchema, ...problems } } },
    async (request, reply) => {
      const actor = applicantIn(request);
      const { edition, track, application: body } = request.body;
      const editionId = servedEdition(shared, edition);
      await mustStillBeOpen(shared, editionId, track);
      const { org: companyId, person: madeBy } = actor;
      const draft = { id: randomUUID(), companyId, editionId, track, body, madeBy };
      const kept = await draftBody(shared, await storeDraft(shared.ledger, draft));
      return reply.code(201).header('location', kept.href).send(kept);
    },
  );
  api.get(
    '/v1/drafts',
    { schema: { tags, querystring: draftsQuerySchema, response: { 200: draftPageSchema, ...problems } } },
    async (request) => {
      const { limit, cursor } = request.query;
      const page = { limit: limit + 1, after: cursorOf(cursor) };
      const read = await draftsOf(shared.ledger, applicantIn(request).org, page);
      const { items, next } = pageOf(read, limit, ({ id }) => id);
      return { items: await Promise.all(items.map((draft) => draftBody(shared, draft))), next };
    },
  );
}

function changing(api: Api, shared: Shared): void {
  const [tags, params] = [['drafts'], draftAddressSchema];
  api.get(DRAFT, { schema: { tags, params, response: { 200: draftSchema, ...problems } } }, async (request) =>
    draftBody(shared, await ownDraft(shared, applicantIn(request), request.params.id)),
  );
  api.put(
    DRAFT,
    { schema: { tags, params, body: draftToChangeSchema, response: { 200: draftSchema, ...problems } } },
    async (request) => {
      const actor = applicantIn(request);
      const draft = await ownDraft(shared, actor, request.params.id);
      const { track, application: body, version } = request.body;
      await mustStillBeOpen(shared, draft.editionId, track);
      const changed = await changeDraft(shared.ledger, actor.org, draft.id, { body, track, version });
      if (!changed) throw await unchanged(shared, actor, draft.id);
      return draftBody(shared, changed);
    },
  );
  api.delete(
    DRAFT,
    { schema: { tags, params, response: { 204: z.null(), ...problems } } },
    async (request, reply) => {
      const actor = applicantIn(request);
      const draft = await ownDraft(shared, actor, request.params.id);
      if (!(await dropDraft(shared.ledger, actor.org, draft.id)))
        throw await unchanged(shared, actor, draft.id);
      return reply.code(204).send(null);
    },
  );
}

/** Why a draft could not be changed or thrown away: sent meanwhile, or changed. */
async function unchanged(
  shared: Shared,
  actor: ReturnType<typeof applicantIn>,
  id: string,
): Promise<Refused> {
  const { version, submittedAs } = await ownDraft(shared, actor, id);
  if (submittedAs !== null) return new Refused(atTheDoor('draftIsSubmitted', { command: submittedAs }));
  return new Refused(atTheDoor('draftHasMoved', { version: String(version) }));
}

async function submit(
  shared: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
): Promise<DecidedAnswer | AcceptedAnswer> {
  const key = keyOf(request);
  const actor = applicantIn(request);
  const draft = await ownDraft(shared, actor, id);
  const received = await submitted(shared, request, actor, draft, key);
  if (received.outcome === 'keyReused') throw new Refused(atTheDoor('keyReused', { key }));
  const { isFresh, stored } = received;
  return isFresh ? deliverAndAnswer(shared, reply, stored) : answerAgain(shared, reply, stored);
}

function applicantIn(request: FastifyRequest): ReturnType<typeof signedIn> {
  const actor = signedIn(request);
  mustBe(actor, 'applicant');
  return actor;
}
