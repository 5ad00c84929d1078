import { z } from 'zod';
import type { Journal } from './journal.js';

/** Whole won as digits, more than none. */
export const wonDigits = z.string().regex(/^[1-9]\d{0,17}$/, 'whole won, as digits without a sign');

/** A payment order: payee, whole won as digits, and a reference for the payee's statement. */
export const paymentOrder = z.strictObject({
  payee: z.string().min(1).max(200),
  amount: wonDigits,
  reference: z.string().min(1).max(200),
});
export type PaymentOrder = z.infer<typeof paymentOrder>;

/** A payment as the file has it. */
export const paymentEntry = paymentOrder.extend({
  paymentId: z.string(),
  key: z.string(),
  status: z.literal('paid'),
  paidAt: z.iso.datetime(),
});

/** A payment made; `paidAt` is an ISO instant in UTC, `key` the idempotency key it was ordered with. */
export type Payment = z.infer<typeof paymentEntry>;

/** An order that was accepted and is carried out later, out of its turn. */
export const queuedEntry = paymentOrder.extend({ kind: z.literal('queued'), key: z.string() });
export type QueuedOrder = z.infer<typeof queuedEntry>;

/** What became of an order: `paid` now, `known` from before with the same content, or `different` from what its key paid. */
export interface Outcome {
  readonly kind: 'paid' | 'known' | 'different';
  readonly payment: Payment;
}

/** What the portal has paid, once for each key, and what it has still to pay. */
export class PaymentBook {
  readonly #byKey = new Map<string, Payment>();
  readonly #queued = new Map<string, QueuedOrder>();

  constructor(
    private readonly journal: () => Journal,
    private readonly now: () => string,
  ) {}

  /** Knows a payment that the file has. */
  knows(made: Payment): void {
    this.#byKey.set(made.key, made);
    this.#queued.delete(made.key);
  }

  /** Knows an order that the file has as accepted. */
  knowsQueued(order: QueuedOrder): void {
    if (!this.#byKey.has(order.key)) this.#queued.set(order.key, order);
  }

  /** Pays once for each key, however often and however concurrently it is asked. */
  pay(key: string, order: PaymentOrder): Promise<Outcome> {
    return this.journal().inTurn(async () => {
      const known = this.#byKey.get(key);
      if (known !== undefined) return { kind: isSame(known, order) ? 'known' : 'different', payment: known };
      const paymentId = `rcms-${String(this.#byKey.size + 1).padStart(8, '0')}`;
      const made: Payment = { paymentId, key, status: 'paid', paidAt: this.now(), ...order };
      await this.journal().write(made);
      this.knows(made);
      return { kind: 'paid', payment: made };
    });
  }

  /** Accepts an order without paying it yet; it survives a restart. */
  accept(key: string, order: PaymentOrder): Promise<void> {
    return this.journal().inTurn(async () => {
      if (this.#byKey.has(key) || this.#queued.has(key)) return;
      const queued: QueuedOrder = { kind: 'queued', key, ...order };
      await this.journal().write(queued);
      this.#queued.set(key, queued);
    });
  }

  /** The orders that were accepted and not paid yet. */
  queued(): QueuedOrder[] {
    return [...this.#queued.values()];
  }

  /** The payment made for a key. */
  find(key: string): Payment | undefined {
    return this.#byKey.get(key);
  }

  /** Every payment, in the order they were made. */
  all(): Payment[] {
    return [...this.#byKey.values()];
  }
}

function isSame(made: Payment, order: PaymentOrder): boolean {
  return made.payee === order.payee && made.amount === order.amount && made.reference === order.reference;
}
