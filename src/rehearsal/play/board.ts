import { TEND_CLOCKS } from '../../charts/kernel/types.js';
import type { Beside } from '../../contract/names.js';
import type { Ledger } from '../../ledger/ledger.js';
import type { Day } from '../../rules/calendar.js';
import type { Entrant } from '../cohort/entrants.js';
import { koreanDay } from './days.js';

/** What a case is about. */
export type Kind = 'project' | 'tranche' | 'call' | Beside;

/** A case as the players see it: where it stands, since which Korean day, and what is known of it. */
export interface Case {
  readonly id: string;
  readonly kind: Kind;
  readonly track: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly parentId: string | null;
  readonly seq: number;
  readonly state: string;
  /** The day on which it came into its state. */
  readonly since: Day;
  /** How often it has come into its state by now. */
  readonly visits: number;
  /** The instants (ISO) that it waits for, by the name of their clock. */
  readonly dues: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly isClosed: boolean;
}

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly track: string;
  readonly company_id: string;
  readonly partner_id: string | null;
  readonly parent_id: string | null;
  readonly seq: number;
  readonly state: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly deadlines: Readonly<Record<string, { readonly name: string; readonly due: string }>>;
  readonly updated_at: string;
  readonly closed_at: string | null;
}

/** All cases of the rehearsal as the books have them, and which application each project came from. */
export class Board {
  readonly #cases = new Map<string, Case>();
  readonly #open = new Map<string, Case>();
  readonly #entrants: ReadonlyMap<string, Entrant>;
  readonly #visits = new Map<string, number>();
  #position = 0n;

  constructor(
    private readonly ledger: Ledger,
    entrants: readonly Entrant[],
  ) {
    this.#entrants = new Map(entrants.map((entrant) => [entrant.key, entrant]));
  }

  /** Reads the cases that changed since the last reading. */
  async refresh(): Promise<void> {
    const { rows: changed } = await this.ledger.pool.query<{ id: string; last: bigint }>(
      'select subject_id as id, max(position) as last from ledger_row where position > $1 group by 1',
      [this.#position],
    );
    if (changed.length === 0) return;
    const { rows } = await this.ledger.pool.query<Row>(
      'select * from subject where id = any ($1) order by id',
      [changed.map(({ id }) => id)],
    );
    for (const row of rows) this.#keep(this.#caseOf(row));
    this.#position = changed.reduce((most, { last }) => (last > most ? last : most), this.#position);
  }

  #caseOf(row: Row): Case {
    const before = this.#cases.get(row.id);
    const isNew = before?.state !== row.state;
    const place = `${row.id} ${row.state}`;
    const visits = (this.#visits.get(place) ?? 0) + (isNew ? 1 : 0);
    this.#visits.set(place, visits);
    // When a clock is next spoken of is no date of the case: the workflow tends to it by itself as time passes.
    const dues = Object.entries(row.deadlines)
      .filter(([event]) => event !== TEND_CLOCKS)
      .map(([, { name, due }]) => [name, due] as const);
    return {
      ...{ id: row.id, track: row.track, seq: row.seq, state: row.state, facts: row.facts, visits },
      ...{ companyId: row.company_id, partnerId: row.partner_id, parentId: row.parent_id },
      since: isNew || !before ? koreanDay(row.updated_at) : before.since,
      kind: row.subject.endsWith('Project') ? 'project' : (row.subject as Case['kind']),
      dues: Object.fromEntries(dues),
      isClosed: row.closed_at !== null,
    };
  }

  #keep(one: Case): void {
    this.#cases.set(one.id, one);
    if (one.isClosed) this.#open.delete(one.id);
    else this.#open.set(one.id, one);
  }

  /** The application behind a project, or what belongs to one. Throws a plain Error for any other case. */
  entrantOf(one: Pick<Case, 'id' | 'parentId'>): Entrant {
    const title = this.#cases.get(one.parentId ?? one.id)?.facts['title'] as
      { readonly en?: string } | undefined;
    // Every title of the cohort ends with its application's key.
    const entrant = this.#entrants.get(/\(([^()]+)\)$/.exec(title?.en ?? '')?.[1] ?? '');
    if (!entrant) throw new Error(`nobody of the cohort applied for ${one.id}`);
    return entrant;
  }

  find(id: string): Case | undefined {
    return this.#cases.get(id);
  }

  all(kind?: Case['kind']): Case[] {
    return [...this.#cases.values()].filter((one) => kind === undefined || one.kind === kind);
  }

  open(): Case[] {
    return [...this.#open.values()];
  }

  /** The open projects of a call, by its id, in states that match. */
  entrantsOf(call: string, state: RegExp): Case[] {
    // Both competitions of a track have the same projects, which name the first.
    const first = call.replace(/[^/]+$/, 'selection');
    return this.open().filter(
      ({ kind, facts, state: at }) => kind === 'project' && facts['callId'] === first && state.test(at),
    );
  }
}
