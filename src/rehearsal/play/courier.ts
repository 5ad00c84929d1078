import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import type { Person } from '../cohort/people.js';
import { exchange, formOf, jsonOf } from '../engine/exchange.js';
import type { Content, Upload } from '../engine/exchange.js';
import type { House } from '../engine/house.js';

/** An answer of the service: its status, and its body as it came from JSON. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request that was answered: what it was, how long it took, and what came of it. */
export interface Delivered {
  readonly what: string;
  readonly status: number;
  readonly ms: number;
  readonly code: string | null;
}

const AT_ONCE = 32;

const HTTP_REFUSED = 400;

/** Brings everybody's requests to the service over HTTP, as a browser would, and keeps a record of each. */
export class Courier {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  readonly #delivered: Delivered[] = [];

  constructor(private readonly house: Pick<House, 'api' | 'signIn'>) {}

  /** Every request so far, in the order in which they were answered. */
  get delivered(): readonly Delivered[] {
    return this.#delivered;
  }

  get(who: Person, path: string): Promise<Answer> {
    return this.#send(who, 'GET', path);
  }

  /** Posts JSON; a refusal is an answer like any other. */
  post(who: Person, path: string, json: unknown, what = path): Promise<Answer> {
    return this.#send(who, 'POST', path, jsonOf(json), what);
  }

  /** Stores a document and gives back its SHA-256. Throws where it isn't taken. */
  async store(who: Person, content: string): Promise<string> {
    const file = { name: 'document.txt', content, type: 'text/plain' };
    const { status, body } = await this.upload(who, '/v1/documents', file);
    if (status >= HTTP_REFUSED) throw new Error(`a document was not taken: ${JSON.stringify(body)}`);
    return String(body['sha256']);
  }

  /** Sends a file as a form would. */
  upload(who: Person, path: string, file: Upload): Promise<Answer> {
    return this.#send(who, 'POST', path, formOf(file));
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(
    who: Person,
    method: 'GET' | 'POST',
    path: string,
    content?: Content,
    what = path,
  ): Promise<Answer> {
    const began = performance.now();
    const headers = {
      authorization: `Bearer ${await this.house.signIn.tokenOf(who)}`,
      ...(content === undefined ? {} : { 'idempotency-key': randomUUID() }),
    };
    const options = { agent: this.#agent, method, headers };
    const { status, text } = await exchange(new URL(path, this.house.api), options, content);
    const body = JSON.parse(text || '{}') as Answer['body'];
    const code = status >= HTTP_REFUSED ? String(body['code'] ?? status) : null;
    this.#delivered.push({ what, status, ms: performance.now() - began, code });
    return { status, body };
  }
}

/** Does something with each of many, a few at once; in the order of the list, as far as that can be said. */
export async function each<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  const left = all.values();
  const worker = async (): Promise<void> => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
