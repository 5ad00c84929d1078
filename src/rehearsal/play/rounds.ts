import type { Day } from '../../rules/calendar.js';
import type { Cohort } from '../cohort/cohort.js';
import { staff } from '../cohort/people.js';
import type { House } from '../engine/house.js';
import { Board } from './board.js';
import type { Case } from './board.js';
import { Courier, each } from './courier.js';
import { earliest, koreanDay, roundOf } from './days.js';
import { movesOf } from './moves/all.js';
import { turnOf } from './moves/move.js';
import type { Data, Move } from './moves/move.js';
import { settled } from './rest.js';

const STAFF: readonly string[] = ['officer', 'committee', 'approver', 'finance'];

const MOST_IN_BULK = 500;

/** A little after a deadline's timer, which waits a second for what was received in the last instant. */
const AFTER_DUE_MS = 5_000;

/** What was refused as a case stood is tried again some days later, and not for ever. */
const AGAIN_DAYS = 7;
const MOST_TRIES = 6;

interface Tried {
  readonly seq: number;
  readonly tries: number;
  readonly day: Day;
}

/**
 * The rehearsal's days. Each has at most one round: everybody who has something to do does it, over HTTP; then all comes to
 * rest, and time passes to the next day on which somebody acts or something is due. So nothing depends on which of many
 * requests the service takes first.
 */
export class Rounds {
  readonly board: Board;
  readonly courier: Courier;
  readonly #tried = new Map<string, Tried>();
  /** Rounds played, and instants passed to. */
  rounds = 0;
  passes = 0;

  constructor(
    readonly house: House,
    readonly cohort: Cohort,
  ) {
    this.board = new Board(house.ledger);
    this.courier = new Courier(house);
  }

  /** The Korean day that it is. */
  async today(): Promise<Day> {
    return koreanDay(await this.house.time.now());
  }

  /** Waits until nothing is under way, and reads what came of it. */
  async rest(): Promise<void> {
    await settled(this.house);
    await this.board.refresh();
  }

  /** Lets time pass to an instant, stopping at every deadline on the way until what follows from it is done. */
  async passTo(instant: string): Promise<void> {
    for (;;) {
      const now = Date.parse(await this.house.time.now());
      const due = this.#dues().find((at) => at + AFTER_DUE_MS > now);
      const stop = Math.min(Date.parse(instant), due === undefined ? Infinity : due + AFTER_DUE_MS);
      if (stop > now) await this.house.time.passTo(new Date(stop).toISOString());
      this.passes += 1;
      await this.rest();
      if (stop >= Date.parse(instant)) return;
    }
  }

  /** Goes to a day's round; stays where it is when that has begun. */
  async goTo(day: Day): Promise<void> {
    const begins = roundOf(day);
    if (begins > (await this.house.time.now())) await this.passTo(begins);
  }

  /** Plays one day: what is to be done by then is done, each case once. Gives back how many moves were made. */
  async playDay(today: Day): Promise<number> {
    const due = this.#planned(today).filter(({ on }) => on <= today);
    const moves = oncePerCase(due);
    if (moves.length === 0) return 0;
    this.rounds += 1;
    await this.send(moves, today);
    await this.rest();
    return moves.length;
  }

  /** The next day on which something happens, after today; undefined when nobody waits for anything. */
  nextDay(today: Day): Day | undefined {
    const acts = this.#planned(today).map(({ on }) => (on > today ? on : undefined));
    const again = [...this.#tried.values()].map(({ day }) => (day > today ? day : undefined));
    const dues = this.#dues().map((at) => koreanDay(new Date(at + AFTER_DUE_MS).toISOString()));
    return earliest([...acts, ...again, ...dues.filter((day) => day > today)]);
  }

  /** Cases that nobody will ever do anything about, and that wait for no date: what the report has to explain. */
  stuck(): Case[] {
    return this.board
      .open()
      .filter((one) => this.#movesOf(one).length === 0 && Object.keys(one.dues).length === 0);
  }

  /** Brings moves to the service: the staff's together, everybody else's each by itself. */
  async send(moves: readonly Move[], today: Day): Promise<void> {
    const byStaff = Map.groupBy(
      moves.filter(({ who }) => STAFF.includes(who.role)),
      ({ who }) => who.person,
    );
    for (const mine of byStaff.values())
      for (let at = 0; at < mine.length; at += MOST_IN_BULK)
        await this.#inBulk(mine.slice(at, at + MOST_IN_BULK), today);
    const others = moves.filter(({ who }) => !STAFF.includes(who.role));
    await each(others, (move) => this.#alone(move, today));
  }

  async #alone(move: Move, today: Day): Promise<void> {
    const { who, about, type } = move;
    const json = { type, data: await this.#dataOf(move) };
    const { status } = await this.courier.post(who, `${addressOf(about.id)}/actions`, json, type);
    if (status >= 400) this.#refused(move, today);
  }

  async #inBulk(moves: readonly Move[], today: Day): Promise<void> {
    const items = await Promise.all(
      moves.map(async (move) => ({ case: move.about.id, type: move.type, data: await this.#dataOf(move) })),
    );
    const [{ who } = { who: staff('officer') }] = moves;
    const { status, body } = await this.courier.post(who, '/v1/bulk', { items }, 'bulk');
    if (status >= 400) throw new Error(`a bulk was not taken: ${JSON.stringify(body).slice(0, 400)}`);
    const outcomes = body['items'] as readonly { readonly outcome: string }[];
    moves.forEach((move, index) => {
      if (outcomes[index]?.outcome === 'refused') this.#refused(move, today);
    });
  }

  async #dataOf({ who, data = {} }: Move): Promise<Data> {
    return typeof data === 'function' ? data((content) => this.courier.store(who, content)) : data;
  }

  #refused({ about, type, who }: Move, today: Day): void {
    const key = `${about.id} ${type} ${who.person}`;
    const tries = this.#tried.get(key);
    const count = tries?.seq === about.seq ? tries.tries + 1 : 1;
    const day = koreanDay(new Date(Date.parse(roundOf(today)) + AGAIN_DAYS * 86_400_000).toISOString());
    this.#tried.set(key, { seq: about.seq, tries: count, day });
  }

  #planned(today: Day): Move[] {
    return this.board
      .open()
      .flatMap((one) => this.#movesOf(one).filter((move) => !this.#isToWait(move, today)));
  }

  #movesOf(one: Case): readonly Move[] {
    if (one.kind === 'call') return [];
    const tries = [...this.#tried].filter(
      ([key, { seq }]) => key.startsWith(`${one.id} `) && seq === one.seq,
    );
    const most = Math.max(0, ...tries.map(([, { tries: count }]) => count));
    return movesOf(turnOf(one, this.board.entrantOf(one), this.cohort, most)).filter(
      (move) => this.#triesOf(move) < MOST_TRIES,
    );
  }

  #triesOf({ about, type, who }: Move): number {
    const tried = this.#tried.get(`${about.id} ${type} ${who.person}`);
    return tried?.seq === about.seq ? tried.tries : 0;
  }

  #isToWait({ about, type, who }: Move, today: Day): boolean {
    const tried = this.#tried.get(`${about.id} ${type} ${who.person}`);
    return tried?.seq === about.seq && tried.day > today;
  }

  #dues(): number[] {
    const all = this.board.open().flatMap(({ dues }) => Object.values(dues));
    return all.map((due) => Date.parse(due)).sort((a, b) => a - b);
  }
}

/** One move for each case and day; of a panel, everybody's, because each sees only their own. */
function oncePerCase(moves: readonly Move[]): Move[] {
  const taken = new Map<string, string>();
  return moves.toSorted(byDay).filter(({ about, type }) => {
    const first = taken.get(about.id);
    if (first === undefined) taken.set(about.id, type);
    return first === undefined || (first === 'SCORE' && type === 'SCORE');
  });
}

function byDay(one: Move, other: Move): number {
  return one.on.localeCompare(other.on) || one.about.id.localeCompare(other.about.id);
}

/** Where a case is on the service. */
export function addressOf(id: string): string {
  const [kind, ...rest] = id.split('/');
  const isTranche = rest.includes('tranche');
  return `/v1/${isTranche ? 'tranche' : kind}s/${rest.filter((part) => part !== 'tranche').join('/')}`;
}
