import { z } from 'zod';
import { charts } from '../../charts/registry.js';
import { caseLineSchema, casePageSchema, caseSchema, projectSchema } from '../../contract/http/cases.js';
import {
  callAddressSchema,
  casesQuerySchema,
  objectionAddressSchema,
  projectAddressSchema,
  trancheAddressSchema,
} from '../../contract/http/queries.js';
import type { CasesQuery } from '../../contract/http/queries.js';
import type { Actor } from '../../charts/kernel/types.js';
import { listSubjects, objectionsOf, tranchesOf } from '../../ledger/reads/subjects.js';
import type { SubjectFilter } from '../../ledger/reads/subjects.js';
import { callIdOf, idOf, objectionIdOf } from '../addresses.js';
import { CALL, OBJECTION, PROJECT, TRANCHE } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import { cursorOf, pageOf } from '../pages.js';
import { sightOf } from '../rights.js';
import type { Sight } from '../rights.js';
import { visibleCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { statesAwaiting } from '../stage.js';
import { bodyFor, lineOf } from '../views.js';
import { problems } from './problems.js';

type Kind = NonNullable<SubjectFilter['kind']>;

/** Reading cases: lists, and one project with its tranches and objections, one tranche, one call, one objection. */
export function caseRoutes(api: Api, shared: Shared): void {
  list(api, shared, '/v1/projects', 'project');
  list(api, shared, '/v1/tranches', 'tranche');
  list(api, shared, '/v1/objections', 'objection');
  project(api, shared);
  const one = { 200: caseSchema, ...problems };
  api.get(
    TRANCHE,
    { schema: { tags: ['cases'], params: trancheAddressSchema, response: one } },
    ({ actor, params }) => read(shared, actor, idOf(params)),
  );
  api.get(
    CALL,
    { schema: { tags: ['calls'], params: callAddressSchema, response: one } },
    ({ actor, params }) => read(shared, actor, callIdOf(params)),
  );
  api.get(
    OBJECTION,
    { schema: { tags: ['cases'], params: objectionAddressSchema, response: one } },
    ({ actor, params }) => read(shared, actor, objectionIdOf(params)),
  );
}

async function read(shared: Shared, asking: Actor | null, id: string): Promise<z.infer<typeof caseSchema>> {
  const actor = signedIn({ actor: asking });
  return bodyFor(actor, await visibleCase(shared, actor, id));
}

function project(api: Api, shared: Shared): void {
  api.get(
    PROJECT,
    {
      schema: {
        tags: ['cases'],
        params: projectAddressSchema,
        response: { 200: projectSchema, ...problems },
      },
    },
    async (request) => {
      const id = idOf(request.params);
      const [body, tranches, objections] = await Promise.all([
        read(shared, request.actor, id),
        tranchesOf(shared.ledger, id),
        objectionsOf(shared.ledger, id),
      ]);
      return { ...body, tranches: tranches.map(lineOf), objections: objections.map(lineOf) };
    },
  );
  api.get(
    `${PROJECT}/tranches`,
    {
      schema: {
        tags: ['cases'],
        params: projectAddressSchema,
        response: { 200: z.object({ items: z.array(caseLineSchema) }), ...problems },
      },
    },
    async (request) => {
      const { identity } = await visibleCase(shared, signedIn(request), idOf(request.params));
      return { items: (await tranchesOf(shared.ledger, identity.id)).map(lineOf) };
    },
  );
}

function list(
  api: Api,
  shared: Shared,
  url: '/v1/projects' | '/v1/tranches' | '/v1/objections',
  kind: Kind,
): void {
  api.get(
    url,
    {
      schema: {
        tags: ['cases'],
        querystring: casesQuerySchema,
        response: { 200: casePageSchema, ...problems },
      },
    },
    async (request) => {
      const { limit, cursor, ...query } = request.query;
      const actor = signedIn(request);
      const sight = sightOf(actor);
      const page = { limit: limit + 1, after: cursorOf(cursor) };
      if (sight === 'none') return { items: [], next: null };
      const filter = { ...filterOf(query, actor, kind), ...seenBy(sight) };
      const views = await listSubjects(shared.ledger, filter, page);
      const { items, next } = pageOf(views, limit, ({ identity }) => identity.id);
      return { items: items.map(lineOf), next };
    },
  );
}

function seenBy(sight: Exclude<Sight, 'none'>): Pick<SubjectFilter, 'party' | 'panelMember'> {
  if (sight === 'all') return {};
  return 'panelMember' in sight ? sight : { party: sight };
}

function filterOf(query: Omit<CasesQuery, 'limit' | 'cursor'>, { role }: Actor, kind: Kind): SubjectFilter {
  const { track, state, company, partner, edition, call, dueBefore, mine, open } = query;
  const awaiting = mine ? role : query.awaiting;
  const listed = charts.filter(({ subject }) => kindOf(subject) === kind);
  // It is nobody's move in a closed case.
  const isOpen = awaiting ? true : open && open === 'true';
  return {
    ...{ kind, track, state, dueBefore },
    companyId: company,
    partnerId: partner,
    editionId: edition,
    callId: call,
    states: awaiting && statesAwaiting(listed, awaiting),
    isOpen: typeof isOpen === 'boolean' ? isOpen : undefined,
  };
}

function kindOf(subject: string): Kind {
  return subject === 'tranche' || subject === 'call' || subject === 'objection' ? subject : 'project';
}
