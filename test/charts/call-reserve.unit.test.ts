import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promisedPlaces } from '../../src/charts/call/context.js';
import type { CallContext } from '../../src/charts/call/context.js';
import { refusalOf } from '../../src/charts/kernel/refusal.js';
import { step } from '../../src/charts/kernel/step.js';
import type { ChartState, Order } from '../../src/charts/kernel/types.js';
import { inState, reached } from './support/given.js';
import { committee, system } from './support/moves.js';
import type { Move } from './support/moves.js';

/** Something that happens to a call whose outcomes are known; numbers choose which, out of those that there are. */
type Happening =
  | { readonly what: 'free' | 'object' | 'return' | 'perform' | 'answer'; readonly which: number }
  | { readonly what: 'uphold'; readonly ranks: 'within' | 'beyond' }
  | { readonly what: 'resize'; readonly capacity: number; readonly more: number };

/** A firm with what its place costs, in hundreds of millions of won. */
interface Firm {
  readonly id: string;
  readonly cost: number;
}

const UNIT = 100_000_000;

function taken<Kind>(from: Kind[], which: number): Kind | undefined {
  return from.splice(which % Math.max(1, from.length), 1)[0];
}

/**
 * The call with honest books beside it: who holds a place, who waits, who is away before a board, the orders that nobody has
 * performed yet and the answers that are still on their way. Orders are performed and answered in any order.
 */
class World {
  readonly chart;
  state: ChartState;
  readonly orders: Order[] = [];
  readonly answers: Move[] = [];
  readonly held: Firm[] = [1, 2, 3].map((number) => ({ id: `p${number}`, cost: 3 }));
  readonly reserve: Firm[];
  readonly away: Firm[] = [];
  #last: string;
  #upheld = 0;

  constructor(costs: readonly number[]) {
    const { chart, state, last } = reached(inState('call', 'notified'));
    this.chart = chart;
    this.state = state;
    this.#last = last;
    this.reserve = costs.map((cost, index) => ({ id: `r${index + 1}`, cost }));
  }

  get context(): CallContext {
    return this.state.context as unknown as CallContext;
  }

  /** Whether the call takes it; what it orders waits to be performed. */
  takes(move: Move): boolean {
    const event = move({ chart: this.chart, state: this.state, last: this.#last });
    if (refusalOf(this.chart, this.state, event)) return false;
    const done = step(this.chart, this.state, event);
    this.state = done.state;
    this.#last = event.at;
    this.orders.push(...done.orders.filter(({ name }) => name !== 'sendNotice'));
    return true;
  }

  /** Whether there is a place, and the money for it. */
  hasRoomFor({ cost }: Firm): boolean {
    const spent = this.held.reduce((sum, firm) => sum + firm.cost, 0);
    const budget = Number(this.context.budget) / UNIT;
    return this.held.length < this.context.capacity && spent + cost <= budget;
  }

  /** The first who waits and for whom there is room. */
  get next(): Firm | undefined {
    return this.reserve.find((firm) => this.hasRoomFor(firm));
  }

  happens(one: Happening): void {
    if (one.what === 'uphold') this.#uphold(one.ranks);
    else if (one.what === 'resize') this.#resize(one.capacity, one.more);
    else this.#chosen(one.what, one.which);
  }

  /** Everything that was ordered is performed and answered, and whoever was before a board is back. */
  comesToRest(): void {
    while (this.away.length > 0) this.#chosen('return', 0);
    while (this.orders.length + this.answers.length > 0) {
      this.#chosen('perform', 0);
      this.#chosen('answer', 0);
    }
  }

  #uphold(ranks: 'within' | 'beyond'): void {
    this.#upheld += 1;
    this.takes(system('OBJECTION_UPHELD', { projectId: `${ranks}-${this.#upheld}` }));
  }

  #resize(capacity: number, more: number): void {
    const budget = String(Number(this.context.budget) + more * UNIT);
    const isAllowed = capacity >= promisedPlaces(this.context);
    const isTaken = this.takes(committee('CHANGE_CAPACITY', { capacity, budget, ground: '예산 조정' }));
    expect(isTaken).toBe(isAllowed);
  }

  #chosen(what: 'free' | 'object' | 'return' | 'perform' | 'answer', which: number): void {
    switch (what) {
      case 'free':
        return this.#tells('PLACE_FREED', taken(this.held, which));
      case 'object':
        return void this.away.push(...[taken(this.reserve, which)].filter((firm) => firm !== undefined));
      case 'return': {
        const back = taken(this.away, which);
        if (back) this.reserve.unshift(back);
        return this.#tells('RESERVE_RETURNED', back);
      }
      case 'perform':
        return this.#perform(taken(this.orders, which));
      case 'answer': {
        const answer = taken(this.answers, which);
        if (answer) this.takes(answer);
      }
    }
  }

  #tells(type: string, firm: Firm | undefined): void {
    if (firm) this.takes(system(type, { projectId: firm.id, reason: 'declined' }));
  }

  /** The books perform an order, as the ledger does: a place is given where there is one, and to nobody twice. */
  #perform(order: Order | undefined): void {
    if (order?.name === 'promoteNext') this.#promote();
    else if (order) this.#place({ id: String(order.params['projectId']), cost: 2 });
  }

  #promote(): void {
    const { next } = this;
    if (!next) return void this.answers.push(system('RESERVE_EXHAUSTED'));
    this.reserve.splice(this.reserve.indexOf(next), 1);
    this.held.push(next);
    this.answers.push(system('PLACE_FILLED', { projectId: next.id, rank: 1 }));
  }

  #place(firm: Firm): void {
    const isSeated = firm.id.startsWith('within') && this.hasRoomFor(firm);
    if (isSeated) this.held.push(firm);
    else this.reserve.push(firm);
    const outcome = isSeated ? 'selected' : 'reserve';
    this.answers.push(system('UPHELD_PLACED', { projectId: firm.id, outcome, rank: 1 }));
  }
}

const which = fc.nat({ max: 9 });
const chosen = (...what: ('free' | 'object' | 'return' | 'perform' | 'answer')[]) =>
  fc.record({ what: fc.constantFrom(...what), which });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: chosen('free') },
  { weight: 3, arbitrary: chosen('object', 'return') },
  { weight: 6, arbitrary: chosen('perform', 'answer') },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('uphold'), ranks: fc.constantFrom('within', 'beyond') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('resize'),
      capacity: fc.integer({ min: 1, max: 6 }),
      more: fc.nat({ max: 3 }),
    }),
  },
);
const costs = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });
const days = fc.tuple(costs, fc.array(happening, { minLength: 4, maxLength: 24, size: 'max' }));

function lived(
  [waiting, all]: readonly [readonly number[], readonly Happening[]],
  see: (world: World) => void = () => undefined,
): World {
  const world = new World(waiting);
  for (const one of all) {
    world.happens(one);
    see(world);
  }
  world.comesToRest();
  return world;
}

describe('Whatever happens, in whatever order it is answered,', () => {
  test('no more places are held than there are, and no capacity goes below those that are', () => {
    fc.assert(
      fc.property(days, (story) => {
        lived(story, ({ held, context }) => expect(held.length).toBeLessThanOrEqual(context.capacity));
      }),
    );
  });

  test('once all is answered the call knows how many places are held', () => {
    fc.assert(
      fc.property(days, (story) => {
        const { held, context } = lived(story);
        const known = { held: promisedPlaces(context), filling: context.filling };
        expect(known).toEqual({ held: held.length, filling: 0 });
      }),
    );
  });

  test('once all is answered no place is vacant while somebody waits for whom there is room', () => {
    fc.assert(
      fc.property(days, (story) => {
        expect(lived(story).next).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
