import { setTimeout as sleep } from 'node:timers/promises';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LATE_MS, QUEUE_MS, faultAfter, faultBefore } from './faults.js';
import type { RcmsFaults } from './faults.js';
import type { Payment, PaymentBook, PaymentOrder, QueuedOrder } from './payments.js';
import { paymentOrder } from './payments.js';
import { openPortalBook } from './portal-book.js';
import { faultRoutes } from './rcms-faults.js';
import { spendingRoutes } from './rcms-spending.js';
import type { Draw } from './spending.js';
import { answeredTwice, refuse } from './replies.js';

export type { RcmsFaults } from './faults.js';

/** A moment within an order: it was `asked` for and nothing is written, or its payment is `written` and nobody was told. */
export type PortalPoint = 'asked' | 'written';

/** Where the sandbox listens and keeps its file. */
export interface RcmsOptions {
  host: string;
  port: number;
  file: string;
  /** What goes wrong; may be changed while it runs. */
  faults?: RcmsFaults;
  /** What the portal takes for now, in milliseconds since 1970; the machine's clock where left out. */
  clock?: () => number;
  /** Called at each moment of each order, and awaited: whoever tries the portal may end it right there. */
  onPoint?: (point: PortalPoint, key: string) => Promise<void>;
  /** NODE_ENV: in production nobody may set faults. */
  nodeEnv?: string | undefined;
}

/** A running sandbox of the accounting portal. */
export interface Rcms {
  url: string;
  payments: () => Payment[];
  draws: () => Draw[];
  stop: () => Promise<void>;
}

/** What the routes of orders work with. */
interface Desk {
  readonly payments: PaymentBook;
  readonly faults: RcmsFaults;
  readonly at: (point: PortalPoint, key: string) => Promise<void>;
}

/**
 * Starts the sandbox of the accounting portal (RCMS, 실시간통합연구비관리시스템). It pays once for each idempotency key:
 * the same order again gets the first payment, another order under the same key 409. What it paid is drawn once for each
 * draw's id, unless it is held. Throws when the port is taken.
 */
export async function startRcms(options: RcmsOptions): Promise<Rcms> {
  const { host, port, file, faults = {}, clock = Date.now, nodeEnv } = options;
  const { payments, spending } = await openPortalBook(file, () => new Date(clock()).toISOString());
  const server = Fastify({ bodyLimit: 65_536, forceCloseConnections: true });
  server.get('/healthz', () => ({ status: 'ok' }));
  const desk = { payments, faults, at: options.onPoint ?? (async () => undefined) };
  paymentRoutes(server, desk);
  spendingRoutes(server, spending);
  faultRoutes(server, faults, { host, nodeEnv });
  const url = await server.listen({ host, port });
  // What was accepted before a restart is still to be paid.
  for (const order of payments.queued()) payLater(desk, order);
  return {
    ...{ url, payments: () => payments.all(), draws: () => spending.drawsAfter(0) },
    stop: () => server.close(),
  };
}

function paymentRoutes(server: FastifyInstance, desk: Desk): void {
  const { payments } = desk;
  server.get<{ Querystring: { key?: string } }>('/payments', ({ query: { key } }) => ({
    payments: key === undefined ? payments.all() : payments.all().filter((made) => made.key === key),
  }));
  // A key may hold slashes, as ours do.
  server.get<{ Params: { '*': string } }>('/payments/*', (request, reply) => {
    const found = payments.find(request.params['*']);
    return found ?? refuse(reply, 404, 'no payment was made for this key');
  });
  server.post('/payments', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || key === '') return refuse(reply, 400, 'Idempotency-Key is missing');
    const order = paymentOrder.safeParse(request.body);
    if (!order.success) return refuse(reply, 400, order.error.issues[0]?.message ?? 'not a payment order');
    return ordered(desk, { key, order: order.data, reply });
  });
}

interface Asked {
  readonly key: string;
  readonly order: PaymentOrder;
  readonly reply: FastifyReply;
}

async function ordered(desk: Desk, asked: Asked): Promise<FastifyReply> {
  const { key, order, reply } = asked;
  const { payments, faults } = desk;
  if (faults.delayMs !== undefined) await sleep(faults.delayMs, undefined, { ref: false });
  await desk.at('asked', key);
  const fault = faultBefore(faults, key);
  if (fault === 'failBefore') return refuse(reply, 500, 'out of order');
  if (fault === 'reject') return refuse(reply, 422, 'the portal does not accept this order');
  if (fault === 'hang') return reply.hijack();
  if (fault !== 'queue') return paid(desk, asked);
  await payments.accept(key, order);
  payLater(desk, { kind: 'queued', key, ...order });
  return reply.code(202).send({ key, status: 'queued' });
}

async function paid({ payments, faults, at }: Desk, { key, order, reply }: Asked): Promise<FastifyReply> {
  const { kind, payment } = await payments.pay(key, order);
  if (kind === 'different') return refuse(reply, 409, `${key} has paid something else`);
  await at('written', key);
  const fault = faultAfter(faults, key);
  if (fault === 'dropAnswers') {
    reply.hijack().raw.destroy();
    return reply;
  }
  if (fault === 'failAfter') return refuse(reply, 500, 'out of order');
  if (fault === 'answerLate') await sleep(faults.lateMs ?? LATE_MS, undefined, { ref: false });
  const status = kind === 'paid' ? 201 : 200;
  return fault === 'answerTwice' ? answeredTwice(reply, status, payment) : reply.code(status).send(payment);
}

// An order that is late has lost its turn: others that came after it are paid before it.
function payLater({ payments, faults, at }: Desk, { kind: _kind, key, ...order }: QueuedOrder): void {
  const pay = async (): Promise<void> => {
    const { kind } = await payments.pay(key, order);
    if (kind === 'paid') await at('written', key);
  };
  setTimeout(() => void pay().catch(() => undefined), faults.queueMs ?? QUEUE_MS).unref();
}
