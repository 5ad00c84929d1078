import type { Problem } from '../contract/http/problem.js';
import { EXIT, Failure, unreachable } from './failure.js';

/** An answer of the service: its status and its parsed body. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** A problem of RFC 9457; the API's own ones have the rest of `Problem`, those of a proxy before it may not. */
export type AnyProblem = Partial<Problem> & { readonly status: number };

/** The service said no; `problem` is its own account of why. */
export class Refused extends Failure {
  constructor(readonly problem: AnyProblem) {
    const text = problem.detail ?? problem.title ?? `HTTP ${problem.status}`;
    super(problem.status >= 502 ? EXIT.unreachable : EXIT.failed, { ko: text, en: text }, { ...problem });
  }
}

/** What is sent with a request beside the token. */
export interface Sending {
  readonly json?: unknown;
  readonly body?: RequestInit['body'];
  readonly headers?: Readonly<Record<string, string>>;
}

/** The service as one caller sees it. Throws `Refused` for a problem, and `Failure` (exit 3) when nothing answers. */
export class Client {
  constructor(
    readonly base: string,
    readonly token: string | undefined,
    readonly language: 'ko' | 'en' = 'en',
    readonly onBehalfOf?: string | undefined,
  ) {}

  /** Who asks, in whose name, and in which language they are answered. */
  get identity(): Record<string, string> {
    return {
      'accept-language': this.language,
      ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
      ...(this.onBehalfOf === undefined ? {} : { 'on-behalf-of': this.onBehalfOf }),
    };
  }

  /** Reads a resource; `query` leaves out what is undefined. */
  async get<Body>(path: string, query: Readonly<Record<string, string | undefined>> = {}): Promise<Body> {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
    return (await this.send<Body>('GET', `${path}${search}`)).body;
  }

  /** Posts and gives back the answer with its status, which tells a 202 from a 200. */
  post<Body>(path: string, sending: Sending): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, sending);
  }

  async send<Body>(
    method: string,
    path: string,
    { json, body, headers }: Sending = {},
  ): Promise<Answer<Body>> {
    const init: RequestInit = {
      method,
      headers: {
        accept: 'application/json, application/problem+json',
        ...this.identity,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
    };
    const payload = json === undefined ? body : JSON.stringify(json);
    if (payload !== undefined && payload !== null) init.body = payload;
    const answer = await fetch(`${this.base}${path}`, init).catch((error: unknown) => {
      // Only a failed connection; a wrong call of fetch is a defect.
      if (error instanceof TypeError && error.cause !== undefined) throw unreachable(this.base);
      throw error;
    });
    const parsed = await parsedBody(answer);
    if (!answer.ok) throw new Refused({ ...(parsed as object), status: answer.status });
    return { status: answer.status, body: parsed as Body };
  }
}

async function parsedBody(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return JSON.parse(text);
  } catch {
    return { detail: text.slice(0, 500) };
  }
}
