import type { Addresses } from '../connection.js';
import { Client } from '../http.js';
import { signIn } from '../sign-in.js';
import type { SignedIn } from '../sign-in.js';
import type { Language } from '../terminal.js';

/** Somebody who plays a part, signed in with a token of their own. */
export interface Player {
  readonly id: string;
  readonly role: string;
  readonly org: string;
  readonly client: Client;
}

/** Everybody who takes part; each signs in once. */
export class Cast {
  readonly #players = new Map<string, Promise<Player>>();

  constructor(
    readonly addresses: Addresses,
    readonly language: Language,
  ) {}

  /** The person of this id, or the first of this role. Throws a Failure where the sign-in has nobody like that. */
  player(who: string): Promise<Player> {
    const known = this.#players.get(who) ?? this.#enter(who);
    this.#players.set(who, known);
    return known;
  }

  /** Everybody of a role that the sign-in has, by id. */
  async everybody(role: string): Promise<readonly SignedIn['person'][]> {
    const { people } = await new Client(this.addresses.issuer, undefined).get<{
      people: SignedIn['person'][];
    }>('/people');
    return people.filter((one) => one.role === role);
  }

  async #enter(who: string): Promise<Player> {
    const { token, person } = await signIn(this.addresses, who);
    return { ...person, client: new Client(this.addresses.api, token, this.language) };
  }
}
