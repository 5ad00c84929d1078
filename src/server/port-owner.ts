import { execFile } from 'node:child_process';
import { readFile, readdir, readlink } from 'node:fs/promises';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { commandLineOf } from './process.js';
import { variableOf } from './settings.js';
import type { Ports } from './settings.js';

const LISTENING = '0A';

/** A process that listens on a port. */
export interface PortOwner {
  pid: number;
  command: string;
}

/** Which of these ports are taken, as lines that say by whom and how to choose another; empty when all are free. */
export async function takenPorts(ports: Partial<Ports>): Promise<string[]> {
  const lines = Object.entries(ports).map(async ([name, port]) => {
    if (await isFree(port)) return undefined;
    const owner = await ownerOf(port);
    const by = owner === undefined ? 'another process' : `process ${owner.pid} (${owner.command})`;
    const variable = variableOf(name as keyof Ports);
    return (
      `Port ${port}, for ${name}, is taken by ${by}. End it, or choose another: ${variable}=<port>, or --port-base for all.\n` +
      `  ${name}에 쓸 포트 ${port}을(를) 다른 프로세스가 사용 중입니다. 종료하거나 ${variable}=<포트> 또는 --port-base로 바꾸십시오.`
    );
  });
  return (await Promise.all(lines)).filter((line) => line !== undefined);
}

/** Whether nothing listens on this port of 127.0.0.1. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Who listens on a port, where the system tells us; processes of other users may stay unknown. */
export async function ownerOf(port: number): Promise<PortOwner | undefined> {
  const pid = (await pidFromProc(port)) ?? (await pidFromLsof(port));
  return pid === undefined ? undefined : { pid, command: (await commandLineOf(pid)).slice(0, 120) };
}

// Linux: the port's socket has an inode, and the process is the one with a file of that inode open.
async function pidFromProc(port: number): Promise<number | undefined> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const hex = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = tables.flatMap((table) => table.split('\n')).map((line) => line.trim().split(/\s+/));
  const inode = rows.find((row) => row[1]?.endsWith(hex) && row[3] === LISTENING)?.[9];
  if (inode === undefined) return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const targets = await Promise.all(files.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => '')));
    if (targets.includes(`socket:[${inode}]`)) return Number(pid);
  }
  return undefined;
}

async function pidFromLsof(port: number): Promise<number | undefined> {
  const args = ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'];
  const { stdout } = await promisify(execFile)('lsof', args).catch(() => ({ stdout: '' }));
  const pid = Number.parseInt(stdout, 10);
  return Number.isInteger(pid) ? pid : undefined;
}
