import { onPath } from './cache.js';
import { firstLine } from './doctor-machine.js';
import { findChromium } from './find-chromium.js';
import { presentTestServer } from './find-test-server.js';
import { presentTemporal } from './find-temporal.js';
import type { Finding } from './finding.js';
import { packagedPostgres } from './postgres-place.js';

/** Temporal: a server that is named, or the program of its development server. */
export async function checkTemporal(env: NodeJS.ProcessEnv): Promise<Finding> {
  const given = env['TEMPORAL_ADDRESS'];
  const path = given ? undefined : await orReason(presentTemporal);
  const version = path?.found === undefined ? undefined : await firstLine(path.found, '--version');
  return {
    name: 'Temporal',
    isFound: Boolean(given) || version !== undefined,
    neededFor: 'service',
    detail: given ? `TEMPORAL_ADDRESS ${given}` : (version ?? path?.reason ?? 'not here yet'),
    help: {
      ko: '다음 시작 때 내려받거나 Go로 빌드합니다(약 4분). 또는 Temporal CLI를 설치하거나 TEMPORAL_CLI_PATH, TEMPORAL_ADDRESS를 지정하십시오.',
      en: 'The next start downloads it, or builds it with Go (about four minutes). Or install the Temporal CLI, or set TEMPORAL_CLI_PATH or TEMPORAL_ADDRESS.',
    },
  };
}

/** The time-skipping test server. */
export async function checkTestServer(): Promise<Finding> {
  const { found, reason } = await orReason(presentTestServer);
  return {
    name: 'Temporal test server',
    isFound: found !== undefined,
    neededFor: 'tests',
    detail: found ?? reason ?? 'not here yet',
    help: {
      ko: 'npm test가 내려받거나 Maven으로 가져옵니다. 또는 TEMPORAL_TEST_SERVER_PATH를 지정하십시오.',
      en: 'npm test downloads it or fetches it with Maven. Or set TEMPORAL_TEST_SERVER_PATH.',
    },
  };
}

/** PostgreSQL: one that is named, or the embedded one for this machine. */
export async function checkPostgres(env: NodeJS.ProcessEnv): Promise<Finding> {
  const given = Boolean(env['DATABASE_URL']);
  const version = given ? undefined : await firstLine(packagedPostgres() ?? 'postgres', '--version');
  return {
    name: 'PostgreSQL',
    isFound: given || version !== undefined,
    neededFor: 'service',
    detail: given ? 'DATABASE_URL is set' : (version ?? 'the embedded one is not installed'),
    help: {
      ko: 'npm install을 실행하거나, 사용 중인 PostgreSQL을 DATABASE_URL로 지정하십시오.',
      en: 'Run npm install, or set DATABASE_URL to a PostgreSQL of your own.',
    },
  };
}

/** Go, which builds Temporal where it can't be downloaded. */
export async function checkGo(isNeeded: boolean): Promise<Finding> {
  const version = await firstLine('go', 'version');
  return {
    name: 'Go',
    isFound: version !== undefined,
    neededFor: isNeeded ? 'service' : 'nothing',
    detail: version ?? 'not on PATH',
    help: {
      ko: 'Temporal이 없고 내려받을 수도 없을 때만 필요합니다. Go 1.24 이상을 설치하십시오.',
      en: 'Needed only where there is no Temporal and it can’t be downloaded. Install Go 1.24 or later.',
    },
  };
}

/** Java and Maven, which fetch and run the test server. */
export async function checkJava(isMavenNeeded: boolean): Promise<Finding> {
  const [java, mvn] = await Promise.all([firstLine('java', '-version'), onPath('mvn')]);
  return {
    name: 'Java, Maven',
    isFound: java !== undefined && (mvn !== undefined || !isMavenNeeded),
    neededFor: 'tests',
    detail: `${java ?? 'no java on PATH'}; ${mvn ?? 'no mvn on PATH'}`,
    help: {
      ko: 'Java 17과 Maven을 설치하십시오(Debian: apt-get install openjdk-17-jre-headless maven).',
      en: 'Install Java 17 and Maven (Debian: apt-get install openjdk-17-jre-headless maven).',
    },
  };
}

/** Chromium, in which the tests look at pages. */
export async function checkChromium(): Promise<Finding> {
  const { found } = await orReason(findChromium);
  const named = process.env['CHROMIUM_PATH'];
  return {
    name: 'Chromium',
    isFound: found !== undefined,
    neededFor: 'tests',
    detail: found ?? (named ? `CHROMIUM_PATH is ${named}, which is no executable file` : 'not on PATH'),
    help: {
      ko: 'Chromium을 설치하거나(Debian: apt-get install chromium) CHROMIUM_PATH를 지정하십시오.',
      en: 'Install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
    },
  };
}

/** curl, with which the documentation's examples ask. */
export async function checkCurl(): Promise<Finding> {
  const curl = await onPath('curl');
  return {
    name: 'curl',
    isFound: curl !== undefined,
    neededFor: 'tests',
    detail: curl ?? 'not on PATH',
    help: {
      ko: 'curl을 설치하십시오(Debian: apt-get install curl). 문서의 예제를 시험할 때 씁니다.',
      en: "Install curl (Debian: apt-get install curl). The tests of the documentation's examples use it.",
    },
  };
}

async function orReason(
  look: () => Promise<string | undefined>,
): Promise<{ found?: string | undefined; reason?: string }> {
  try {
    return { found: await look() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
