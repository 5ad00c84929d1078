import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDir, fetchOnce, isExecutable, onPath } from './cache.js';
import type { Log } from './child.js';
import { runVisibly } from './run-visibly.js';
import { downloadBySdk, downloadedBySdk } from './sdk-download.js';

const VERSION = '1.32.0';

const WHAT_TO_INSTALL = [
  'There is no Temporal time-skipping test server on this machine, and it could not be downloaded. One of these helps:',
  '  - install Java 17 and Maven; the next run fetches it',
  '  - name its executable in TEMPORAL_TEST_SERVER_PATH',
].join('\n');

const JDK_TO_INSTALL =
  'To begin on another day than today, the time-skipping test server needs a JDK 17 or later (java and javac) and, the first time, Maven.\n' +
  '시작일을 정해 시간을 건너뛰려면 JDK 17 이상(java, javac)과 최초 한 번 Maven이 필요합니다.';

/**
 * Temporal's time-skipping test server, a program that takes its port as its only argument:
 * TEMPORAL_TEST_SERVER_PATH, the cache, the SDK's own download, Maven, in this order.
 * Throws, with what to install, where none can be had.
 */
export async function findTestServer(say: Log): Promise<string> {
  const there = await presentTestServer();
  if (there !== undefined) return there;
  say('fetching the time-skipping test server');
  const downloaded = await downloadBySdk('timeSkipping', join(cacheDir(), 'sdk'), say);
  if (downloaded !== undefined) return downloaded;
  const [java, mvn] = await Promise.all([onPath('java'), onPath('mvn')]);
  if (java === undefined || mvn === undefined) throw new Error(WHAT_TO_INSTALL);
  const place = cachePlace();
  await fetchOnce(place, say, (unfinished) => fetchByMaven(mvn, unfinished, say));
  return join(place, 'test-server');
}

/**
 * The folder of the test server's Java archives, for whoever starts it with a beginning of time of their own, which its
 * program can't be told. Fetched by Maven where it isn't in the cache. Throws, with what to install, where it can't be had.
 */
export async function findTestServerArchives(say: Log): Promise<string> {
  const [java, javac, mvn] = await Promise.all(['java', 'javac', 'mvn'].map((name) => onPath(name)));
  if (java === undefined || javac === undefined) throw new Error(JDK_TO_INSTALL);
  const place = cachePlace();
  if (!(await isExecutable(join(place, 'test-server')))) {
    if (mvn === undefined) throw new Error(JDK_TO_INSTALL);
    say('fetching the time-skipping test server');
    await fetchOnce(place, say, (unfinished) => fetchByMaven(mvn, unfinished, say));
  }
  return join(place, 'lib');
}

/** The test server where it needs no fetching; undefined where it would have to be fetched. */
export async function presentTestServer(): Promise<string | undefined> {
  const named = process.env['TEMPORAL_TEST_SERVER_PATH'];
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return named;
    throw new Error(
      `TEMPORAL_TEST_SERVER_PATH is ${named}, which is no executable file. Correct it or unset it.`,
    );
  }
  const cached = join(cachePlace(), 'test-server');
  return (await isExecutable(cached)) ? cached : downloadedBySdk('timeSkipping', join(cacheDir(), 'sdk'));
}

function cachePlace(): string {
  return join(cacheDir(), `test-server-${VERSION}`);
}

async function fetchByMaven(mvn: string, unfinished: string, say: Log): Promise<void> {
  const pom = join(unfinished, 'pom.xml');
  await writeFile(pom, POM);
  const lib = join(unfinished, 'lib');
  const goals = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`];
  await runVisibly(mvn, goals, { say, what: 'fetching the test server with Maven' });
  await rm(pom);
  await writeFile(join(unfinished, 'test-server'), SCRIPT);
  await chmod(join(unfinished, 'test-server'), 0o755);
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>rnd-tracks</groupId><artifactId>test-server</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version>
    </dependency>
  </dependencies>
</project>
`;

// The SDK gives it five seconds to answer: a JVM that compiles little is there sooner.
const SCRIPT = `#!/bin/sh
lib=$(dirname "$0")/lib
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$lib/*" io.temporal.testserver.TestServer "$@"
`;
