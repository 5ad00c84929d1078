import { NativeConnection, Runtime } from '@temporalio/worker';
import { ConfigError, readConfig } from '../config.js';
import type { Config } from '../config.js';
import { openLedger } from '../ledger/ledger.js';
import { builtBundle } from './bundle.js';
import { createWorker } from './worker.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The process: reads the environment, asks Temporal for work, and drains when it is told to end. */
async function main(): Promise<void> {
  const config = readConfig();
  const connection = await connected(config);
  const ledger = openLedger(config.DATABASE_URL);
  const worker = await createWorker({
    ...{ connection, ledger, portalUrl: config.RCMS_URL },
    namespace: config.TEMPORAL_NAMESPACE,
    workflowBundle: builtBundle,
  });
  say(`worker of ${config.TEMPORAL_NAMESPACE} at ${config.TEMPORAL_ADDRESS}`);
  // The SDK ends it at SIGTERM and SIGINT, once its activities are done.
  await worker.run();
  await Promise.all([connection.close(), ledger.close()]);
  await Runtime.instance().shutdown();
}

async function connected({ TEMPORAL_ADDRESS: address }: Config): Promise<NativeConnection> {
  return NativeConnection.connect({ address }).catch((cause: unknown) => {
    throw new ConfigError(
      `Temporal at ${address} doesn't answer. Is it running, and is TEMPORAL_ADDRESS right? ./rnd up starts one.\n` +
        `Temporal이 응답하지 않습니다. 서버가 실행 중인지, TEMPORAL_ADDRESS가 맞는지 확인하십시오. ./rnd up 이 시작합니다.`,
      { cause },
    );
  });
}

await main().catch((error: unknown) => {
  say(error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
});
