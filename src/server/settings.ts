import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { projectRoot } from '../project-root.js';

/** What `up` listens on, by name; all on 127.0.0.1. */
export interface Ports {
  api: number;
  temporal: number;
  temporalUi: number;
  postgres: number;
  issuer: number;
  rcms: number;
}

/** How `up` was asked to run. */
export interface UpSettings {
  ports: Ports;
  /** Where its data, logs and secrets are: `.rnd` in the project, or RND_DIR. */
  dir: string;
  root: string;
}

const DEFAULT_BASE = 7400;

// In the order of their numbers above the base.
const VARIABLES: Readonly<Record<keyof Ports, string>> = {
  api: 'API_PORT',
  temporal: 'TEMPORAL_PORT',
  temporalUi: 'TEMPORAL_UI_PORT',
  postgres: 'POSTGRES_PORT',
  issuer: 'ISSUER_PORT',
  rcms: 'RCMS_PORT',
};

/** What `./rnd up --help` prints. */
export const UP_HELP = `./rnd up: starts everything on this machine / 이 컴퓨터에서 전체를 시작합니다

  --port <n>        the API's port                                 API 포트
  --port-base <n>   the first of six ports, ${DEFAULT_BASE} by default        여섯 포트의 시작 번호 (기본값 ${DEFAULT_BASE})

The ports, counted from the base, each with its own variable / 시작 번호부터 차례로, 각각의 환경 변수:
${Object.entries(VARIABLES)
  .map(([name, variable], index) => `  +${index} ${name.padEnd(11)} ${variable}`)
  .join('\n')}

DATABASE_URL, TEMPORAL_ADDRESS, ISSUER_URL and RCMS_URL, when set, are used instead of servers of our own.
DATABASE_URL, TEMPORAL_ADDRESS, ISSUER_URL, RCMS_URL을 지정하면 자체 서버 대신 그것을 사용합니다.
`;

/** A command line that can't be followed; the message says which part. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The variable by which a port can be chosen. */
export function variableOf(name: keyof Ports): string {
  return VARIABLES[name];
}

/** The folder of data, logs and secrets: RND_DIR, or `.rnd` in the project. */
export function rndDir(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env['RND_DIR'] || join(projectRoot(dirname(fileURLToPath(import.meta.url))), '.rnd'));
}

/** Reads the command line and environment of `up`; undefined when help is wanted. Throws UsageError. */
export function readSettings(args: readonly string[], env: NodeJS.ProcessEnv): UpSettings | undefined {
  const { values } = parsed(args);
  if (values.help) return undefined;
  const base = portOf(values['port-base'] ?? env['RND_PORT_BASE'], '--port-base') ?? DEFAULT_BASE;
  const names = Object.keys(VARIABLES) as (keyof Ports)[];
  const port = (name: keyof Ports, index: number): number => {
    const own = name === 'api' ? portOf(values.port, '--port') : undefined;
    return own ?? portOf(env[VARIABLES[name]], VARIABLES[name]) ?? base + index;
  };
  const ports = Object.fromEntries(names.map((name, index) => [name, port(name, index)])) as unknown as Ports;
  return { ports, dir: rndDir(env), root: projectRoot(dirname(fileURLToPath(import.meta.url))) };
}

function parsed(args: readonly string[]) {
  const option = { type: 'string' as const };
  try {
    // `--edition` is the demo's and the CLI's; here it is taken and ignored, so that one set of options serves all.
    const options = {
      port: option,
      'port-base': option,
      edition: option,
      help: { type: 'boolean' as const },
    };
    return parseArgs({ args: [...args], options });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${UP_HELP}`);
  }
}

function portOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined || text === '') return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_530) return port;
  throw new UsageError(
    `${name} is ${text}, which is no port: a whole number from 1 to 65530.\n` +
      `${name} 값이 올바른 포트가 아닙니다. 1~65530의 정수를 지정하십시오.`,
  );
}
