import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { Api } from './deps.js';
import { DOCUMENT_LIMIT } from './document-store.js';
import { Refused, atTheDoor } from './refused.js';

/** A document on its way in: what it is said to be, and its bytes as they come. */
export interface Arriving {
  readonly mediaType: string;
  readonly bytes: Readable;
}

/** Lets a scope take forms with one file; one byte over the limit is let through, so that it is seen and refused. */
export async function acceptForms(scope: Api): Promise<void> {
  await scope.register(multipart, { limits: { files: 1, fields: 0, fileSize: DOCUMENT_LIMIT + 1 } });
}

/**
 * The document in a request, which is its body or the one file of its form. Throws Refused: `malformedBody` where there is
 * none, or one of a media type that could be meant for another address; `documentTooLarge` where its length is said and is.
 */
export async function arrivingIn(request: FastifyRequest): Promise<Arriving> {
  if (request.isMultipart()) return fileIn(request);
  const mediaType = mediaTypeOf(request.headers['content-type']);
  if (mediaType.endsWith('json')) throw new Refused(atTheDoor('malformedBody', { mediaType }));
  if (Number(request.headers['content-length'] ?? 0) > DOCUMENT_LIMIT)
    throw new Refused(atTheDoor('documentTooLarge', { limit: String(DOCUMENT_LIMIT) }));
  return { mediaType, bytes: request.body as Readable };
}

async function fileIn(request: FastifyRequest): Promise<Arriving> {
  const part = await request.file().catch(() => undefined);
  if (!part)
    throw new Refused(
      atTheDoor('malformedBody', {}, [
        { path: '', message: '파일 하나를 담은 폼이 필요합니다 / a form with one file is needed' },
      ]),
    );
  return { mediaType: mediaTypeOf(part.mimetype), bytes: part.file };
}

/** A media type as it is kept, and told again to whoever reads the document; throws Refused (`malformedBody`) for what is none. */
function mediaTypeOf(said = ''): string {
  const mediaType = said.split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(mediaType))
    throw new Refused(atTheDoor('malformedBody', { mediaType: mediaType.slice(0, 60) }));
  return mediaType;
}
