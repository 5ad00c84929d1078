import { z } from 'zod';
import { charts } from '../../charts/registry.js';
import { caseLineSchema, casePageSchema, caseSchema, projectSchema } from '../../contract/http/cases.js';
import type { CaseBody } from '../../contract/http/cases.js';
import {
  callAddressSchema,
  casesQuerySchema,
  projectAddressSchema,
  trancheAddressSchema,
} from '../../contract/http/queries.js';
import type { CasesQuery } from '../../contract/http/queries.js';
import type { Actor } from '../../charts/kernel/types.js';
import { BESIDE } from '../../contract/names.js';
import { besideOf, listSubjects, tranchesOf } from '../../ledger/reads/subjects.js';
import type { SubjectFilter } from '../../ledger/reads/subjects.js';
import { BESIDES, callIdOf, idOf } from '../addresses.js';
import { BESIDE_PROJECTS, CALL, PROJECT, TRANCHE } from '../case-kinds.js';
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
type BesideProject = Omit<z.infer<typeof projectSchema>, keyof CaseBody | 'tranches'>;

/** Reading cases: lists, and one project with all that belongs to it, one tranche, one call, one of what runs beside a project. */
export function caseRoutes(api: Api, shared: Shared): void {
  list(api, shared, '/v1/projects', 'project');
  list(api, shared, '/v1/tranches', 'tranche');
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
  for (const { subject, list: url, url: address, params, idAt } of BESIDE_PROJECTS) {
    list(api, shared, url, subject);
    api.get(address, { schema: { tags: ['cases'], params, response: one } }, (request) =>
      read(shared, request.actor, idAt(request.params)),
    );
  }
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
      const [body, tranches, beside] = await Promise.all([
        read(shared, request.actor, id),
        tranchesOf(shared.ledger, id),
        besideProject(shared, id),
      ]);
      return { ...body, tranches: tranches.map(lineOf), ...beside };
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

/** What runs beside a project: its objections, changes, settlements, recoveries and sanctions, each by number. */
async function besideProject({ ledger }: Shared, id: string): Promise<BesideProject> {
  const read = BESIDES.map(async ({ subject, plural }) => {
    return [plural, (await besideOf(ledger, id, subject)).map(lineOf)] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as BesideProject;
}

function list(api: Api, shared: Shared, url: `/v1/${string}`, kind: Kind): void {
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

/** The kinds of cases that are no projects. */
const OF_THEIR_OWN = ['tranche', 'call', ...BESIDE] as const;

function kindOf(subject: string): Kind {
  return OF_THEIR_OWN.find((kind) => kind === subject) ?? 'project';
}
