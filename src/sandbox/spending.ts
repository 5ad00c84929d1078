import { z } from 'zod';
import type { Journal } from './journal.js';
import { wonDigits } from './payments.js';
import type { Payment } from './payments.js';

const name = z.string().min(1).max(200);

/** A request to draw: of the payment known by `reference`, by an institution, in whole won as digits; `drawId` is the caller's. */
export const drawOrder = z.strictObject({
  ...{ drawId: name, reference: name, institution: name, amount: wonDigits },
});
export type DrawOrder = z.infer<typeof drawOrder>;

/** A draw as the file has it. */
export const drawEntry = drawOrder.extend({
  ...{ kind: z.literal('draw'), no: z.int().positive(), drawnAt: z.iso.datetime(), drawnOn: z.iso.date() },
});

/** A draw made: the `no`-th of the portal, at an instant (UTC) and on its Korean day. */
export type Draw = Omit<z.infer<typeof drawEntry>, 'kind'>;

/** What may not be spent: everything that was paid for a project, by one institution. */
export const holdOrder = z.strictObject({ project: name, institution: name });
export type HoldOrder = z.infer<typeof holdOrder>;

/** A hold put on or lifted, as the file has it. */
export const holdEntry = z.discriminatedUnion('kind', [
  holdOrder.extend({ kind: z.literal('hold'), key: name, heldAt: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('lift'), key: name, liftedAt: z.iso.datetime() }),
]);

/** A hold in force; `key` is that of whoever put it on. */
export interface Hold extends HoldOrder {
  readonly key: string;
  readonly heldAt: string;
}

/** What became of a draw: `drawn` now, `known` from before, `different` from what its id drew, `held`, or `above` what was released. */
export type DrawOutcome =
  | { readonly kind: 'drawn' | 'known' | 'different'; readonly draw: Draw }
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'above'; readonly left: bigint };

/** What firms draw of what was paid, and what is held. */
export class SpendingBook {
  readonly #draws = new Map<string, Draw>();
  readonly #holds = new Map<string, Hold>();

  constructor(
    private readonly journal: () => Journal,
    private readonly now: () => string,
    private readonly payments: () => readonly Payment[],
  ) {}

  /** Knows a draw that the file has. */
  knowsDraw({ kind: _kind, ...draw }: z.infer<typeof drawEntry>): void {
    this.#draws.set(draw.drawId, draw);
  }

  /** Knows what the file says of a hold. */
  knowsHold(entry: z.infer<typeof holdEntry>): void {
    if (entry.kind === 'lift') this.#holds.delete(entry.key);
    else this.#holds.set(entry.key, holdOf(entry));
  }

  /** Draws once for each id, never what is held, and never more than was paid under its reference. */
  draw(order: DrawOrder): Promise<DrawOutcome> {
    return this.journal().inTurn(async () => {
      const known = this.#draws.get(order.drawId);
      if (known !== undefined) return { kind: isSame(known, order) ? 'known' : 'different', draw: known };
      const hold = this.#holdOn(order);
      if (hold !== undefined) return { kind: 'held', hold };
      const left = this.#left(order.reference);
      if (BigInt(order.amount) > left) return { kind: 'above', left };
      const drawnAt = this.now();
      const draw = { no: this.#draws.size + 1, ...order, drawnAt, drawnOn: koreanDay(drawnAt) };
      await this.journal().write({ kind: 'draw', ...draw });
      this.#draws.set(order.drawId, draw);
      return { kind: 'drawn', draw };
    });
  }

  /** The draws after the `since`-th, in the order they were made. */
  drawsAfter(since: number): Draw[] {
    return [...this.#draws.values()].filter(({ no }) => no > since);
  }

  /** Puts a hold on, once for each key. */
  hold(key: string, order: HoldOrder): Promise<Hold> {
    return this.journal().inTurn(async () => {
      const known = this.#holds.get(key);
      if (known !== undefined) return known;
      const hold = { key, ...order, heldAt: this.now() };
      await this.journal().write({ kind: 'hold', ...hold });
      this.#holds.set(key, hold);
      return hold;
    });
  }

  /** Lifts a hold; one that isn't there needs no lifting. */
  lift(key: string): Promise<void> {
    return this.journal().inTurn(async () => {
      if (!this.#holds.has(key)) return;
      await this.journal().write({ kind: 'lift', key, liftedAt: this.now() });
      this.#holds.delete(key);
    });
  }

  /** The holds in force. */
  holds(): Hold[] {
    return [...this.#holds.values()];
  }

  // A payment's reference is its tranche's id, which begins with its project's.
  #holdOn({ reference, institution }: DrawOrder): Hold | undefined {
    return this.holds().find(
      (hold) => hold.institution === institution && reference.startsWith(`${hold.project}/`),
    );
  }

  #left(reference: string): bigint {
    const sum = (all: readonly { readonly reference: string; readonly amount: string }[]): bigint =>
      all
        .filter((each) => each.reference === reference)
        .reduce((total, each) => total + BigInt(each.amount), 0n);
    return sum(this.payments()) - sum([...this.#draws.values()]);
  }
}

const KOREA_AHEAD_MS = 9 * 60 * 60 * 1000;

function koreanDay(instant: string): string {
  return new Date(Date.parse(instant) + KOREA_AHEAD_MS).toISOString().slice(0, 10);
}

function holdOf({ key, project, institution, heldAt }: Hold): Hold {
  return { key, project, institution, heldAt };
}

function isSame(made: Draw, order: DrawOrder): boolean {
  const { reference, institution, amount } = made;
  return reference === order.reference && institution === order.institution && amount === order.amount;
}
