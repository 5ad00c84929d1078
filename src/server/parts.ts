import { join } from 'node:path';
import { migrate } from '../ledger/migrate.js';
import type { Child, Log, OnSpawn } from './child.js';
import { prepareDatabase } from './database.js';
import { findTemporal } from './find-temporal.js';
import type { Launch, PartName } from './launch-context.js';
import { logPlace } from './log-file.js';
import { prepareNamespaceAt } from './namespace.js';
import { startOwnProgram } from './own-program.js';
import { startPostgres } from './postgres.js';
import { keptSecret } from './secret.js';
import { startTemporal } from './temporal.js';

const RETENTION_DAYS = 30;

/** Starts PostgreSQL, or takes that of DATABASE_URL, and migrates it; gives back the URL that the service uses. */
export async function bringPostgres(launch: Launch, env: NodeJS.ProcessEnv): Promise<string> {
  const { dir, ports } = launch.settings;
  const given = env['DATABASE_URL'];
  if (given !== undefined && given !== '') {
    const applied = await launch
      .step('PostgreSQL of DATABASE_URL, migrated', () => migrate(given))
      .catch(
        explain(
          'The PostgreSQL of DATABASE_URL could not be used',
          'Is it running, and is the URL right?\n' +
            'DATABASE_URL의 PostgreSQL을 사용할 수 없습니다. 서버가 실행 중인지, 주소가 맞는지 확인하십시오.',
        ),
      );
    sayApplied(launch, applied);
    return given;
  }
  const [owner, service] = await Promise.all(
    ['postgres-password', 'service-password'].map((name) => keptSecret(join(dir, name))),
  );
  if (owner === undefined || service === undefined)
    throw new Error('the passwords of PostgreSQL are missing');
  let ownerUrl = '';
  const start = async (log: Log, onSpawn: OnSpawn): Promise<Child> => {
    const options = { dir: join(dir, 'pg'), port: ports.postgres, password: owner, log, onSpawn };
    const { url, child } = await startPostgres(options);
    ownerUrl = url;
    return child;
  };
  await launch
    .step('PostgreSQL', () => launch.keep('postgres', start))
    .catch(explain('PostgreSQL could not be started', helpWith(dir, 'postgres', 'DATABASE_URL')));
  const { url, applied } = await launch.step('migrations', () => prepareDatabase(ownerUrl, service));
  sayApplied(launch, applied);
  return url;
}

/** Starts Temporal, or takes that of TEMPORAL_ADDRESS, and registers namespace and search attributes; gives back its address. */
export async function bringTemporal(
  launch: Launch,
  namespace: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  const address = env['TEMPORAL_ADDRESS'] || (await ownTemporal(launch));
  await launch
    .step(`namespace ${namespace}, search attributes`, () =>
      prepareNamespaceAt(address, namespace, RETENTION_DAYS),
    )
    .catch(
      explain(
        `Temporal at ${address} could not be used`,
        'Is it running, and is TEMPORAL_ADDRESS right?\n' +
          `${address}의 Temporal을 사용할 수 없습니다. 서버가 실행 중인지, TEMPORAL_ADDRESS가 맞는지 확인하십시오.`,
      ),
    );
  await launch.note({ temporal: address });
  return address;
}

async function ownTemporal(launch: Launch): Promise<string> {
  const { dir, ports } = launch.settings;
  const executable = await findTemporal(launch.say);
  const dbFile = join(dir, 'temporal/temporal.db');
  const start = async (log: Log, onSpawn: OnSpawn): Promise<Child> => {
    const options = { executable, port: ports.temporal, uiPort: ports.temporalUi, dbFile, log, onSpawn };
    return (await startTemporal(options)).child;
  };
  await launch
    .step('Temporal', () => launch.keep('temporal', start))
    .catch(explain('Temporal could not be started', helpWith(dir, 'temporal', 'TEMPORAL_ADDRESS')));
  await launch.note({ temporalUi: `http://127.0.0.1:${ports.temporalUi}` });
  return `127.0.0.1:${ports.temporal}`;
}

/**
 * Starts one of our own programs (a path below dist/src) with this environment; it ends by itself should `up` be killed.
 */
export function bringProgram(
  launch: Launch,
  name: PartName,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const start = (log: Log, onSpawn: OnSpawn): Promise<Child> =>
    startOwnProgram(program, { env, cwd: launch.settings.root, log, onSpawn });
  return launch.step(name, () => launch.keep(name, start));
}

function sayApplied(launch: Launch, applied: readonly string[]): void {
  if (applied.length > 0) launch.say(`  applied ${applied.join(', ')}`);
}

function explain(what: string, help: string): (cause: unknown) => never {
  return (cause) => {
    const reason = cause instanceof Error ? cause.message || String(cause) : String(cause);
    throw new Error(`${what}: ${reason}\n${help}`, { cause });
  };
}

function helpWith(dir: string, name: string, variable: string): string {
  const log = logPlace(dir, name);
  return (
    `Its log is ${log}. ${variable} names another one to use instead. ./rnd doctor says what this machine lacks.\n` +
    `시작하지 못했습니다. 로그는 ${log}에 있습니다. ${variable}(으)로 다른 서버를 지정하거나, ./rnd doctor로 실행 환경을 점검하십시오.`
  );
}
