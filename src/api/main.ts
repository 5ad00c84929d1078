import { ConfigError, readConfig } from '../config.js';
import type { Config } from '../config.js';
import { openLedger } from '../ledger/ledger.js';
import type { Ledger } from '../ledger/ledger.js';
import { buildApi } from './build.js';
import { openEngine } from './engine.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The process: reads the environment, needs PostgreSQL, listens, and drains when it is asked to end. */
async function main(): Promise<void> {
  const config = readConfig();
  const ledger = openLedger(config.DATABASE_URL);
  await needPostgres(ledger, config);
  const engine = openEngine({ address: config.TEMPORAL_ADDRESS, namespace: config.TEMPORAL_NAMESPACE });
  if (!(await engine.probe()))
    say(
      `Temporal at ${config.TEMPORAL_ADDRESS} doesn't answer yet: what comes in is kept and delivered once it is back.\n` +
        `Temporal이 응답하지 않습니다. 접수된 요청은 보관했다가 복구되면 전달합니다.`,
    );
  const api = await buildApi({
    ...{ ledger, engine, documentDir: config.DOCUMENT_DIR, editions: config.EDITIONS },
    issuer: { url: config.ISSUER_URL, audience: config.TOKEN_AUDIENCE },
    logLevel: config.LOG_LEVEL,
    requestsPerMinute: config.REQUESTS_PER_MINUTE,
  });
  await api.listen({ host: config.API_HOST, port: config.API_PORT }).catch(explainPort(config));
  const drain = async (): Promise<void> => {
    await api.close();
    await Promise.all([ledger.close(), engine.close()]);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void drain().catch(fail));
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

function explainPort({ API_HOST, API_PORT }: Config): (cause: Error & { code?: string }) => never {
  return (cause) => {
    if (cause.code !== 'EADDRINUSE') throw cause;
    throw new ConfigError(
      `Port ${API_PORT} of ${API_HOST} is taken by another program. Choose another one with API_PORT.\n` +
        `${API_HOST}의 ${API_PORT} 포트를 다른 프로그램이 사용하고 있습니다. API_PORT로 다른 포트를 지정하십시오.`,
      { cause },
    );
  };
}

function fail(error: unknown): void {
  say(error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}

await main().catch(fail);
