import { chartOf } from '../../charts/registry.js';
import { chartPlaceSchema, timelineSchema } from '../../contract/http/cases.js';
import { timelineQuerySchema } from '../../contract/http/queries.js';
import { timeline } from '../../ledger/reads/timeline.js';
import { CASE_KINDS } from '../case-kinds.js';
import type { Api, Shared } from '../deps.js';
import { Refused, atTheDoor } from '../refused.js';
import { seesAll } from '../rights.js';
import { rowFor } from '../shown.js';
import { visibleCase } from '../sight.js';
import { signedIn } from '../sign-in.js';
import { placeOf, timelineLine } from '../views.js';
import { problems } from './problems.js';

/** What every case has, of whichever kind: where it stands in its chart, and what happened to it. */
export function placeRoutes(api: Api, shared: Shared): void {
  for (const { url, params, idAt } of CASE_KINDS) {
    api.get(
      `${url}/chart`,
      { schema: { tags: ['cases'], params, response: { 200: chartPlaceSchema, ...problems } } },
      async (request) => placeOf(await visibleCase(shared, signedIn(request), idAt(request.params))),
    );
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
        const actor = signedIn(request);
        const view = await visibleCase(shared, actor, idAt(request.params));
        const { identity } = view;
        // That there is a call is public; who decided what in it is not.
        if (identity.subject === 'call' && !seesAll(actor)) throw new Refused(atTheDoor('notFound'));
        const { limit, after } = request.query;
        const rows = await timeline(shared.ledger, identity.id, { limit: limit + 1, after });
        const chart = chartOf(identity.chartId);
        const items = rows.slice(0, limit).map((row) => rowFor(actor, view, timelineLine(chart, row)));
        return { id: identity.id, items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
      },
    );
  }
}
