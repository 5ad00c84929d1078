import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** One connection for each request under way, kept open: a browser or a proxy does the same. */
const agent = new Agent({ keepAlive: true });

/** What is sent: where to, whose token, under which key, and the body. */
export interface Sending {
  readonly url: URL;
  readonly token: string;
  readonly key: string;
  readonly json: unknown;
}

/** An answer: its status, and its body as it came from JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Posts JSON by Node's own HTTP, which takes a fraction of the time that `fetch` takes: what is measured is the service.
 * Throws where the connection fails.
 */
export async function post({ url, token, key, json }: Sending): Promise<Answer> {
  const body = JSON.stringify(json);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(url, {
      agent,
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': key,
      },
    });
    sent.once('response', resolve).once('error', reject).end(body);
  });
  answer.setEncoding('utf8');
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return { status: answer.statusCode ?? 0, body: JSON.parse(text) };
}
