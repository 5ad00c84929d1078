import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../rehearsal/cohort/people.js';
import { exchange, formOf, jsonOf } from '../../rehearsal/engine/exchange.js';
import type { Content } from '../../rehearsal/engine/exchange.js';
import type { SignIn } from '../../rehearsal/engine/sign-in.js';

/** An answer that is final: the wish was taken, or refused with a reason. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const PATIENCE_MS = 600_000;
const AGAIN_MS = 300;
const REQUEST_MS = 30_000;

const ACCEPTED = 202;
const TOO_MANY = 429;
const IN_TROUBLE = 500;

/** Brings wishes to the service as a patient person does: under one key, again and again until there is an answer. */
export class Courier {
  readonly #agent = new Agent({ keepAlive: true });
  /** How often an answer had to be asked for again. */
  again = 0;

  constructor(
    private readonly api: string,
    private readonly signIn: SignIn,
  ) {}

  /** Posts JSON and waits for its final answer. Throws where there is none for ten minutes. */
  post(who: Person, path: string, json: unknown): Promise<Answer> {
    return this.#bring(who, path, jsonOf(json));
  }

  /** The same, for what has to be taken. Throws what the service refuses. */
  async must(who: Person, path: string, json: unknown): Promise<Answer['body']> {
    const { status, body } = await this.post(who, path, json);
    if (status >= 300) throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Stores a document and gives back its SHA-256. Throws where it isn't taken. */
  async store(who: Person, content: string): Promise<string> {
    const file = { name: 'document.txt', content, type: 'text/plain' };
    const { status, body } = await this.#bring(who, '/v1/documents', formOf(file));
    if (status >= 300) throw new Error(`a document was not taken: ${JSON.stringify(body)}`);
    return String(body['sha256']);
  }

  close(): void {
    this.#agent.destroy();
  }

  async #bring(who: Person, path: string, content: Content): Promise<Answer> {
    const key = randomUUID();
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      // A connection that breaks says nothing about what became of the wish: the same key finds out.
      const answer = await this.#send(who, path, content, key).catch((error: unknown) => String(error));
      if (typeof answer !== 'string' && isFinal(answer.status)) return answer;
      if (performance.now() > deadline)
        throw new Error(`${path} had no answer in ten minutes: ${JSON.stringify(answer)}`);
      this.again += 1;
      await sleep(AGAIN_MS);
    }
  }

  async #send(who: Person, path: string, content: Content, key: string): Promise<Answer> {
    const headers = { authorization: `Bearer ${await this.signIn.tokenOf(who)}`, 'idempotency-key': key };
    const options = {
      ...{ agent: this.#agent, method: 'POST', headers },
      signal: AbortSignal.timeout(REQUEST_MS),
    };
    const { status, text } = await exchange(new URL(path, this.api), options, content);
    return { status, body: JSON.parse(text || '{}') as Answer['body'] };
  }
}

function isFinal(status: number): boolean {
  return status !== ACCEPTED && status !== TOO_MANY && status < IN_TROUBLE;
}
