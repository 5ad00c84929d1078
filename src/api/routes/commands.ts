import { z } from 'zod';
import { pageQuerySchema } from '../../contract/http/queries.js';
import { commandPageSchema, commandSchema } from '../../contract/http/records.js';
import { commandsOf, getCommand } from '../../ledger/inbox.js';
import type { Api, Shared } from '../deps.js';
import { cursorOf, pageOf } from '../pages.js';
import { languageOf } from '../problems.js';
import { Refused, atTheDoor } from '../refused.js';
import { seesAll } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { commandBody } from '../views.js';
import { problems } from './problems.js';

/** What became of what a person sent; staff and auditors also look up other people's. */
export function commandRoutes(api: Api, { ledger }: Shared): void {
  api.get(
    '/v1/commands',
    {
      schema: {
        tags: ['commands'],
        querystring: pageQuerySchema.extend({ person: z.string().max(120).optional() }),
        response: { 200: commandPageSchema, ...problems },
      },
    },
    async (request) => {
      const actor = signedIn(request);
      const { limit, cursor, person = actor.person } = request.query;
      if (person !== actor.person && !seesAll(actor))
        throw new Refused(atTheDoor('wrongRole', { role: actor.role }));
      const read = await commandsOf(ledger, person, { limit: limit + 1, before: cursorOf(cursor) });
      const { items, next } = pageOf(read, limit, ({ command }) => command.id);
      const language = languageOf(request.headers['accept-language']);
      return { items: items.map((stored) => commandBody(stored, language)), next };
    },
  );
  api.get(
    '/v1/commands/:id',
    {
      schema: {
        tags: ['commands'],
        params: z.object({ id: z.string().max(120) }),
        response: { 200: commandSchema, ...problems },
      },
    },
    async (request) => {
      const actor = signedIn(request);
      const stored = await getCommand(ledger, request.params.id);
      const isTheirs = stored?.command.by.person === actor.person || seesAll(actor);
      if (!stored || !isTheirs) throw new Refused(atTheDoor('notFound'));
      return commandBody(stored, languageOf(request.headers['accept-language']));
    },
  );
}
