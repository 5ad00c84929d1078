import { randomUUID } from 'node:crypto';
import type { ActionData } from '../cli/action-data.js';
import { caseAddress } from '../cli/case-address.js';
import type { Addresses } from '../cli/connection.js';
import { Cast } from '../cli/demo/cast.js';
import type { Client } from '../cli/http.js';
import type { DecidedAnswer } from '../contract/http/actions.js';
import { post } from './post.js';
import { until } from './until.js';

/** One decision: on which case, whose, which, and with what data. */
export interface Decision {
  readonly id: string;
  readonly who: string;
  readonly type: string;
  readonly data?: ActionData;
}

interface Sent {
  readonly path: string;
  readonly json: unknown;
  readonly key: string;
}

/** What a decision led to, and whether that came later than its answer. */
export type Taken = DecidedAnswer & { readonly isLate: boolean };

const AGAIN_MS = 250;

const HTTP_ACCEPTED = 202;
const HTTP_REFUSED = 400;

/** The people of the service, each signed in once; what they send goes over HTTP like anybody's. */
export class People {
  readonly #cast: Cast;

  constructor(addresses: Addresses) {
    this.#cast = new Cast(addresses, 'en');
  }

  /** Somebody's own client. */
  async client(who: string): Promise<Client> {
    return (await this.#cast.player(who)).client;
  }

  /**
   * Takes a decision. `isLate`: it was answered with 202 and applied later; then what is awaited is that it was applied.
   * Throws what the service refuses.
   */
  async decide({ id, who, type, data = {} }: Decision): Promise<Taken> {
    return this.#take(who, { path: `${caseAddress(id)}/actions`, json: { type, data }, key: randomUUID() });
  }

  /** Hands in an application, and gives back its project's id. */
  async apply(who: string, application: ActionData): Promise<string> {
    const sent = { path: '/v1/applications', json: application, key: randomUUID() };
    return (await this.#take(who, sent)).id;
  }

  async #take(who: string, sent: Sent): Promise<Taken> {
    const client = await this.client(who);
    const first = await applied(client, sent);
    if (first) return { ...first, isLate: false };
    // The same key again is the same wish: its answer comes once it is applied.
    const later = await until(`${sent.path} to be applied`, () => applied(client, sent), AGAIN_MS);
    return { ...later, isLate: true };
  }
}

async function applied(client: Client, { path, json, key }: Sent): Promise<DecidedAnswer | undefined> {
  const { base, token = '' } = client;
  const { status, body } = await post({ url: new URL(path, base), token, key, json });
  if (status === HTTP_ACCEPTED) return undefined;
  if (status >= HTTP_REFUSED) throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body)}`);
  return body as DecidedAnswer;
}
