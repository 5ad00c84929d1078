import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { buildApi } from '../../src/api/build.js';
import { openEngine } from '../../src/api/engine.js';
import { openLedger } from '../../src/ledger/ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { startIssuer } from '../../src/sandbox/issuer.js';
import { bundleWorkflows } from '../../src/worker/bundle.js';
import { createWorker } from '../../src/worker/worker.js';
import { temporaryDatabase, temporaryNamespace } from '../support/servers.js';
import { contractOf } from './contract-check.js';
import type { Told } from './contract-check.js';
import { layCable } from './network.js';
import type { Cable } from './network.js';

// What a worker says of its own coming and going would bury what the suites say.
Runtime.install({ logger: new DefaultLogger('WARN') });

/** What a request says besides its address: who sends it, in which language, under which key. */
export interface Sent {
  readonly as?: string;
  readonly key?: string | null;
  readonly body?: unknown;
  readonly raw?: string | Uint8Array;
  /** Chunks sent without a length said before. */
  readonly stream?: readonly Uint8Array[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whatever JSON holds: suites look into answers without saying each time what they expect to find. */
export type Json = ReturnType<JSON['parse']>;

/** An answer with its body read as JSON, or as text where it is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** The whole service on servers of its own; `cable` is the API's way to Temporal, `booksCable` its way to PostgreSQL. */
export interface Service {
  readonly url: string;
  readonly ledger: Ledger;
  readonly cable: Cable;
  readonly booksCable: Cable;
  readonly documentDir: string;
  /** The sign-in: its base URL, and the file with the key that it signs by. */
  readonly issuer: { readonly url: string; readonly keyFile: string };
  token(person: string): Promise<string>;
  get(path: string, sent?: Sent): Promise<Answer>;
  post(path: string, sent: Sent): Promise<Answer>;
  send(method: string, path: string, sent: Sent): Promise<Answer>;
  stop(): Promise<void>;
}

/** Starts sign-in, worker and API on a database and a namespace of their own. */
export async function startService(
  settings: {
    readonly editions?: readonly string[];
    readonly requestsPerMinute?: number;
    readonly clock?: () => Promise<string>;
    /** Where the accounting portal is; nowhere if left out. */
    readonly portalUrl?: string;
  } = {},
): Promise<Service> {
  const [database, temporal, dir] = await Promise.all([
    temporaryDatabase(),
    temporaryNamespace(),
    mkdtemp(join(tmpdir(), 'rnd-tracks-api-')),
  ]);
  const { address, namespace } = temporal;
  const keyFile = join(dir, 'key.json');
  const issuer = await startIssuer({
    ...{ host: '127.0.0.1', port: 0, keyFile },
    ...{ audience: 'rnd-tracks', nodeEnv: 'test' },
  });
  const cable = await layCable(address);
  const engine = openEngine({ address: cable.address, namespace });
  const booksCable = await layCable(new URL(database.url).host);
  const viaCable = new URL(database.url);
  viaCable.host = booksCable.address;
  const ledger = openLedger(viaCable.href);
  const workersLedger = openLedger(database.url);
  const worker = await startWorker(address, namespace, workersLedger, settings.portalUrl);
  const documentDir = join(dir, 'documents');
  const api = await buildApi({
    ...{ ledger, engine, documentDir, editions: ['2026-pocket', '2026'], ...settings },
    issuer: { url: issuer.url, audience: 'rnd-tracks' },
    logLevel: process.env['TEST_LOG_LEVEL'] ?? 'silent',
  });
  const url = await api.listen({ host: '127.0.0.1', port: 0 });
  const tokens = new Map<string, Promise<string>>();
  const token = (person: string): Promise<string> => {
    const known = tokens.get(person) ?? fetchToken(issuer.url, person);
    tokens.set(person, known);
    return known;
  };
  const stop = async (): Promise<void> => {
    await api.close();
    await worker();
    await Promise.all([engine.close(), ledger.close(), workersLedger.close(), issuer.stop()]);
    await Promise.all([cable, booksCable].map((each) => each.pull()));
    await Promise.all([database.drop(), temporal.drop(), rm(dir, { recursive: true, force: true })]);
  };
  const send = sender(url, token, await contractOf(url));
  return {
    ...{ url, ledger, cable, booksCable, documentDir, token, stop },
    issuer: { url: issuer.url, keyFile },
    get: (path, sent = {}) => send('GET', path, sent),
    post: (path, sent) => send('POST', path, sent),
    send,
  };
}

async function startWorker(
  address: string,
  namespace: string,
  ledger: Ledger,
  portalUrl = 'http://127.0.0.1:9',
): Promise<() => Promise<void>> {
  const connection = await NativeConnection.connect({ address });
  const workflowBundle = await bundleWorkflows();
  const worker = await createWorker({ connection, namespace, workflowBundle, ledger, portalUrl });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
    await connection.close();
  };
}

async function fetchToken(issuer: string, as: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as }),
  });
  return ((await answer.json()) as { token: string }).token;
}

/** Sends requests, and holds every answer against what OpenAPI says of it. */
function sender(url: string, token: (person: string) => Promise<string>, check: (told: Told) => void) {
  return async (method: string, path: string, sent: Sent): Promise<Answer> => {
    const { as, key = randomUUID(), body, raw, stream, headers = {} } = sent;
    const answer = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await token(as)}` }),
        ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(raw === undefined ? {} : { body: raw as never }),
      ...(stream === undefined ? {} : { body: ReadableStream.from(stream) as never, duplex: 'half' }),
    });
    const text = await answer.text();
    const { status, headers: said } = answer;
    const mediaType = said.get('content-type')?.split(';')[0] ?? '';
    const told = mediaType.includes('json') ? (JSON.parse(text) as Json) : text;
    check({ method, path: new URL(path, url).pathname, status, mediaType, body: told });
    return { status, headers: said, body: told };
  };
}
