import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/ledger/migrate.js';
import { findTemporal } from '../../src/server/find-temporal.js';
import { startPostgres } from '../../src/server/postgres.js';
import { startTemporal } from '../../src/server/temporal.js';
import { TEMPLATE, databaseUrl } from './database.js';
import { takeFolder } from './folder.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's PostgreSQL, database `postgres`. */
    postgresUrl: string;
    /** gRPC address of the run's Temporal server. */
    temporalAddress: string;
  }
}

type Stop = () => Promise<void>;

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Starts the run's PostgreSQL and Temporal server, once for all int suites; what it gives back ends them. */
export async function setup(project: TestProject): Promise<Stop> {
  const { folder: home, remove } = await takeFolder();
  const stops: Stop[] = [];
  const stop = async (): Promise<void> => {
    await Promise.allSettled(stops.map((each) => each()));
    await remove();
  };
  const started = await Promise.allSettled([postgresUrl(home, stops), temporalAddress(stops)]);
  const failed = started.find((each) => each.status === 'rejected');
  const [postgres, temporal] = started;
  if (failed !== undefined || postgres.status === 'rejected' || temporal.status === 'rejected') {
    await stop();
    throw failed?.reason;
  }
  project.provide('postgresUrl', postgres.value);
  project.provide('temporalAddress', temporal.value);
  return stop;
}

// Each suite's database is a copy of one that was migrated once.
async function postgresUrl(home: string, stops: Stop[]): Promise<string> {
  const postgres = await startPostgres({ dir: join(home, 'pg'), password: 'test', log: () => undefined });
  stops.push(postgres.stop);
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(databaseUrl(postgres.url, TEMPLATE));
  return postgres.url;
}

async function temporalAddress(stops: Stop[]): Promise<string> {
  const temporal = await startTemporal({ executable: await findTemporal(say), log: () => undefined });
  stops.push(temporal.stop);
  return temporal.address;
}
