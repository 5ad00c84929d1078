import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One variable: how it is read, and what to do when it can't be, in both languages. */
interface Setting<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly ko: string;
  readonly en: string;
}

function setting<Schema extends z.ZodType>(schema: Schema, en: string, ko: string): Setting<Schema> {
  return { schema, en, ko };
}

const port = z.coerce.number().int().min(1).max(65_535);
const http = z.url({ protocol: /^https?$/ });

const SETTINGS = {
  DATABASE_URL: setting(
    z.url({ protocol: /^postgres(ql)?$/ }),
    'the URL of PostgreSQL, such as postgres://user:password@host:5432/rnd',
    'PostgreSQL 주소. 예: postgres://user:password@host:5432/rnd',
  ),
  DATABASE_PASSWORD: setting(
    z.string().min(1).optional(),
    'the password of PostgreSQL, where DATABASE_URL does not hold it',
    'PostgreSQL 비밀번호. DATABASE_URL에 없을 때만 지정합니다',
  ),
  TEMPORAL_ADDRESS: setting(
    z.string().regex(/^[^\s/:]+:\d+$/),
    "the host and port of Temporal's frontend, such as 127.0.0.1:7233",
    'Temporal 프런트엔드의 호스트와 포트. 예: 127.0.0.1:7233',
  ),
  TEMPORAL_NAMESPACE: setting(
    z.string().min(1).default('rnd-tracks'),
    'the Temporal namespace (default rnd-tracks)',
    'Temporal 네임스페이스 (기본값 rnd-tracks)',
  ),
  API_HOST: setting(
    z.string().min(1).default('127.0.0.1'),
    'the address that the API listens on (default 127.0.0.1)',
    'API가 수신할 주소 (기본값 127.0.0.1)',
  ),
  API_PORT: setting(
    port.default(7400),
    'the port of the API, 1 to 65535 (default 7400)',
    'API 포트, 1~65535 (기본값 7400)',
  ),
  REQUESTS_PER_MINUTE: setting(
    z.coerce.number().int().min(1).default(60_000),
    'how many requests a person may make in a minute (default 60000)',
    '한 사람이 1분 동안 보낼 수 있는 요청 수 (기본값 60000)',
  ),
  ISSUER_URL: setting(
    http,
    'the base URL of the sign-in that issues tokens; its keys are read from /.well-known/jwks.json there',
    '토큰을 발급하는 로그인 서버의 기본 주소. 공개 키는 그 아래 /.well-known/jwks.json 에서 읽습니다',
  ),
  TOKEN_AUDIENCE: setting(
    z.string().min(1).default('rnd-tracks'),
    'the audience that a token must name (default rnd-tracks)',
    '토큰의 대상(aud) 값 (기본값 rnd-tracks)',
  ),
  RCMS_URL: setting(
    http,
    'the base URL of the accounting portal (RCMS) that pays',
    '지급을 처리하는 실시간통합연구비관리시스템(RCMS)의 기본 주소',
  ),
  DOCUMENT_DIR: setting(
    z.string().min(1),
    'the folder in which documents are kept; the API must be able to write there',
    '문서를 보관할 폴더. API가 쓸 수 있어야 합니다',
  ),
  EDITIONS: setting(
    z.string().min(1).default('2026,2026-pocket'),
    'the ids of the program editions served, separated by commas; the first is the default',
    '운영할 사업 연도판의 식별자를 쉼표로 나열한 값. 첫째가 기본값입니다',
  ),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    'how much is logged: fatal, error, warn, info, debug, trace or silent (default info)',
    '로그 수준: fatal, error, warn, info, debug, trace, silent (기본값 info)',
  ),
  NODE_ENV: setting(
    z.enum(['development', 'production', 'test']).default('development'),
    'development, production or test (default development)',
    'development, production, test 중 하나 (기본값 development)',
  ),
} as const;

type Settings = typeof SETTINGS;
type Name = keyof Settings;

/**
 * The environment, parsed: addresses as text (DATABASE_URL with its password), ports as numbers, `EDITIONS` as ids of
 * which the first is the default.
 */
export type Config = Readonly<
  { [Each in Exclude<Name, 'EDITIONS' | 'DATABASE_PASSWORD'>]: z.infer<Settings[Each]['schema']> } & {
    EDITIONS: readonly string[];
  }
>;

/** Settings that are missing or unreadable; the message names each and how to set it, and never shows a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment once. A variable may also come from a file, named by the same variable with `_FILE` behind
 * it, as container secrets do. Throws ConfigError.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const read = (name: Name): unknown => {
    try {
      const text = textOf(env, name);
      const parsed = SETTINGS[name].schema.safeParse(text);
      if (!parsed.success) problems.push(problemOf(name, text === undefined));
      return parsed.data;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(error.message);
      return undefined;
    }
  };
  const names = Object.keys(SETTINGS) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, read(name)]));
  if (problems.length > 0) {
    throw new ConfigError(
      `These settings have to be corrected / 다음 설정을 고쳐야 합니다:\n${problems.join('\n')}`,
    );
  }
  const { DATABASE_PASSWORD: password, ...others } = values;
  const url = String(values['DATABASE_URL']);
  const editions = String(values['EDITIONS']).split(',');
  return {
    ...others,
    DATABASE_URL: typeof password === 'string' ? withPassword(url, password) : url,
    EDITIONS: editions.map((id) => id.trim()),
  } as unknown as Config;
}

/** A variable's text, or that of the file its `_FILE` names; undefined when neither is set. Throws ConfigError. */
export function textOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  // An empty variable is one that was not set: that is how shells and compose files leave one out.
  if (file === undefined || file === '') return env[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    const line = `  ${name}_FILE: the file ${file} can't be read / 파일을 읽을 수 없습니다`;
    throw new ConfigError(line, { cause });
  }
}

/** A variable's text as `textOf` reads it. Throws ConfigError where it isn't set. */
export function requiredText(env: NodeJS.ProcessEnv, name: string): string {
  const text = textOf(env, name);
  if (text === undefined) throw new ConfigError(`  ${name} is missing / 값이 없습니다`);
  return text;
}

/** A PostgreSQL URL with this password in it. */
export function withPassword(url: string, password: string): string {
  const complete = new URL(url);
  complete.password = encodeURIComponent(password);
  return complete.href;
}

function problemOf(name: Name, isMissing: boolean): string {
  const { en, ko } = SETTINGS[name];
  const [wrong, wrongKo] = isMissing
    ? ['is missing', '값이 없습니다']
    : ['is not valid', '값이 올바르지 않습니다'];
  return `  ${name} ${wrong}. Set it to ${en}.\n    ${wrongKo}. ${ko}.`;
}
