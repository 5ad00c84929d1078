import { randomUUID } from 'node:crypto';
import type { ActionData } from '../cli/action-data.js';
import { caseAddress } from '../cli/case-address.js';
import type { Addresses } from '../cli/connection.js';
import { Cast } from '../cli/demo/cast.js';
import type { Client } from '../cli/http.js';
import type { AcceptedAnswer, DecidedAnswer } from '../contract/http/actions.js';
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

  /** Takes a decision, once. Throws where it isn't applied when it is answered: nothing else is measured. */
  async decide({ id, who, type, data = {} }: Decision): Promise<DecidedAnswer> {
    const sent = { path: `${caseAddress(id)}/actions`, json: { type, data }, key: randomUUID() };
    const answer = await applied(await this.client(who), sent);
    if (!answer) throw new Error(`${type} of ${id} was received and not yet applied`);
    return answer;
  }

  /** Takes a decision that only prepares: on a busy machine it may be applied later than it is answered. */
  async bring({ id, who, type, data = {} }: Decision): Promise<DecidedAnswer> {
    return this.#until(who, { path: `${caseAddress(id)}/actions`, json: { type, data }, key: randomUUID() });
  }

  /** Hands in an application, and gives back its project's id. */
  async apply(who: string, application: ActionData): Promise<string> {
    const sent = { path: '/v1/applications', json: application, key: randomUUID() };
    return (await this.#until(who, sent)).id;
  }

  // The same key again is the same wish: its answer comes once it is applied.
  async #until(who: string, sent: Sent): Promise<DecidedAnswer> {
    const client = await this.client(who);
    return until(`${sent.path} to be applied`, () => applied(client, sent));
  }
}

async function applied(client: Client, { path, json, key }: Sent): Promise<DecidedAnswer | undefined> {
  const sending = { json, headers: { 'idempotency-key': key } };
  const { body } = await client.post<DecidedAnswer | AcceptedAnswer>(path, sending);
  return 'seq' in body ? body : undefined;
}
