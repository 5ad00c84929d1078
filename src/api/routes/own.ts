import { pageQuerySchema, statementQuerySchema } from '../../contract/http/queries.js';
import { meSchema, noticePageSchema, statementSchema } from '../../contract/http/records.js';
import { noticeText } from '../../contract/notices.js';
import { noticesFor } from '../../ledger/notices.js';
import { trialBalance } from '../../ledger/reads/trial-balance.js';
import type { Api, Shared } from '../deps.js';
import { cursorOf, pageOf } from '../pages.js';
import { mustKeepBooks } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** Who is asking, what their organisation was told, and the books for those who keep them. */
export function ownRoutes(api: Api, { ledger }: Shared): void {
  api.get('/v1/me', { schema: { tags: ['own'], response: { 200: meSchema, ...problems } } }, (request) => {
    return { ...signedIn(request) };
  });
  api.get(
    '/v1/notices',
    {
      schema: {
        tags: ['own'],
        querystring: pageQuerySchema,
        response: { 200: noticePageSchema, ...problems },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query;
      const { org, person, onBehalfOf } = signedIn(request);
      const read = await noticesFor(ledger, org, {
        ...{ limit: limit + 1, before: cursorOf(cursor) },
        person: onBehalfOf ?? person,
      });
      const { items, next } = pageOf(read, limit, ({ key }) => key);
      const told = items.map(({ key, subjectId, person: meant, notice, params, sentAt }) => ({
        ...{ key, case: subjectId, notice, text: noticeText(notice), params: { ...params }, sentAt },
        ...(meant === undefined ? {} : { person: meant }),
      }));
      return { items: told, next };
    },
  );
  api.get(
    '/v1/statement',
    {
      schema: {
        tags: ['own'],
        querystring: statementQuerySchema,
        response: { 200: statementSchema, ...problems },
      },
    },
    async (request) => {
      mustKeepBooks(signedIn(request));
      const { edition: editionId, project: projectId } = request.query;
      const sums = await trialBalance(ledger, { editionId, projectId });
      const accounts = sums.accounts.map(({ account, debit, credit }) => ({
        ...{ account, debit: debit.toString(), credit: credit.toString() },
      }));
      return { accounts };
    },
  );
}
