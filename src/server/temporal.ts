import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { startChild } from './child.js';
import type { Child, Log, OnSpawn } from './child.js';
import { isFree } from './port-owner.js';
import { freePort } from './port.js';

const START_TIMEOUT_MS = 60_000;

/** How Temporal's development server is started; without `dbFile` it forgets everything when it stops. */
export interface TemporalOptions {
  executable: string;
  port?: number;
  /** The port of its web interface; without it there is none. */
  uiPort?: number;
  dbFile?: string;
  log: Log;
  onSpawn?: OnSpawn;
}

/** A running Temporal server: its gRPC address, its pid, whether it has ended, and its stop. */
export interface TemporalServer {
  address: string;
  child: Child;
  stop(): Promise<void>;
}

/**
 * Starts Temporal's development server on 127.0.0.1, continuing what is in `dbFile`.
 * Throws when the port is taken, and, with the end of its output, when it doesn't answer within a minute.
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const { executable, uiPort, dbFile, log, onSpawn } = options;
  const port = options.port ?? (await freePort());
  // Asked before the start: a stranger's Temporal at this port would answer in the place of ours, which ends for want of it.
  if (!(await isFree(port))) throw new Error(`Temporal did not start: port ${port} is taken`);
  if (dbFile !== undefined) await mkdir(dirname(dbFile), { recursive: true });
  const child = await startChild({
    command: executable,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'],
      ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
      ...(dbFile === undefined ? [] : ['--db-filename', dbFile]),
    ],
    log,
    onSpawn,
    stopSignal: 'SIGTERM',
    graceMs: 15_000,
  });
  const address = `127.0.0.1:${port}`;
  try {
    await untilItAnswers(address, child);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { address, child, stop: child.stop };
}

async function untilItAnswers(address: string, child: Child): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    if (child.ended() || performance.now() > deadline) {
      throw new Error(`Temporal did not start:\n${child.tail()}`);
    }
    try {
      const connection = await Connection.connect({ address, connectTimeout: '2 seconds' });
      await connection.close();
      return;
    } catch {
      await sleep(100);
    }
  }
}
