import { z } from 'zod';
import { bulkAnswerSchema, bulkFrameSchema, bulkSchema } from '../../contract/http/bulk.js';
import { bodyLeftToRoute, parsed } from '../bodies.js';
import { bulkDone, bulkSoFar } from '../bulk.js';
import type { BulkItem } from '../bulk.js';
import type { Api, Shared } from '../deps.js';
import { languageOf } from '../problems.js';
import { Refused } from '../refused.js';
import { mustBeAbleToStore } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { idempotencyHeader } from './actions.js';
import { problems } from './problems.js';

/** A thousand actions with an opinion each; what each brings to its case stays as small as an action of its own. */
const BULK_LIMIT = 4 * 1024 * 1024;

/** What is recorded of a bulk that can't even be read. */
const BULK = 'BULK';

/** Many actions at once, and what has become of them. */
export function bulkRoutes(api: Api, shared: Shared): void {
  api.post(
    '/v1/bulk',
    {
      bodyLimit: BULK_LIMIT,
      config: { records: BULK },
      validatorCompiler: bodyLeftToRoute,
      schema: {
        tags: ['actions'],
        headers: idempotencyHeader,
        body: bulkSchema,
        response: { 200: bulkAnswerSchema, ...problems },
      },
    },
    async (request) => {
      mustBeAbleToStore(signedIn(request));
      const frame = parsed(bulkFrameSchema, request.body);
      if ('kept' in frame) throw new Refused(frame.kept);
      const items = frame.value.items.map(({ case: id, ...body }): BulkItem => ({ case: id, body }));
      return bulkDone(shared, request, items);
    },
  );
  api.get(
    '/v1/bulk/:id',
    {
      schema: {
        tags: ['actions'],
        params: z.object({ id: z.string().max(120) }),
        response: { 200: bulkAnswerSchema, ...problems },
      },
    },
    (request) => {
      const language = languageOf(request.headers['accept-language']);
      return bulkSoFar(shared, signedIn(request), request.params.id, language);
    },
  );
}
