import { caseAddress } from '../../cli/case-address.js';
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
import { Tried } from './tried.js';

const STAFF: readonly string[] = ['officer', 'committee', 'approver', 'finance'];

const MOST_IN_BULK = 500;

/** Fewer are sent each by itself, which is sooner done. */
const LEAST_IN_BULK = 6;

const HTTP_REFUSED = 400;

/** A little after a deadline's timer, which waits a second for what was received in the last instant. */
const AFTER_DUE_MS = 5_000;

/** More than coming to rest takes of the rehearsal's own time. */
const SHORTLY_MS = 10 * 60_000;

/**
 * The rehearsal's days. Each has at most one round: everybody who has something to do does it, over HTTP; then all comes to
 * rest, and time passes to the next day on which somebody acts or something is due. So nothing depends on which of many
 * requests the service takes first.
 */
export class Rounds {
  readonly board: Board;
  readonly courier: Courier;
  readonly #tried = new Tried();
  readonly #plans = new WeakMap<Case, readonly Planned[]>();
  /** Rounds played, and instants passed to. */
  rounds = 0;
  passes = 0;

  constructor(
    readonly house: House,
    readonly cohort: Cohort,
  ) {
    this.board = new Board(house.ledger, cohort.entrants);
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
    const end = Date.parse(instant);
    for (let stop = 0; stop < end;) {
      const now = Date.parse(await this.house.time.now());
      const due = this.#dues().find((at) => at > now);
      stop = Math.min(end, due ?? end);
      if (stop > now) await this.house.time.passTo(new Date(stop).toISOString());
      this.passes += 1;
      await this.rest();
    }
  }

  /** Goes to an instant and stays there, though nothing is at rest yet: somebody is in a hurry. */
  async hurryTo(instant: string): Promise<void> {
    const shortlyBefore = new Date(Date.parse(instant) - SHORTLY_MS).toISOString();
    await this.passTo(shortlyBefore);
    await this.house.time.passTo(instant);
  }

  /** Goes to a day's round; stays where it is when that has begun. */
  async goTo(day: Day): Promise<void> {
    const begins = roundOf(day);
    if (begins > (await this.house.time.now())) await this.passTo(begins);
  }

  /** Plays one day: what is to be done by then is done, each case once. Gives back how many moves were made. */
  async playDay(today: Day): Promise<number> {
    const moves = oncePerCase(this.#planned().filter(({ day }) => day <= today));
    if (moves.length === 0) return 0;
    this.rounds += 1;
    await this.send(moves, today);
    await this.rest();
    return moves.length;
  }

  /** The next day on which something happens, after today; undefined when nobody waits for anything. */
  nextDay(today: Day): Day | undefined {
    const dues = this.#dues().map((at) => koreanDay(new Date(at).toISOString()));
    return earliest([...this.#planned().map(({ day }) => day), ...dues].filter((day) => day > today));
  }

  /** Brings moves to the service: what somebody of the staff has many of together, everything else by itself. */
  async send(moves: readonly Move[], today: Day): Promise<void> {
    const byPerson = new Map<string, Move[]>();
    for (const move of moves) byPerson.set(move.who.person, [...(byPerson.get(move.who.person) ?? []), move]);
    const isMany = ({ who }: Move): boolean =>
      STAFF.includes(who.role) && (byPerson.get(who.person)?.length ?? 0) >= LEAST_IN_BULK;
    for (const mine of byPerson.values())
      if (mine.every(isMany))
        for (let at = 0; at < mine.length; at += MOST_IN_BULK)
          await this.#inBulk(mine.slice(at, at + MOST_IN_BULK), today);
    await each(
      moves.filter((move) => !isMany(move)),
      (move) => this.#alone(move, today),
    );
  }

  async #alone(move: Move, today: Day): Promise<void> {
    const { who, about, type } = move;
    const json = { type, data: await this.#dataOf(move) };
    const { status } = await this.courier.post(who, `${caseAddress(about.id)}/actions`, json, type);
    if (status >= HTTP_REFUSED) this.#refused(move, today);
  }

  async #inBulk(moves: readonly Move[], today: Day): Promise<void> {
    const items: { case: string; type: string; data: Data }[] = [];
    for (const move of moves)
      items.push({ case: move.about.id, type: move.type, data: await this.#dataOf(move) });
    const [{ who } = { who: staff('officer') }] = moves;
    const { status, body } = await this.courier.post(who, '/v1/bulk', { items }, 'bulk');
    if (status >= HTTP_REFUSED)
      throw new Error(`a bulk was not taken: ${JSON.stringify(body).slice(0, 400)}`);
    const outcomes = body['items'] as readonly { readonly outcome: string }[];
    moves.forEach((move, index) => {
      if (outcomes[index]?.outcome === 'refused') this.#refused(move, today);
    });
  }

  async #dataOf({ who, data = {} }: Move): Promise<Data> {
    return typeof data === 'function' ? data((content) => this.courier.store(who, content)) : data;
  }

  #planned(): Planned[] {
    return this.board.open().flatMap((one) => this.#plansFor(one));
  }

  /** What is planned about a case as it stands; the same until it changes, or something about it is refused. */
  #plansFor(one: Case): readonly Planned[] {
    if (one.kind === 'call') return [];
    const known = this.#plans.get(one);
    if (known) return known;
    const turn = turnOf(one, this.board.entrantOf(one), this.cohort, this.#tried.about(one));
    const plans = movesOf(turn).flatMap((move) => {
      const day = this.#tried.dayOf(move);
      return day === undefined ? [] : [{ move, day }];
    });
    this.#plans.set(one, plans);
    return plans;
  }

  #refused(move: Move, today: Day): void {
    this.#tried.refused(move, today);
    this.#plans.delete(move.about);
  }

  #dues(): number[] {
    const all = this.board.open().flatMap(({ dues }) => Object.values(dues));
    return all.map((due) => Date.parse(due) + AFTER_DUE_MS).sort((a, b) => a - b);
  }
}

interface Planned {
  readonly move: Move;
  readonly day: Day;
}

/** One move for each case and day; of a panel, everybody's, because each sees only their own. */
function oncePerCase(planned: readonly Planned[]): Move[] {
  const taken = new Map<string, string>();
  const inOrder = planned.toSorted(
    (one, other) => one.day.localeCompare(other.day) || one.move.about.id.localeCompare(other.move.about.id),
  );
  return inOrder.flatMap(({ move }) => {
    const first = taken.get(move.about.id);
    if (first === undefined) taken.set(move.about.id, move.type);
    return first === undefined || (first === 'SCORE' && move.type === 'SCORE') ? [move] : [];
  });
}
