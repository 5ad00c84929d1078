import { z } from 'zod';
import {
  callPlacesSchema,
  dryRunSchema,
  listLinesSchema,
  listToMakeSchema,
  rankedListSchema,
} from '../../contract/http/lists.js';
import type { RankedListBody } from '../../contract/http/lists.js';
import { callAddressSchema, sha256Schema } from '../../contract/http/queries.js';
import { getList, listsOf, storeList } from '../../ledger/lists.js';
import { placesOf } from '../../ledger/places.js';
import { callIdOf, hrefOf } from '../addresses.js';
import { bodyLeftToRoute, parsed } from '../bodies.js';
import { CALL } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import { instant } from '../instant.js';
import { listBody } from '../list-answers.js';
import { listSheet } from '../list-sheet.js';
import { basisOf, isSameBasis, listFrom, nameOf } from '../ranked-lists.js';
import type { RankedList } from '../ranked-lists.js';
import { Refused, atTheDoor } from '../refused.js';
import { mustDecide, mustKeepBooks } from '../rights.js';
import { sendSheet } from '../sheets.js';
import { visibleCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

const LISTS = `${CALL}/lists` as const;

/** A call's ranked lists, and the places that the decided one gave. */
export function callListRoutes(api: Api, shared: Shared): void {
  make(api, shared);
  read(api, shared);
  api.get(
    LISTS,
    {
      schema: { tags: ['calls'], params: callAddressSchema, response: { 200: listLinesSchema, ...problems } },
    },
    async (request) => {
      mustKeepBooks(signedIn(request));
      const id = callIdOf(request.params);
      const lists = await listsOf(shared.ledger, id);
      const items = lists.map(({ sha256, basedOn, madeBy, madeAt }) => {
        return { sha256, href: `${hrefOf(id)}/lists/${sha256}`, basedOn, madeBy, madeAt };
      });
      return { items };
    },
  );
  api.get(
    `${CALL}/places`,
    {
      schema: {
        tags: ['calls'],
        params: callAddressSchema,
        response: { 200: callPlacesSchema, ...problems },
      },
    },
    async (request) => {
      mustKeepBooks(signedIn(request));
      const places = await placesOf(shared.ledger, callIdOf(request.params));
      const items = places.map(({ projectId: project, grant, listSha256: list, ...place }) => {
        const { rank, outcome, reserveRank, state, ground, changedAt } = place;
        const moved = { rank, outcome, reserveRank, state, ground, list, changedAt };
        return { project, href: hrefOf(project), ...moved, grant: grant === null ? null : grant.toString() };
      });
      return { items };
    },
  );
}

/** Makes a list of what the books say now; without a dry run it is kept, by its own hash, to be proposed or decided. */
function make(api: Api, shared: Shared): void {
  api.post(
    LISTS,
    {
      validatorCompiler: bodyLeftToRoute,
      schema: {
        tags: ['calls'],
        params: callAddressSchema,
        querystring: dryRunSchema,
        body: listToMakeSchema,
        response: { 200: rankedListSchema, ...problems },
      },
    },
    async (request): Promise<RankedListBody> => {
      const actor = signedIn(request);
      const isDry = request.query.dryRun === 'true';
      if (isDry) mustKeepBooks(actor);
      else mustDecide(actor);
      const wished = parsed(listToMakeSchema, request.body ?? {});
      if ('kept' in wished) throw new Refused(wished.kept);
      const call = await visibleCase(shared, actor, callIdOf(request.params));
      const callId = call.identity.id;
      const list = await listFrom(shared.ledger, callId, await basisOf(shared.ledger, call), wished.value);
      const now = await instant(shared);
      if (!isDry) {
        const kept = { sha256: nameOf(list), callId, body: { ...list }, basedOn: list.basedOn };
        await storeList(shared.ledger, { ...kept, madeBy: actor.person, madeAt: now });
      }
      return listBody(list, { call, isCurrent: true, isStored: !isDry, now });
    },
  );
}

/** A list as it was kept, and whether the books would still give it. */
function read(api: Api, shared: Shared): void {
  api.get(
    `${LISTS}/:sha256`,
    {
      schema: {
        tags: ['calls'],
        params: callAddressSchema.extend({ sha256: sha256Schema }),
        querystring: z.strictObject({ format: z.enum(['json', 'csv', 'xlsx']).default('json') }),
        response: { 200: rankedListSchema, ...problems },
      },
    },
    async (request, reply) => {
      const actor = signedIn(request);
      mustKeepBooks(actor);
      const call = await visibleCase(shared, actor, callIdOf(request.params));
      const stored = await getList(shared.ledger, request.params.sha256);
      if (stored?.callId !== call.identity.id) throw new Refused(atTheDoor('notFound'));
      const list = stored.body as unknown as RankedList;
      const { format } = request.query;
      if (format !== 'json') return sendSheet(reply, format, listSheet(list));
      const isCurrent = isSameBasis(list, await basisOf(shared.ledger, call));
      return listBody(list, { call, isCurrent, isStored: true, now: await instant(shared) });
    },
  );
}
