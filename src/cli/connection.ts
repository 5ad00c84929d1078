import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { usage } from './failure.js';

/** What the command line says about the service and the caller. */
export interface ConnectionOptions {
  readonly api?: string | undefined;
  readonly issuer?: string | undefined;
  readonly token?: string | undefined;
  readonly as?: string | undefined;
  /** Somebody who is away, for whom a delegation lets the caller act. */
  readonly onBehalfOf?: string | undefined;
}

/** Base addresses of the service and of its development sign-in. */
export interface Addresses {
  readonly api: string;
  readonly issuer: string;
}

const DEFAULTS: Addresses = { api: 'http://127.0.0.1:7400', issuer: 'http://127.0.0.1:7404' };

/** The addresses: the command line before RND_API and RND_ISSUER, before what `up` wrote, before its usual ports. */
export async function addressesOf(options: ConnectionOptions, env: NodeJS.ProcessEnv): Promise<Addresses> {
  const running = await runFile(env);
  const pick = (option: string | undefined, variable: string, name: keyof Addresses): string =>
    checked(option || env[variable] || running[name] || DEFAULTS[name]);
  return {
    api: pick(options.api, 'RND_API', 'api'),
    issuer: pick(options.issuer, 'RND_ISSUER', 'issuer'),
  };
}

function checked(url: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url.replace(/\/+$/, '');
  throw usage({
    ko: `주소가 아닙니다: ${url} (예: http://127.0.0.1:7400)`,
    en: `${url} is no address; one looks like http://127.0.0.1:7400`,
  });
}

// Read without the server's own schema: that would cost every command the time to load zod.
async function runFile(env: NodeJS.ProcessEnv): Promise<Partial<Record<string, string>>> {
  const { rndDir } = await import('../server/settings.js');
  try {
    const content: unknown = JSON.parse(await readFile(join(rndDir(env), 'run.json'), 'utf8'));
    return typeof content === 'object' && content !== null ? (content as Record<string, string>) : {};
  } catch {
    return {};
  }
}
