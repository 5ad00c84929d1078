import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { clientOf } from '../context.js';
import type { CallerOptions, Context } from '../context.js';
import { usage } from '../failure.js';
import type { Client } from '../http.js';

/** A stored document as the API answers: SHA-256 (hex), size in bytes. */
export interface Stored {
  readonly sha256: string;
  readonly size: number;
}

/** `rnd documents put`: stores a file under its SHA-256, by which actions name it. */
export async function documentPut(context: Context, options: CallerOptions, file: string): Promise<void> {
  const content = await readFile(file).catch((error: unknown) => {
    throw usage({
      ko: `파일을 읽을 수 없습니다: ${String(error)}`,
      en: `The file can't be read: ${String(error)}`,
    });
  });
  const stored = await putDocument(await clientOf(context, options), content, basename(file));
  context.terminal.answer(stored, ({ sha256 }) => sha256);
}

/** Uploads a document with the hash that it must have when it arrives. */
export async function putDocument(client: Client, content: Uint8Array, name: string): Promise<Stored> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  const sending = { body: new Uint8Array(content), headers: { 'content-type': mediaTypeOf(name) } };
  return (await client.post<Stored>(`/v1/documents?sha256=${sha256}`, sending)).body;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  png: 'image/png',
};

function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
