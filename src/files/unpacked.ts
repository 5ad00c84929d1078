import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import type { Part } from './archive.js';
import { unusable } from './unusable.js';

/**
 * A part's bytes as they are unpacked, never more than its directory announces. Throws UnusableFile: `fileExpandsTooFar`
 * where there are more, `fileIsIncomplete` where they end early or can't be unpacked.
 */
export async function* unpacked(part: Part): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytesOf(part)) {
    size += chunk.length;
    if (size > part.size) throw unusable('fileExpandsTooFar', { filePart: part.name });
    yield chunk;
  }
  if (size < part.size) throw unusable('fileIsIncomplete', { filePart: part.name });
}

async function* bytesOf({ packed, isDeflated, name }: Part): AsyncGenerator<Buffer> {
  if (!isDeflated) return yield packed;
  const inflating = Readable.from([packed]).pipe(createInflateRaw());
  try {
    for await (const chunk of inflating as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (isOfZlib(error)) throw unusable('fileIsIncomplete', { filePart: name });
    throw error;
  }
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** A small part as text; a part that isn't there is undefined. */
export async function textOf(parts: readonly Part[], name: string): Promise<string | undefined> {
  const part = parts.find((one) => one.name === name);
  if (!part) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of unpacked(part)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
