import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { PaymentBook, paymentOrder } from './payments.js';
import type { Payment } from './payments.js';

/** What goes wrong on purpose, for tests; each number counts down with the orders that meet it. */
export interface RcmsFaults {
  /** Orders that are paid, but whose answer never comes: the connection is cut. */
  dropAnswers?: number;
  /** Orders that are answered with 500 before anything is paid. */
  failBefore?: number;
  /** Milliseconds that every order waits before it is looked at. */
  delayMs?: number;
}

/** Where the sandbox listens and keeps its book; `faults` may be changed while it runs. */
export interface RcmsOptions {
  host: string;
  port: number;
  file: string;
  faults?: RcmsFaults;
}

/** A running sandbox of the accounting portal. */
export interface Rcms {
  url: string;
  payments: () => Payment[];
  stop: () => Promise<void>;
}

/**
 * Starts the sandbox of the accounting portal (RCMS, 실시간통합연구비관리시스템). It pays once for each idempotency key:
 * the same order again gets the first payment, another order under the same key 409. Throws when the port is taken.
 */
export async function startRcms({ host, port, file, faults = {} }: RcmsOptions): Promise<Rcms> {
  const book = await PaymentBook.open(file);
  const server = Fastify({ bodyLimit: 16_384, forceCloseConnections: true });
  routes(server, book, faults);
  const url = await server.listen({ host, port });
  return { url, payments: () => book.all(), stop: () => server.close() };
}

function routes(server: FastifyInstance, book: PaymentBook, faults: RcmsFaults): void {
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get<{ Querystring: { key?: string } }>('/payments', ({ query: { key } }) => ({
    payments: key === undefined ? book.all() : book.all().filter((made) => made.key === key),
  }));
  // A key may hold slashes, as ours do.
  server.get<{ Params: { '*': string } }>('/payments/*', (request, reply) => {
    const found = book.find(request.params['*']);
    return found ?? refuse(reply, 404, 'no payment was made for this key');
  });
  server.post('/payments', async (request, reply) => {
    if (faults.delayMs !== undefined) await sleep(faults.delayMs);
    if (isStruck(faults, 'failBefore')) return refuse(reply, 500, 'out of order');
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key === '') return refuse(reply, 400, 'Idempotency-Key is missing');
    const order = paymentOrder.safeParse(request.body);
    if (!order.success) return refuse(reply, 400, order.error.issues[0]?.message ?? 'not a payment order');
    const { kind, payment } = await book.pay(key, order.data);
    if (isStruck(faults, 'dropAnswers')) return reply.hijack().raw.destroy();
    if (kind === 'different') return refuse(reply, 409, `${key} has paid something else`);
    return reply.code(kind === 'paid' ? 201 : 200).send(payment);
  });
}

function isStruck(faults: RcmsFaults, which: 'dropAnswers' | 'failBefore'): boolean {
  const left = faults[which] ?? 0;
  if (left > 0) faults[which] = left - 1;
  return left > 0;
}

function refuse(reply: FastifyReply, status: number, detail: string): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ status, detail });
}
