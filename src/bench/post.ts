import { Agent } from 'node:http';
import { exchange, jsonOf } from '../rehearsal/engine/exchange.js';

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

/** Posts JSON, by what costs least here: what is measured is the service. Throws where the connection fails. */
export async function post({ url, token, key, json }: Sending): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key };
  const { status, text } = await exchange(url, { agent, method: 'POST', headers }, jsonOf(json));
  return { status, body: JSON.parse(text) };
}
