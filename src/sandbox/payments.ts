import { appendFile, mkdir, readFile, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** A payment order: payee, whole won as digits, and a reference for the payee's statement. */
export const paymentOrder = z.strictObject({
  payee: z.string().min(1).max(200),
  amount: z.string().regex(/^[1-9]\d{0,17}$/, 'whole won, as digits without a sign'),
  reference: z.string().min(1).max(200),
});
export type PaymentOrder = z.infer<typeof paymentOrder>;

const payment = paymentOrder.extend({
  paymentId: z.string(),
  key: z.string(),
  status: z.literal('paid'),
  paidAt: z.iso.datetime(),
});

/** A payment made; `paidAt` is an ISO instant in UTC, `key` the idempotency key it was ordered with. */
export type Payment = z.infer<typeof payment>;

/** What became of an order: `paid` now, `known` from before with the same content, or `different` from what its key paid. */
export interface Outcome {
  readonly kind: 'paid' | 'known' | 'different';
  readonly payment: Payment;
}

/** The portal's own book: a file to which payments are only ever added, one JSON object a line. */
export class PaymentBook {
  readonly #byKey = new Map<string, Payment>();
  /** How much of the file is whole lines, in bytes. */
  #size = 0;
  #writing: Promise<void> = Promise.resolve();

  private constructor(private readonly file: string) {}

  /** Opens the book and reads what it holds; throws when a line of it can't be read. */
  static async open(file: string): Promise<PaymentBook> {
    const book = new PaymentBook(file);
    await mkdir(dirname(file), { recursive: true });
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const line of text.split('\n').slice(0, -1)) {
      const read = payment.parse(JSON.parse(line));
      book.#byKey.set(read.key, read);
    }
    // A last line without its end was cut off by a crash before anybody was told of it.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    book.#size = Buffer.byteLength(whole);
    if (whole !== text) await truncate(file, book.#size);
    return book;
  }

  /** Pays once for each key, however often and however concurrently it is asked. */
  pay(key: string, order: PaymentOrder): Promise<Outcome> {
    const outcome = this.#writing.then(() => this.#payInTurn(key, order));
    this.#writing = outcome.then(
      () => undefined,
      () => undefined,
    );
    return outcome;
  }

  /** The payment made for a key. */
  find(key: string): Payment | undefined {
    return this.#byKey.get(key);
  }

  /** Every payment, in the order they were made. */
  all(): Payment[] {
    return [...this.#byKey.values()];
  }

  async #payInTurn(key: string, order: PaymentOrder): Promise<Outcome> {
    const known = this.#byKey.get(key);
    if (known !== undefined) return { kind: isSame(known, order) ? 'known' : 'different', payment: known };
    const paymentId = `rcms-${String(this.#byKey.size + 1).padStart(8, '0')}`;
    const made: Payment = { paymentId, key, status: 'paid', paidAt: new Date().toISOString(), ...order };
    await this.#write(`${JSON.stringify(made)}\n`);
    this.#byKey.set(key, made);
    return { kind: 'paid', payment: made };
  }

  // On the disk before anybody is told: a portal that forgets a payment would pay it twice.
  async #write(line: string): Promise<void> {
    try {
      await appendFile(this.file, line, { mode: 0o600, flush: true });
    } catch (error) {
      // A disk that is full may have taken half a line: the next one must not be written behind it.
      await truncate(this.file, this.#size).catch(() => undefined);
      throw error;
    }
    this.#size += Buffer.byteLength(line);
  }
}

function isSame(made: Payment, order: PaymentOrder): boolean {
  return made.payee === order.payee && made.amount === order.amount && made.reference === order.reference;
}
