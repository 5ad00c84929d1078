import { pageQuerySchema, statementQuerySchema } from '../../contract/http/queries.js';
import { meSchema, noticePageSchema, statementSchema } from '../../contract/http/records.js';
import { noticeText } from '../../contract/notices.js';
import { noticesFor } from '../../ledger/notices.js';
import { statement } from '../../ledger/reads/statement.js';
import type { Api, Shared } from '../deps.js';
import { cursorOf, pageOf } from '../pages.js';
import { mustKeepBooks } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

/** Who is asking, what their organisation was told, and the books for those who keep them. */
export function ownRoutes(api: Api, { ledger }: Shared): void {
  api.get('/v1/me', { schema: { tags: ['own'], response: { 200: meSchema, ...problems } } }, (request) => {
    const { person, role, org } = signedIn(request);
    return { person, role, org };
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
      const read = await noticesFor(ledger, signedIn(request).org, {
        limit: limit + 1,
        before: cursorOf(cursor),
      });
      const { items, next } = pageOf(read, limit, ({ key }) => key);
      const told = items.map(({ key, subjectId, notice, params, sentAt }) => ({
        ...{ key, case: subjectId, notice, text: noticeText(notice), params: { ...params }, sentAt },
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
      const sums = await statement(ledger, { editionId, projectId });
      const accounts = sums.map(({ account, debit, credit }) => ({
        ...{ account, debit: debit.toString(), credit: credit.toString() },
      }));
      return { accounts };
    },
  );
}
