import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { InternalConnectionOptionsSymbol } from '@temporalio/client/lib/connection.js';
import type { InternalConnectionOptions } from '@temporalio/client/lib/connection.js';
import { SEARCH_ATTRIBUTES } from '../../contract/search-attributes.js';
import { startChild } from '../../server/child.js';
import type { Child, Log } from '../../server/child.js';
import { findTestServerArchives } from '../../server/find-test-server.js';
import { freePort } from '../../server/port.js';
import { TIME_SERVER, TIME_SERVER_CLASS } from './time-server-source.js';

/** A Temporal server whose time is ours; its namespace is `default`. */
export interface TimeServer {
  readonly address: string;
  readonly pid: number;
  readonly connection: Connection;
  /** The instant that it is there (ISO). */
  now(): Promise<string>;
  /** Lets time pass until an instant, with everything that is due on the way; nothing is skipped over that is under way. */
  passTo(instant: string): Promise<void>;
  stop(): Promise<void>;
}

/** Where it may keep its program, and the instant at which its time begins (ISO). */
export interface TimeServerOptions {
  readonly dir: string;
  readonly begins: string;
  readonly log: Log;
}

const START_TIMEOUT_MS = 60_000;

// What thousands of histories take, and no more: the whole rehearsal has four gigabytes.
const MEMORY = ['-Xms256m', '-Xmx1400m', '-XX:+UseSerialGC'];

const TYPES = { KEYWORD: 2, INT: 3, DATETIME: 6 } as const;

/** Starts a time-skipping server whose time begins at `begins`. Throws where it can't be had or doesn't start. */
export async function startTimeServer({ dir, begins, log }: TimeServerOptions): Promise<TimeServer> {
  const classes = await compiled(dir, log);
  const port = await freePort();
  const child = await startChild({
    command: 'java',
    args: [...MEMORY, '-cp', classes, TIME_SERVER_CLASS, String(port), String(Date.parse(begins))],
    ...{ log, stopSignal: 'SIGTERM', graceMs: 5_000 },
  });
  const address = `127.0.0.1:${port}`;
  try {
    return { address, pid: child.pid, ...(await opened(child, address)) };
  } catch (error) {
    await child.stop();
    throw error;
  }
}

/** Compiles the program that starts the server; gives back the class path. */
async function compiled(dir: string, log: Log): Promise<string> {
  const archives = join(await findTestServerArchives(log), '*');
  const program = join(dir, 'TimeServer.java');
  await mkdir(dir, { recursive: true });
  await writeFile(program, TIME_SERVER);
  await promisify(execFile)('javac', ['-nowarn', '-cp', archives, '-d', dir, program]);
  return [dir, archives].join(delimiter);
}

async function opened(child: Child, address: string): Promise<Omit<TimeServer, 'address' | 'pid'>> {
  const connection = await connected(child, address);
  const searchAttributes = Object.fromEntries(
    Object.entries(SEARCH_ATTRIBUTES).map(([name, type]) => [name, TYPES[type]] as const),
  );
  await connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes });
  const time = connection.testService;
  if (!time) throw new Error('this server knows no skipping of time');
  const now = async (): Promise<string> => {
    const { time: at } = await time.getCurrentTime({});
    return new Date(Number(at?.seconds ?? 0) * 1_000 + Math.floor((at?.nanos ?? 0) / 1e6)).toISOString();
  };
  return {
    ...{ connection, now },
    passTo: async (instant) => {
      const ms = Math.max(1, Date.parse(instant) - Date.parse(await now()));
      await time.unlockTimeSkippingWithSleep({
        duration: { seconds: Math.floor(ms / 1_000) as never, nanos: (ms % 1_000) * 1e6 },
      });
    },
    stop: async () => {
      await connection.close();
      await child.stop();
    },
  };
}

async function connected(child: Child, address: string): Promise<Connection> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (child.tail() === '' && !child.ended() && performance.now() < deadline) await sleep(50);
  if (!/^ready$/m.test(child.tail())) {
    throw new Error(`the time-skipping server did not start:\n${child.tail()}`);
  }
  const options: InternalConnectionOptions = {
    address,
    [InternalConnectionOptionsSymbol]: { supportsTestService: true },
  };
  return Connection.connect(options);
}
