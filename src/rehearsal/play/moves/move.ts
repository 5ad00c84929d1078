import type { Cohort } from '../../cohort/cohort.js';
import type { Entrant } from '../../cohort/entrants.js';
import { applicantOf, partnerPerson, staff } from '../../cohort/people.js';
import type { Person } from '../../cohort/people.js';
import type { Day } from '../../../rules/calendar.js';
import type { Case } from '../board.js';
import { after, koreanDay, mondayFrom } from '../days.js';

/** What an action says. */
export type Data = Readonly<Record<string, unknown>>;

/** Stores a document of the sender's and gives back its SHA-256. */
export type Store = (content: string) => Promise<string>;

/** Something that somebody is going to do about a case, on a Korean day at the earliest. */
export interface Move {
  readonly on: Day;
  readonly who: Person;
  readonly about: Case;
  readonly type: string;
  readonly data?: Data | ((store: Store) => Promise<Data>);
}

/** What a player knows when it is asked what it is going to do. */
export interface Turn {
  readonly one: Case;
  readonly entrant: Entrant;
  readonly cohort: Cohort;
  /** How often this was tried before, as the case stands, and refused. */
  readonly tries: number;
  /** Whether something happens to this case at all, by the seed; the words name it once and for all. */
  happens(rate: number, ...of: readonly (string | number)[]): boolean;
  /** A day some days after the case came into its state, drawn between `least` and `most`. */
  daysOn(least: number, most: number, what: string): Day;
  /** The same, on a Monday: whoever isn't pressed acts on Mondays. */
  someMonday(least: number, most: number, what: string): Day;
}

/** What is done in a state; nothing where time or somebody else has the next turn. */
export type Play = (turn: Turn) => readonly Move[];

/** A case as its players are asked about it. */
export function turnOf(one: Case, entrant: Entrant, cohort: Cohort, tries: number): Turn {
  const { dice } = cohort;
  const stage = typeof one.facts['stage'] === 'number' ? one.facts['stage'] : 0;
  const place = [entrant.key, one.kind === 'project' ? stage : one.id.split('/').slice(4).join('/')] as const;
  const daysOn: Turn['daysOn'] = (least, most, what) =>
    after(one.since, dice.between(least, most, what, ...place));
  return {
    ...{ one, entrant, cohort, tries, daysOn },
    happens: (rate, ...of) => dice.chance(rate, ...of, entrant.key),
    someMonday: (least, most, what) => mondayFrom(daysOn(least, most, what)),
  };
}

/** The number of what runs beside a project, within that project. */
export function numberOf({ one }: Turn): string {
  return one.id.split('/').at(-1) ?? '';
}

/** A clock of the case as it runs or has run (ISO instants), or undefined. */
export function clockOf(
  { one }: Turn,
  clock: string,
): { readonly from: string; readonly due: string } | undefined {
  const clocks = one.facts['clocks'] as Readonly<Record<string, ReturnType<typeof clockOf>>>;
  return clocks[clock];
}

/** The Korean day on which a clock of the case runs out. Throws where the case hasn't that clock. */
export function dueDay(turn: Turn, clock: string): Day {
  const due = clockOf(turn, clock)?.due;
  if (due === undefined) throw new Error(`${turn.one.id} has no clock ${clock}`);
  return koreanDay(due);
}

/** The firm's move. */
export function byFirm({ one }: Turn, on: Day, type: string, data?: Move['data']): Move {
  return { on, who: applicantOf(one.companyId), about: one, type, ...(data ? { data } : {}) };
}

/** The partner institution's move; its case names one. */
export function byPartner({ one }: Turn, on: Day, type: string, data?: Move['data']): Move {
  return { on, who: partnerPerson(one.partnerId ?? ''), about: one, type, ...(data ? { data } : {}) };
}

/** A move of the agency's staff. */
export function byStaff(
  role: Parameters<typeof staff>[0],
  { one }: Turn,
  on: Day,
  type: string,
  data?: Move['data'],
): Move {
  return { on, who: staff(role), about: one, type, ...(data ? { data } : {}) };
}

/** Data that names one document, stored when its turn comes. */
export function documented(field: string, title: string, more: Data = {}): NonNullable<Move['data']> {
  return async (store) => ({ [field]: await store(title), ...more });
}

/** An opinion in both languages. */
export function opinion(ko: string, en: string): { readonly opinion: Data } {
  return { opinion: { ko, en } };
}
