import { randomUUID } from 'node:crypto';
import { sampleApplication } from '../cli/sample-application.js';
import type { Client } from '../cli/http.js';
import { Books } from './books.js';
import { figuresOf, measure } from './measure.js';
import type { Figures } from './measure.js';
import type { Sizes } from './options.js';
import { post } from './post.js';
import { EDITION } from './projects.js';
import { People } from './people.js';
import type { Service } from './service.js';

const HTTP_REFUSED = 400;

/**
 * Applications that arrived at once: how long each waited for its answer, how many were answered by a project that had
 * begun (`begun`) and how many by a receipt (`received`), and after how many milliseconds all had begun; counted from the first
 * where Temporal was there, and from its return where it was away.
 */
export interface Burst extends Figures {
  readonly begun: number;
  readonly received: number;
  readonly allBegunMs: number;
}

/** The last minute before a close, with Temporal there and away. */
export interface LastMinuteFigures {
  readonly concurrency: number;
  readonly there: Burst;
  readonly away: Burst;
}

/**
 * Sends `applications` at once, and as many again while Temporal answers nobody. Throws where one is not received, or has no
 * project in the end.
 */
export async function measureLastMinute(
  service: Service,
  { people, books }: { readonly people: People; readonly books: Books },
  { applications, senders: concurrency }: Pick<Sizes, 'applications' | 'senders'>,
): Promise<LastMinuteFigures> {
  const client = await people.client('applicant');
  const burst = (): Promise<Omit<Burst, 'allBegunMs'>> => sent(client, applications, concurrency);
  const began = performance.now();
  const there = await burst();
  await books.allBegun();
  const thereMs = performance.now() - began;
  const { result: away, backAt } = await whileAway(service, client, burst);
  await books.allBegun();
  return {
    concurrency,
    there: { ...there, allBegunMs: thereMs },
    away: { ...away, allBegunMs: performance.now() - backAt },
  };
}

/** The same by itself, against a running service. */
export async function benchLastMinute(service: Service, sizes: Sizes): Promise<LastMinuteFigures> {
  const books = new Books(service.databaseUrl);
  try {
    return await measureLastMinute(service, { people: new People(service), books }, sizes);
  } finally {
    await books.close();
  }
}

async function sent(
  client: Client,
  applications: number,
  concurrency: number,
): Promise<Omit<Burst, 'allBegunMs'>> {
  const application = { ...(await sampleApplication(client, 'mitIlp', {})), edition: EDITION };
  const { base, token = '' } = client;
  const answered = { begun: 0, received: 0 };
  const calls = Array.from({ length: applications }, () => async () => {
    const sending = { url: new URL('/v1/applications', base), token, key: randomUUID(), json: application };
    const { status, body } = await post(sending);
    if (status >= HTTP_REFUSED)
      throw new Error(`an application was answered with ${status}: ${JSON.stringify(body)}`);
    answered[status === 201 ? 'begun' : 'received'] += 1;
  });
  return { ...figuresOf(await measure(calls, concurrency)), ...answered };
}

/** Runs something while Temporal's process stands still, and says when (by this process's clock) it went on. */
async function whileAway<T>(
  { pids }: Service,
  client: Client,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly backAt: number }> {
  const temporal = pids['temporal'];
  if (temporal === undefined) throw new Error('the service started no Temporal of its own');
  process.kill(temporal, 'SIGSTOP');
  try {
    // The first to find nobody waits for it, and tells the others.
    await sent(client, 1, 1);
    const result = await work();
    return { result, backAt: performance.now() };
  } finally {
    process.kill(temporal, 'SIGCONT');
  }
}
