import { z } from 'zod';
import { chartOf, charts } from '../../charts/registry.js';
import {
  caseLineSchema,
  casePageSchema,
  caseSchema,
  chartPlaceSchema,
  projectSchema,
  timelineSchema,
} from '../../contract/http/cases.js';
import {
  casesQuerySchema,
  projectAddressSchema,
  timelineQuerySchema,
  trancheAddressSchema,
} from '../../contract/http/queries.js';
import type { Actor } from '../../charts/kernel/types.js';
import type { CasesQuery } from '../../contract/http/queries.js';
import { listSubjects, tranchesOf } from '../../ledger/reads/subjects.js';
import type { SubjectFilter } from '../../ledger/reads/subjects.js';
import { timeline } from '../../ledger/reads/timeline.js';
import { idOf } from '../addresses.js';
import type { Api, Shared } from '../deps.js';
import { sightOf } from '../rights.js';
import { visibleCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { cursorOf, pageOf } from '../pages.js';
import { statesAwaiting } from '../stage.js';
import { bodyOf, lineOf, placeOf, timelineLine } from '../views.js';
import { problems } from './problems.js';

const PROJECT = '/v1/projects/:edition/:track/:number';
const TRANCHE = '/v1/tranches/:edition/:track/:number/:no';

/** Reading cases: lists, one project with its tranches, one tranche, and what happened to either. */
export function caseRoutes(api: Api, shared: Shared): void {
  list(api, shared, '/v1/projects');
  list(api, shared, '/v1/tranches');
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
      const [view, tranches] = await Promise.all([
        visibleCase(shared, signedIn(request), id),
        tranchesOf(shared.ledger, id),
      ]);
      return { ...bodyOf(view), tranches: tranches.map(lineOf) };
    },
  );
  api.get(
    TRANCHE,
    { schema: { tags: ['cases'], params: trancheAddressSchema, response: { 200: caseSchema, ...problems } } },
    async (request) => bodyOf(await visibleCase(shared, signedIn(request), idOf(request.params))),
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
  places(api, shared);
  timelines(api, shared);
}

function list(api: Api, shared: Shared, url: '/v1/projects' | '/v1/tranches'): void {
  const isTranche = url === '/v1/tranches';
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
      const filter = { ...filterOf(query, actor, isTranche), party: sight === 'all' ? undefined : sight };
      const views = await listSubjects(shared.ledger, filter, page);
      const { items, next } = pageOf(views, limit, ({ identity }) => identity.id);
      return { items: items.map(lineOf), next };
    },
  );
}

function filterOf(
  query: Omit<CasesQuery, 'limit' | 'cursor'>,
  { role }: Actor,
  isTranche: boolean,
): SubjectFilter {
  const { track, state, company, partner, edition, dueBefore, mine, open } = query;
  const awaiting = mine ? role : query.awaiting;
  const listed = charts.filter(({ subject }) => (subject === 'tranche') === isTranche);
  // It is nobody's move in a closed case.
  const isOpen = awaiting ? true : open && open === 'true';
  return {
    ...{ isTranche, track, state, dueBefore },
    companyId: company,
    partnerId: partner,
    editionId: edition,
    states: awaiting && statesAwaiting(listed, awaiting),
    isOpen: typeof isOpen === 'boolean' ? isOpen : undefined,
  };
}

function places(api: Api, shared: Shared): void {
  for (const [url, params] of [
    [PROJECT, projectAddressSchema],
    [TRANCHE, trancheAddressSchema],
  ] as const) {
    api.get(
      `${url}/chart`,
      { schema: { tags: ['cases'], params, response: { 200: chartPlaceSchema, ...problems } } },
      async (request) => placeOf(await visibleCase(shared, signedIn(request), idOf(request.params))),
    );
  }
}

function timelines(api: Api, shared: Shared): void {
  for (const [url, params] of [
    [PROJECT, projectAddressSchema],
    [TRANCHE, trancheAddressSchema],
  ] as const) {
    api.get(
      `${url}/timeline`,
      {
        schema: {
          tags: ['cases'],
          params,
          querystring: timelineQuerySchema,
          response: { 200: timelineSchema, ...problems },
        },
      },
      async (request) => {
        const { identity } = await visibleCase(shared, signedIn(request), idOf(request.params));
        const { limit, after } = request.query;
        const rows = await timeline(shared.ledger, identity.id, { limit: limit + 1, after });
        const chart = chartOf(identity.chartId);
        const items = rows.slice(0, limit).map((row) => timelineLine(chart, row));
        return { id: identity.id, items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
      },
    );
  }
}
