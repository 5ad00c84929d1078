import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { IncomingMessage, RequestOptions } from 'node:http';

/** What is sent along: a text and its media type. */
export interface Content {
  readonly text: string;
  readonly type: string;
}

/** A file to be sent: its name, what it holds, and its media type. */
export interface Upload {
  readonly name: string;
  readonly content: string;
  readonly type: string;
}

/**
 * Sends a request by Node's own HTTP, which takes a fraction of the time that `fetch` takes, and reads the whole answer.
 * Throws where the connection fails.
 */
export async function exchange(
  url: URL,
  { headers, ...options }: RequestOptions & { readonly headers?: Readonly<Record<string, string>> },
  content?: Content,
): Promise<{ readonly status: number; readonly text: string }> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(url, { ...options, headers: { ...headers, ...headersOf(content) } });
    sent.once('response', resolve).once('error', reject).end(content?.text);
  });
  answer.setEncoding('utf8');
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode ?? 0, text };
}

/** JSON as it is sent. */
export function jsonOf(value: unknown): Content {
  return { text: JSON.stringify(value), type: 'application/json' };
}

/** A file as a form sends it. */
export function formOf({ name, content, type }: Upload): Content {
  const boundary = `form-${randomUUID()}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`;
  const text = `${head}content-type: ${type}\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  return { text, type: `multipart/form-data; boundary=${boundary}` };
}

function headersOf(content: Content | undefined): Record<string, string | number> {
  if (content === undefined) return {};
  return { 'content-type': content.type, 'content-length': Buffer.byteLength(content.text) };
}
