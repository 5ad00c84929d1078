import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../charts/kernel/types.js';
import { sha256Schema } from '../../contract/http/queries.js';
import { documentSchema } from '../../contract/http/records.js';
import { bookDocument, documentsBySha256, isNamedInCaseOf } from '../../ledger/documents.js';
import { keepDocument, readDocument } from '../document-store.js';
import type { Api, Shared } from '../deps.js';
import { acceptForms, arrivingIn } from '../upload.js';
import { Refused, atTheDoor } from '../refused.js';
import { mustBeAbleToStore, sightOf } from '../rights.js';
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
    await acceptForms(scope);
    scope.post(
      '/v1/documents',
      {
        config: { records: 'STORE_DOCUMENT' },
        schema: {
          tags: ['documents'],
          description:
            'The bytes as the body, of any media type but JSON, or as the one file of a form; at most 20 MB. / 파일을 본문에 그대로 보내거나(JSON 제외) 폼의 파일 하나로 보냅니다 (최대 20 MB).',
          consumes: ['application/octet-stream', 'multipart/form-data'],
          querystring: uploadQuery,
          response: { 201: documentSchema, ...problems },
        },
      },
      async (request, reply) => {
        const document = await stored(shared, request, request.query.sha256).catch((error: unknown) => {
          // What is still on its way is let go, so that the sender gets to read the answer.
          request.raw.resume();
          throw error;
        });
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
  const actor = signedIn(request);
  mustBeAbleToStore(actor);
  const { mediaType, bytes } = await arrivingIn(request);
  const { sha256, size } = await keepDocument(documentDir, bytes, expected);
  const { org, person } = actor;
  await bookDocument(ledger, { sha256, org, person, size: BigInt(size), mediaType });
  return { sha256, size, mediaType, href: `/v1/documents/${sha256}` };
}

/** Whether this person may read a document of another organisation's, because a case that they see names it. */
async function isNamedTo(ledger: Shared['ledger'], actor: Actor, sha256: string): Promise<boolean> {
  const sight = sightOf(actor);
  return typeof sight === 'string' ? sight === 'all' : isNamedInCaseOf(ledger, sha256, sight);
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
  if (!row || !(own || (await isNamedTo(ledger, actor, sha256)))) throw new Refused(atTheDoor('notFound'));
  return reply
    .type(row.mediaType)
    .header('content-length', row.size.toString())
    .header('content-disposition', `attachment; filename="${sha256}"`)
    .send(readDocument(documentDir, sha256));
}
