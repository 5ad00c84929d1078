import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refused, atTheDoor } from './refused.js';

/** A document may hold this many bytes. */
export const DOCUMENT_LIMIT = 20 * 1024 * 1024;

/** A document that was kept: SHA-256 (hex) and size in bytes. */
export interface Kept {
  readonly sha256: string;
  readonly size: number;
}

/**
 * Keeps a document under its SHA-256, streamed to a temporary file that gets its name once it is safely on the disk.
 * Throws Refused and keeps nothing: `documentTooLarge`, and `documentHashMismatch` where `expected` is another hash.
 */
export async function keepDocument(dir: string, body: Readable, expected: string | undefined): Promise<Kept> {
  const arriving = join(dir, 'arriving', randomUUID());
  await mkdir(dirname(arriving), { recursive: true });
  try {
    const kept = await written(arriving, body);
    if (expected !== undefined && expected !== kept.sha256)
      throw new Refused(atTheDoor('documentHashMismatch', { expected, received: kept.sha256 }));
    const path = pathOf(dir, kept.sha256);
    await mkdir(dirname(path), { recursive: true });
    await rename(arriving, path);
    return kept;
  } catch (error) {
    await rm(arriving, { force: true });
    throw error;
  }
}

async function written(path: string, body: Readable): Promise<Kept> {
  const file = await open(path, 'wx');
  const hash = createHash('sha256');
  let size = 0;
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > DOCUMENT_LIMIT)
        throw new Refused(atTheDoor('documentTooLarge', { limit: String(DOCUMENT_LIMIT) }));
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** A kept document's bytes. */
export function readDocument(dir: string, sha256: string): ReadStream {
  return createReadStream(pathOf(dir, sha256));
}

function pathOf(dir: string, sha256: string): string {
  return join(dir, sha256.slice(0, 2), sha256);
}
