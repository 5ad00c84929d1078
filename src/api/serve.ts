import { ConfigError } from '../config.js';
import type { Config } from '../config.js';
import { openLedger } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { buildApi } from './build.js';
import { openEngine } from './engine.js';

/** A serving API: its address, and how it ends once it has answered what is under way. */
export interface Serving {
  readonly url: string;
  drain(): Promise<void>;
}

/**
 * Opens PostgreSQL and Temporal and listens. PostgreSQL must answer; Temporal may come later, which is told through `say`.
 * Throws ConfigError, in both languages, where PostgreSQL can't be used or the port is taken.
 */
export async function serve(config: Config, say: (line: string) => void): Promise<Serving> {
  const ledger = openLedger(config.DATABASE_URL);
  const engine = openEngine({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE });
  const close = async (): Promise<void> => void (await Promise.all([ledger.close(), engine.close()]));
  try {
    await needPostgres(ledger, config);
    if (!(await engine.probe())) say(temporalAway(config));
    const api = await buildApi({
      ...{ ledger, engine, documentDir: config.DOCUMENT_DIR, editions: config.EDITIONS },
      portalUrl: config.RCMS_URL,
      issuer: { url: config.ISSUER_URL, audience: config.TOKEN_AUDIENCE },
      logLevel: config.LOG_LEVEL,
      requestsPerMinute: config.REQUESTS_PER_MINUTE,
    });
    const url = await api.listen({ host: config.API_HOST, port: config.API_PORT }).catch(async (cause) => {
      await api.close();
      throw portTaken(config, cause as Error);
    });
    return { url, drain: () => api.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

function temporalAway({ TEMPORAL_ADDRESS }: Config): string {
  return (
    `Temporal at ${TEMPORAL_ADDRESS} doesn't answer yet: what comes in is kept and delivered once it is back.\n` +
    `  Is it running, and is TEMPORAL_ADDRESS right? ./rnd up starts one.\n` +
    `Temporal이 응답하지 않습니다. 접수된 요청은 보관했다가 복구되면 전달합니다.\n` +
    `  서버가 실행 중인지, TEMPORAL_ADDRESS가 맞는지 확인하십시오. ./rnd up 이 시작합니다.`
  );
}

async function needPostgres(ledger: Ledger, { DATABASE_URL }: Config): Promise<void> {
  await ledger.pool.query('select 1 from command_inbox limit 0').catch((cause: unknown) => {
    const { host, pathname } = new URL(DATABASE_URL);
    const reason = cause instanceof Error ? cause.message || String(cause) : String(cause);
    throw new ConfigError(
      `PostgreSQL at ${host}${pathname} can't be used: ${reason}\n` +
        `  Is it running, is DATABASE_URL right, and are the migrations applied? ./rnd up does all three.\n` +
        `PostgreSQL을 사용할 수 없습니다. 서버가 실행 중인지, DATABASE_URL이 맞는지, 마이그레이션이 적용됐는지 확인하십시오. ./rnd up 이 모두 처리합니다.`,
      { cause },
    );
  });
}

function portTaken({ API_HOST, API_PORT }: Config, cause: Error & { readonly code?: string }): Error {
  if (cause.code !== 'EADDRINUSE') return cause;
  return new ConfigError(
    `Port ${API_PORT} of ${API_HOST} is taken by another program. Choose another one with API_PORT.\n` +
      `${API_HOST}의 ${API_PORT} 포트를 다른 프로그램이 사용하고 있습니다. API_PORT로 다른 포트를 지정하십시오.`,
    { cause },
  );
}
