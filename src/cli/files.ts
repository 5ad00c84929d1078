import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { Failure, EXIT, unreachable, usage } from './failure.js';
import { Refused } from './http.js';
import type { Client } from './http.js';

/** A file that is sent to be imported or compared, and the query that says what is to be done with it. */
export interface FileToSend {
  readonly path: string;
  readonly file: string;
  readonly query: readonly (readonly [name: string, value: string | undefined])[];
}

/** Sends a table's file with the hash that it must have when it arrives. Throws a Failure for a file that can't be read. */
export async function sendTable<Body>(client: Client, { path, file, query }: FileToSend): Promise<Body> {
  const content = await readFile(file).catch((error: unknown) => {
    throw usage({
      ko: `파일을 읽을 수 없습니다: ${String(error)}`,
      en: `The file can't be read: ${String(error)}`,
    });
  });
  const sha256 = createHash('sha256').update(content).digest('hex');
  const sending = {
    body: new Uint8Array(content),
    headers: { 'content-type': 'application/octet-stream' },
  };
  const address = `${path}?${searchOf([...query, ['sha256', sha256]])}`;
  return (await client.post<Body>(address, sending)).body;
}

/** Downloads a file's bytes. Throws `Refused` for a problem, and a Failure where nothing answers. */
export async function download(
  client: Client,
  path: string,
  query: FileToSend['query'],
): Promise<Uint8Array> {
  const address = `${client.base}${path}?${searchOf(query)}`;
  const answer = await fetch(address, { headers: client.identity }).catch(() => {
    throw unreachable(client.base);
  });
  if (!answer.ok) throw new Refused({ ...((await answer.json()) as object), status: answer.status });
  return new Uint8Array(await answer.arrayBuffer());
}

/** Writes a download where it is wanted. Throws a Failure where it can't be written. */
export async function keep(bytes: Uint8Array, out: string): Promise<void> {
  await writeFile(out, bytes).catch((error: unknown) => {
    throw new Failure(EXIT.failed, {
      ko: `파일을 쓸 수 없습니다: ${String(error)}`,
      en: `The file can't be written: ${String(error)}`,
    });
  });
}

function searchOf(query: FileToSend['query']): string {
  const given = query.filter((pair): pair is [string, string] => pair[1] !== undefined);
  return new URLSearchParams(given).toString();
}
