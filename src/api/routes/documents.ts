import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { sha256Schema } from '../../contract/http/queries.js';
import { documentSchema } from '../../contract/http/records.js';
import { bookDocument, documentsBySha256, isNamedInCaseOf } from '../../ledger/documents.js';
import { DOCUMENT_LIMIT, keepDocument, readDocument } from '../document-store.js';
import type { Api, Shared } from '../deps.js';
import { Refused, atTheDoor } from '../refused.js';
import { seesAll } from '../rights.js';
import { signedIn } from '../sign-in.js';
import { problems } from './problems.js';

const uploadQuery = z.strictObject({
  sha256: sha256Schema.optional().describe('Refused where the bytes have another hash'),
});
const documentAddress = z.object({ sha256: sha256Schema });

/** Storing documents by their SHA-256 and reading them back. */
export async function documentRoutes(api: Api, shared: Shared): Promise<void> {
  // In a scope of its own: here every body is a stream of bytes.
  await api.register(async (scope: Api) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.post(
      '/v1/documents',
      {
        config: { records: 'STORE_DOCUMENT' },
        schema: {
          tags: ['documents'],
          description:
            'The bytes as the body, of any media type but JSON, at most 20 MB. / 본문에 파일을 그대로 보냅니다 (JSON 제외, 최대 20 MB).',
          consumes: ['application/octet-stream'],
          querystring: uploadQuery,
          response: { 201: documentSchema, ...problems },
        },
      },
      async (request, reply) => {
        const document = await stored(shared, request, request.query.sha256);
        return reply.code(201).header('location', document.href).send(document);
      },
    );
  });
  api.get(
    '/v1/documents/:sha256',
    {
      schema: {
        tags: ['documents'],
        params: documentAddress,
        response: { 200: z.unknown().describe('The bytes, in their media type'), ...problems },
      },
    },
    (request, reply) => sent(shared, request, reply, request.params.sha256),
  );
}

async function stored(
  { ledger, documentDir }: Shared,
  request: FastifyRequest,
  expected: string | undefined,
): Promise<z.infer<typeof documentSchema>> {
  const { org, person } = signedIn(request);
  const mediaType = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType === '' || mediaType.endsWith('json'))
    throw new Refused(atTheDoor('malformedBody', { mediaType }));
  if (Number(request.headers['content-length'] ?? 0) > DOCUMENT_LIMIT)
    throw new Refused(atTheDoor('documentTooLarge', { limit: String(DOCUMENT_LIMIT) }));
  const { sha256, size } = await keepDocument(documentDir, request.body as Readable, expected);
  await bookDocument(ledger, { sha256, org, person, size: BigInt(size), mediaType });
  return { sha256, size, mediaType, href: `/v1/documents/${sha256}` };
}

async function sent(
  { ledger, documentDir }: Shared,
  request: FastifyRequest,
  reply: FastifyReply,
  sha256: string,
): Promise<FastifyReply> {
  const actor = signedIn(request);
  const rows = await documentsBySha256(ledger, [sha256]);
  const own = rows.find(({ org }) => org === actor.org);
  const row = own ?? rows[0];
  const isTheirs = own || seesAll(actor) || (await isNamedInCaseOf(ledger, sha256, actor.org));
  if (!row || !isTheirs) throw new Refused(atTheDoor('notFound'));
  return reply
    .type(row.mediaType)
    .header('content-length', row.size.toString())
    .header('content-disposition', `attachment; filename="${sha256}"`)
    .send(readDocument(documentDir, sha256));
}
