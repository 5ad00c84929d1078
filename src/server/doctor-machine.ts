import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { projectRoot } from '../project-root.js';
import { onPath } from './cache.js';
import { portsNeeded } from './environments.js';
import type { Finding } from './finding.js';
import { takenPorts } from './port-owner.js';
import { readRunFile, isSame } from './run-file.js';
import { readSettings, rndDir } from './settings.js';

// Data and logs need little; building Temporal with Go takes about 4 GB, most of it caches of Go.
const ROOM_GB = { toRun: 1, toBuild: 5 } as const;

/** The first line that a program prints, such as its version; undefined when it can't be run. */
export async function firstLine(command: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, { timeout: 20_000 });
    return (stdout || stderr).trim().split('\n')[0];
  } catch {
    return undefined;
  }
}

/** Node.js, at least as new as package.json asks. */
export async function checkNode(): Promise<Finding> {
  const text = await readFile(
    join(projectRoot(dirname(fileURLToPath(import.meta.url))), 'package.json'),
    'utf8',
  );
  const { engines } = JSON.parse(text) as { engines: { node: string } };
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(engines.node) ?? []).slice(1).map(Number);
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split('.').map(Number);
  return {
    name: 'Node.js',
    isFound: hasMajor > major || (hasMajor === major && hasMinor >= minor),
    neededFor: 'service',
    detail: process.versions.node,
    help: {
      ko: `Node.js ${major}.${minor} 이상을 설치하십시오.`,
      en: `Install Node.js ${major}.${minor} or later.`,
    },
  };
}

/** npm, which installs the packages. */
export async function checkNpm(): Promise<Finding> {
  const npm = await onPath('npm');
  return {
    name: 'npm',
    isFound: npm !== undefined,
    neededFor: 'service',
    detail: npm ?? 'not on PATH',
    help: { ko: 'Node.js와 함께 npm을 설치하십시오.', en: 'Install npm, which comes with Node.js.' },
  };
}

/** The ports that `up` would take, unless the service runs and has them. */
export async function checkPorts(env: NodeJS.ProcessEnv): Promise<Finding> {
  const settings = readSettings([], env);
  const running = await readRunFile(rndDir(env));
  const isRunning = running !== undefined && (await isSame(running.up));
  const taken = settings === undefined || isRunning ? [] : await takenPorts(portsNeeded(settings.ports, env));
  const numbers = Object.values(settings?.ports ?? {}).join(', ');
  return {
    name: 'ports',
    isFound: taken.length === 0,
    neededFor: 'service',
    detail: isRunning
      ? `in use by the running service, ${running.api ?? 'starting'}`
      : taken.join('\n    ') || numbers,
    help: {
      ko: '해당 프로세스를 종료하거나 ./rnd up --port-base <번호>로 다른 포트를 쓰십시오.',
      en: 'End what takes them, or choose others: ./rnd up --port-base <n>.',
    },
  };
}

/** Room on the disk that holds the service's data, for building Temporal, too, where that has to be done. */
export async function checkDisk(env: NodeJS.ProcessEnv, isBuildNeeded: boolean): Promise<Finding> {
  const room = isBuildNeeded ? ROOM_GB.toBuild : ROOM_GB.toRun;
  let dir = rndDir(env);
  while (!existsSync(dir)) dir = dirname(dir);
  const { bavail, bsize } = await statfs(dir);
  const free = (bavail * bsize) / 1e9;
  return {
    name: 'disk',
    isFound: free >= room,
    neededFor: 'service',
    detail: `${free.toFixed(1)} GB free`,
    help: { ko: `여유 공간을 ${room}GB 이상 확보하십시오.`, en: `Make room for at least ${room} GB.` },
  };
}
