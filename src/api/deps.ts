import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Ledger } from '../ledger/ledger.js';
import type { DeliveredBook } from './delivered.js';
import type { Engine } from './engine.js';
import type { Identities } from './identities.js';
import type { Lanes } from './lanes.js';

/** What the API is built from; `editions` are the ids served, the first is the default. */
export interface ApiDeps {
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly issuer: { readonly url: string; readonly audience: string };
  /** The folder in which documents are kept. */
  readonly documentDir: string;
  readonly editions: readonly string[];
  /** The accounting portal's base URL, where there is one to be asked for draws. */
  readonly portalUrl?: string | undefined;
  /** Only where time is simulated: the ISO instant it is; otherwise PostgreSQL stamps what it receives. */
  readonly clock?: (() => Promise<string>) | undefined;
  /** pino's level; tests are silent. */
  readonly logLevel?: string | undefined;
  /** Requests a person may make in a minute; as many as they like if left out. */
  readonly requestsPerMinute?: number | undefined;
}

/** What the routes share: the dependencies, who every known case belongs to, the way to each, what was delivered, and what is starting. */
export interface Shared extends ApiDeps {
  readonly identities: Identities;
  readonly lanes: Lanes;
  readonly delivered: DeliveredBook;
  /** Tells the dispatcher that something was left to it. */
  readonly nudge: () => void;
  /** How many wishes are being stored at the moment, and how many projects and calls started for somebody who waits. */
  readonly crowd: { receiving: number; starting: number };
  readonly log: FastifyBaseLogger;
}

/** The server with zod as its schema language. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;
