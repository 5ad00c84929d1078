import { z } from 'zod';
import type { ProjectContextV2 } from '../../charts/project-v2/context.js';
import { chartOf, latestOf } from '../../charts/registry.js';
import { entrantPageSchema, preCheckPageSchema } from '../../contract/http/calls.js';
import type { EntrantLine, PreCheckLine } from '../../contract/http/calls.js';
import { callAddressSchema, pageQuerySchema } from '../../contract/http/queries.js';
import { entryOf } from '../../contract/refusals.js';
import { selectionOf } from '../../ledger/calls.js';
import { listViews } from '../../ledger/reads/subjects.js';
import type { SubjectFilter, SubjectView } from '../../ledger/reads/subjects.js';
import { callIdOf, hrefOf } from '../addresses.js';
import { CALL } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import { cursorOf, pageOf } from '../pages.js';
import { isSitting, seatsOf } from '../panel-facts.js';
import { preChecksOf } from '../pre-check.js';
import type { CheckedVerdict } from '../pre-check.js';
import { mustKeepBooks } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { stateAt, statesOf } from '../stage.js';
import { problems } from './problems.js';

/** The states in which a project is one of its call's second competition. */
const WITH_ROADMAP = /^roadmap(Evaluation)?(\.|$)/;

/** The states in which an application is still to be screened. */
const UNSCREENED = ['submitted', 'priorityCheck'];

/** What staff work through in a call: its entrants, and what the pre-check found in each application. */
export function callWorkRoutes(api: Api, shared: Shared): void {
  entrants(api, shared);
  api.get(
    `${CALL}/pre-check`,
    {
      schema: {
        tags: ['calls'],
        params: callAddressSchema,
        querystring: pageQuerySchema,
        response: { 200: preCheckPageSchema, ...problems },
      },
    },
    async (request) => {
      mustKeepBooks(signedIn(request));
      const { limit, cursor } = request.query;
      const filter = { kind: 'project', callId: callIdOf(request.params), states: UNSCREENED } as const;
      const read = await listViews(shared.ledger, filter, { limit: limit + 1, after: cursorOf(cursor) });
      const { items, next } = pageOf(read, limit, ({ identity }) => identity.id);
      const verdicts = await preChecksOf(shared, items);
      return { items: items.map((view, index) => preCheckLine(view, verdicts[index] ?? [])), next };
    },
  );
}

function entrants(api: Api, shared: Shared): void {
  api.get(
    `${CALL}/applications`,
    {
      schema: {
        tags: ['calls'],
        params: callAddressSchema,
        querystring: pageQuerySchema.extend({
          limit: z.coerce.number().int().min(1).max(MOST_ENTRANTS).default(50),
          state: z.string().max(120).optional().describe('A state with everything inside it'),
        }),
        response: { 200: entrantPageSchema, ...problems },
      },
    },
    async (request) => {
      mustKeepBooks(signedIn(request));
      const { limit, cursor, state } = request.query;
      const filter = filterOf(callIdOf(request.params), state);
      const read = await listViews(shared.ledger, filter, { limit: limit + 1, after: cursorOf(cursor) });
      const { items, next } = pageOf(read, limit, ({ identity }) => identity.id);
      const failing = await failingIn(shared, items);
      return { items: items.map((view) => entrantLine(view, failing.get(view.identity.id) ?? null)), next };
    },
  );
}

/** A whole call's entrants on one page. */
const MOST_ENTRANTS = 1_000;

/** Everybody in a call; the roadmaps' competitors are those of the selection that draft or have drafted one. */
function filterOf(callId: string, state: string | undefined): SubjectFilter {
  const selection = selectionOf(callId);
  const isSecond = selection !== callId && state === undefined;
  return { kind: 'project', callId: selection, state, ...(isSecond ? { states: roadmapStates() } : {}) };
}

function roadmapStates(): string[] {
  return [...statesOf(latestOf('structuredProject')).keys()].filter((path) => WITH_ROADMAP.test(path));
}

async function failingIn(shared: Shared, views: readonly SubjectView[]): Promise<Map<string, number>> {
  const unscreened = views.filter(({ state }) => UNSCREENED.includes(state));
  const verdicts = await preChecksOf(shared, unscreened);
  const counted = unscreened.map(({ identity }, index) => {
    return [identity.id, (verdicts[index] ?? []).filter(({ ok }) => !ok).length] as const;
  });
  return new Map(counted);
}

function entrantLine(view: SubjectView, failing: number | null): EntrantLine {
  const { identity, seq, state, facts } = view;
  const { number, title, proposalId, evaluation } = facts as unknown as ProjectContextV2;
  const seats = seatsOf(facts).filter(isSitting);
  return {
    ...{ id: identity.id, href: hrefOf(identity.id), number, title: { ...title } },
    ...{ company: identity.companyId, partner: identity.partnerId, proposal: proposalId },
    ...{ state, stateLabel: stateAt(chartOf(identity.chartId), state).label, seq },
    score: evaluation?.score ?? null,
    panel: { seats: seats.length, scored: seats.filter(({ score }) => score !== null).length },
    failing,
  };
}

function preCheckLine({ identity, seq }: SubjectView, verdicts: readonly CheckedVerdict[]): PreCheckLine {
  const { id, companyId: company } = identity;
  const told = verdicts.map(({ code, ok, evidence }) => {
    return { code, ok, evidence: { ...evidence }, words: { ...entryOf(code).title } };
  });
  return { id, href: hrefOf(id), seq, company, verdicts: told };
}
