import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Client } from 'pg';
import { inject } from 'vitest';
import { findChromium } from '../../src/server/find-chromium.js';
import { findTestServer } from '../../src/server/find-test-server.js';
import { prepareNamespace } from '../../src/server/namespace.js';
import { TEMPLATE, databaseUrl } from './database.js';

const JVM_TRIES = 3;

/** A migrated, empty database of the caller's own; `drop` removes it, with whoever is still connected. */
export async function temporaryDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('postgresUrl');
  const name = uniqueName();
  await asServer(server, async (client) => {
    // One copy at a time: PostgreSQL refuses to copy a template that somebody else is copying from.
    await client.query('select pg_advisory_lock(1)');
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  const drop = (): Promise<void> =>
    asServer(server, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`);
    });
  return { url: databaseUrl(server, name), drop };
}

/**
 * A namespace of the caller's own on the run's Temporal server, with our search attributes.
 * `drop` ends what still runs in it; the server itself, in memory, goes with the run.
 */
export async function temporaryNamespace(): Promise<{
  address: string;
  namespace: string;
  drop: () => Promise<void>;
}> {
  const address = inject('temporalAddress');
  const namespace = uniqueName();
  const connection = await Connection.connect({ address });
  await prepareNamespace(connection, namespace, 1);
  const drop = async (): Promise<void> => {
    await connection.operatorService.deleteNamespace({ namespace });
    await connection.close();
  };
  return { address, namespace, drop };
}

/** Temporal's time-skipping server in a JVM of the caller's own, who ends it with `teardown()`. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = await findTestServer((line) => void process.stderr.write(`${line}\n`));
  const server = { executable: { type: 'existing-path' as const, path } };
  // The SDK waits five seconds for it, which a JVM on a busy machine may miss.
  for (let tries = 1; ; tries += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({ server });
    } catch (error) {
      if (tries === JVM_TRIES) throw error;
      await sleep(1_000);
    }
  }
}

/** The path of a Chromium; where there is none the run fails, it doesn't skip. */
export function chromium(): Promise<string> {
  return findChromium();
}

function uniqueName(): string {
  return `t_${randomBytes(6).toString('hex')}`;
}

async function asServer(url: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
