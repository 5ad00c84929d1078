import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { charts } from '../../charts/registry.js';
import type { Chart } from '../../charts/kernel/types.js';
import { chartsSchema, editionSchema, editionsSchema } from '../../contract/http/records.js';
import { graphOf } from '../../pictures/graph.js';
import type { ChartGraph } from '../../pictures/graph.js';
import { mermaidOf } from '../../pictures/mermaid.js';
import { svgOf } from '../../pictures/svg.js';
import { editionHash, loadEdition } from '../../program/load.js';
import type { Api, Shared } from '../deps.js';
import { Refused, atTheDoor } from '../refused.js';
import { problems } from './problems.js';

const idParams = z.object({ id: z.string().max(80) });
const pictureQuery = z.strictObject({
  format: z.enum(['json', 'mermaid', 'svg']).default('json'),
  at: z.string().max(120).optional().describe('A state to mark in the SVG'),
});

/** The program's editions and the released charts. */
export function referenceRoutes(api: Api, shared: Shared): void {
  editionRoutes(api, shared);
  api.get(
    '/v1/charts',
    { schema: { tags: ['reference'], response: { 200: chartsSchema, ...problems } } },
    () => ({ items: charts.map(({ id, subject, label }) => ({ id, subject, label })) }),
  );
  api.get(
    '/v1/charts/:id',
    {
      schema: {
        tags: ['reference'],
        params: idParams,
        querystring: pictureQuery,
        response: { 200: z.unknown().describe('The chart as JSON, Mermaid or SVG'), ...problems },
      },
    },
    (request, reply) => {
      const chart = charts.find(({ id }) => id === request.params.id);
      if (!chart) throw new Refused(atTheDoor('notFound'));
      return drawn(reply, chart, request.query);
    },
  );
}

function editionRoutes(api: Api, { editions }: Shared): void {
  const lineOf = (id: string): { id: string; year: number; hash: string; isDefault: boolean } => {
    const edition = loadEdition(id);
    return { id, year: edition.year, hash: editionHash(edition), isDefault: id === editions[0] };
  };
  api.get(
    '/v1/editions',
    { schema: { tags: ['reference'], response: { 200: editionsSchema, ...problems } } },
    () => ({ items: editions.map(lineOf) }),
  );
  api.get(
    '/v1/editions/:id',
    { schema: { tags: ['reference'], params: idParams, response: { 200: editionSchema, ...problems } } },
    (request) => {
      const { id } = request.params;
      if (!editions.includes(id)) throw new Refused(atTheDoor('unknownEdition', { edition: id }));
      const edition = loadEdition(id);
      return { ...lineOf(id), assumed: [...edition.sources.assumed], edition: { ...edition } };
    },
  );
}

async function drawn(
  reply: FastifyReply,
  chart: Chart,
  { format, at }: z.infer<typeof pictureQuery>,
): Promise<FastifyReply> {
  const graph = graphOf(chart);
  if (format === 'json') return reply.send(graph);
  if (format === 'mermaid') return reply.type('text/vnd.mermaid; charset=utf-8').send(mermaidOf(graph));
  if (at !== undefined && !graph.states.some(({ path }) => path === at))
    throw new Refused(atTheDoor('notFound', { state: at }));
  return reply.type('image/svg+xml; charset=utf-8').send(await pictureOf(graph, at));
}

const pictures = new Map<string, Promise<string>>();

/** A picture of a released chart; drawn once, because a layout takes a fifth of a second in which nobody else is served. */
function pictureOf(graph: ChartGraph, at: string | undefined): Promise<string> {
  const key = `${graph.id} ${at ?? ''}`;
  const picture = pictures.get(key) ?? svgOf(graph, at === undefined ? {} : { at });
  pictures.set(key, picture);
  return picture;
}
