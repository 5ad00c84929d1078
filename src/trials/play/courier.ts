import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SignIn } from '../../rehearsal/engine/sign-in.js';
import type { Person } from './people.js';

/** An answer that is final: the wish was taken, or refused with a reason. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A body and its media type. */
interface Content {
  readonly type: string;
  readonly text: string;
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
    return this.#bring(who, path, { type: 'application/json', text: JSON.stringify(json) });
  }

  /** The same, for what has to be taken. Throws what the service refuses. */
  async must(who: Person, path: string, json: unknown): Promise<Answer['body']> {
    const { status, body } = await this.post(who, path, json);
    if (status >= 300) throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  /** Stores a document and gives back its SHA-256. Throws where it isn't taken. */
  async store(who: Person, content: string): Promise<string> {
    const boundary = `form-${randomUUID()}`;
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="document.txt"\r\n`;
    const text = `${head}content-type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`;
    const type = `multipart/form-data; boundary=${boundary}`;
    const { status, body } = await this.#bring(who, '/v1/documents', { type, text });
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

  async #send(who: Person, path: string, { type, text }: Content, key: string): Promise<Answer> {
    const headers = {
      authorization: `Bearer ${await this.signIn.tokenOf(who as never)}`,
      ...{ 'content-type': type, 'content-length': Buffer.byteLength(text), 'idempotency-key': key },
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const signal = AbortSignal.timeout(REQUEST_MS);
      const sent = request(new URL(path, this.api), { agent: this.#agent, method: 'POST', headers, signal });
      sent.once('response', resolve).once('error', reject).end(text);
    });
    let said = '';
    for await (const chunk of answer) said += String(chunk);
    return { status: answer.statusCode ?? 0, body: JSON.parse(said || '{}') as Answer['body'] };
  }
}

function isFinal(status: number): boolean {
  return status !== ACCEPTED && status !== TOO_MANY && status < IN_TROUBLE;
}
