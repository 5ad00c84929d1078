import type { Beside, Track } from '../../contract/names.js';
import type { ActionData } from '../action-data.js';

/** What the data of an action is made from; `put` stores a document of the sender's and gives its SHA-256. */
export interface Materials {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly now: string;
  put(title: string): Promise<string>;
}

/** Data of an action, or how it is made when its turn comes. */
export type Data = ActionData | ((materials: Materials) => ActionData | Promise<ActionData>);

/** What a turn is about beside the project: a tranche by its number, or what runs beside it by its kind and number. */
export type About = number | `${Beside}/${number}`;

/** Somebody's turn: in state `at` they send an event, and the chart promises `leadsTo`, or a refusal with a code. */
export interface Move {
  /** What it is about; the project itself where absent. */
  readonly on?: About;
  readonly at: string;
  readonly who: string;
  readonly send: string;
  readonly data?: Data;
  readonly leadsTo: string;
  readonly refusedWith?: string;
  /** Facts of the case as they are to be afterwards. */
  readonly leaves?: Readonly<Record<string, string>>;
}

/** The service's turn, or only time's: what the case becomes by itself. */
export interface Wait {
  readonly on?: About;
  readonly until: string;
  /** Where it is a tranche that is waited for: whether its project has to have heard of it, too. */
  readonly heard?: true;
}

export type Turn = Move | Wait;

/** The people that a script names by their part in it; each is a person's id. */
export interface Parts {
  readonly applicant: string;
  readonly partner: string;
}

/** A project's whole life as it is to be played, and what the charts promise at its end. */
export interface Script {
  readonly name: string;
  readonly track: Track;
  /** The partner institution, by its id in the edition's register; its person is called after it. */
  readonly partnerId: string;
  /** The application's own fields that matter to the play; the rest is the sample's. */
  readonly application: ActionData;
  turns(parts: Parts): readonly Turn[];
  readonly ends: {
    readonly state: string;
    /** The state of each tranche by number, and what was released in all, in whole won. */
    readonly tranches: readonly string[];
    readonly released: string;
    /** What the firm gives back in the end, in whole won. */
    readonly returned: string;
  };
}
