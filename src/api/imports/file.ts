import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { FILE_LIMIT } from '../../files/limits.js';
import { readTable } from '../../files/read.js';
import type { Table } from '../../files/table.js';
import { UnusableFile } from '../../files/unusable.js';
import type { Api } from '../deps.js';
import { Refused, atTheDoor } from '../refused.js';

/** A table that came as a file, and the SHA-256 (hex) of its bytes. */
export interface ArrivedTable {
  readonly table: Table;
  readonly sha256: string;
}

/** Lets a scope take a file as the body, or as the one file of a form. */
export async function acceptFiles(scope: Api): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  // One byte over the limit is let through, so that it is seen and refused.
  await scope.register(multipart, { limits: { files: 1, fields: 0, fileSize: FILE_LIMIT + 1 } });
}

/**
 * The table in a request's file. Throws Refused in the catalogue's words for whatever makes a file unusable, and
 * `documentHashMismatch` where its bytes have another hash than `expected`.
 */
export async function arrivedTable(
  request: FastifyRequest,
  expected: string | undefined,
): Promise<ArrivedTable> {
  const bytes = await bytesIn(request);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (expected !== undefined && expected !== sha256)
    throw new Refused(atTheDoor('documentHashMismatch', { expected, received: sha256 }));
  return { table: await usable(() => readTable(bytes)), sha256 };
}

/** Does something with a file, and says in the catalogue's words why it can't be used. */
export async function usable<Value>(work: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnusableFile) throw new Refused(atTheDoor(error.code, error.evidence));
    throw error;
  }
}

async function bytesIn(request: FastifyRequest): Promise<Buffer> {
  const body = request.isMultipart() ? await fileOf(request) : (request.body as Readable | undefined);
  if (!body) throw new Refused(atTheDoor('fileMissing'));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // What is too much is left in the stream, for whoever refuses it to let go of.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > FILE_LIMIT) throw new Refused(atTheDoor('fileTooLarge', { limit: String(FILE_LIMIT) }));
      chunks.push(chunk);
    }
  } catch (error) {
    // Whoever sent half of it is gone, or its form ends in the middle.
    throw error instanceof Refused
      ? error
      : new Refused(atTheDoor('fileIsIncomplete', { bytes: String(size) }));
  }
  return Buffer.concat(chunks);
}

async function fileOf(request: FastifyRequest): Promise<Readable | undefined> {
  const part = await request.file().catch(() => undefined);
  return part?.file;
}
