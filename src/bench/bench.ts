import { stat } from 'node:fs/promises';
import { Connection } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import type { Log } from '../server/child.js';
import { startOwnProgram } from '../server/own-program.js';
import { builtBundle } from '../worker/bundle.js';
import { bundleBare } from './bare-bundle.js';
import { Books } from './books.js';
import { measureApprovals, measureEvaluations, measureTemporal } from './comparisons.js';
import type { Comparisons } from './comparisons.js';
import { cpuTimes } from './cpu.js';
import type { CpuTimes } from './cpu.js';
import { fetchHistories, inputOf, replayBare, replayOurs } from './histories.js';
import type { ReplayFigures } from './histories.js';
import { bareId } from './names.js';
import { measureLastMinute } from './last-minute.js';
import type { LastMinuteFigures } from './last-minute.js';
import { measureMemory } from './memory.js';
import type { MemoryFigures } from './memory.js';
import type { Sizes } from './options.js';
import { measurePage } from './page.js';
import type { PageFigures } from './page.js';
import { People } from './people.js';
import type { Service } from './service.js';
import { Decisions } from './sides.js';

/** Everything that one run measured; `bundle` in bytes. */
export interface Results {
  /** What a decision asks of Temporal, by itself. */
  readonly temporal: Comparisons;
  readonly evaluation: Comparisons;
  readonly approval: Comparisons;
  /** Decisions that were answered with 202 and applied later. */
  readonly late: number;
  readonly page: PageFigures;
  readonly memory: MemoryFigures;
  readonly bundle: { readonly ours: number; readonly bare: number };
  readonly lastMinute: LastMinuteFigures;
  readonly replay: { readonly ours: ReplayFigures; readonly bare: ReplayFigures };
}

/** What the measurements share; `step` says what is measured, and how long that took. */
export interface Setting {
  readonly service: Service;
  readonly connection: Connection;
  readonly namespace: string;
  readonly decisions: Decisions;
  readonly books: Books;
  readonly sizes: Sizes;
  readonly cpu: () => Promise<CpuTimes>;
  readonly step: <T>(what: string, work: () => Promise<T>) => Promise<T>;
}

/** Measures everything against a running service; `say` hears how far it has come. */
export async function bench(service: Service, sizes: Sizes, say: Log): Promise<Results> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const { temporal: address, namespace } = service;
  const env = { ...process.env, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace };
  const bareWorker = await startOwnProgram('bench/bare-worker.js', { env, log: say });
  const connection = await Connection.connect({ address });
  const books = new Books(service.databaseUrl);
  const decisions = new Decisions(new People(service));
  const pids = { ...service.pids, 'bare worker': bareWorker.pid, bench: process.pid };
  const cpu = (): Promise<CpuTimes> => cpuTimes(pids);
  try {
    return await measureAll({
      service,
      connection,
      namespace,
      decisions,
      books,
      sizes,
      cpu,
      step: stepSaying(say),
    });
  } finally {
    await Promise.all([bareWorker.stop(), connection.close(), books.close()]);
  }
}

async function measureAll(setting: Setting): Promise<Results> {
  const { service, connection, decisions, books, sizes, step } = setting;
  const temporal = await measureTemporal(setting);
  const { projects, ...evaluation } = await measureEvaluations(setting);
  const page = await step(`a page of ${sizes.projectsOnAPage} projects / 과제 목록`, () =>
    measurePage(decisions.people, sizes),
  );
  const { tranches, ...approval } = await measureApprovals(setting);
  await decisions.mustStandIn(books);
  const [sample] = await fetchHistories(connection, service.namespace, projects.slice(0, 1));
  if (!sample) throw new Error('no project was applied for');
  const memory = await step('memory for each cached workflow / 캐시된 워크플로당 메모리', () =>
    measureMemory(setting, { sample: inputOf(sample), workflows: sizes.cached }),
  );
  const cases = [...tranches, ...projects].slice(0, sizes.histories);
  const replay = await step('replay / 재실행', () => measureReplay(setting, cases));
  const lastMinute = await step(`${sizes.applications} applications at once, twice / 마감 직전 신청`, () =>
    measureLastMinute(service, { people: decisions.people, books }, sizes),
  );
  return {
    temporal,
    evaluation,
    approval,
    late: decisions.late,
    page,
    memory,
    replay,
    lastMinute,
    bundle: await bundleSizes(),
  };
}

async function measureReplay({ connection, service, sizes }: Setting, cases: readonly string[]) {
  const bareCases = cases.slice(0, sizes.callsAtOnce).map((_, index) => bareId('bare', index));
  const ours = await replayOurs(await fetchHistories(connection, service.namespace, cases));
  return { ours, bare: await replayBare(await fetchHistories(connection, service.namespace, bareCases)) };
}

async function bundleSizes(): Promise<Results['bundle']> {
  const [{ size: ours }, { code }] = await Promise.all([stat(builtBundle.codePath), bundleBare()]);
  return { ours, bare: Buffer.byteLength(code) };
}

function stepSaying(say: Log): Setting['step'] {
  return async (what, work) => {
    say(`… ${what}`);
    const began = performance.now();
    const result = await work();
    say(`✓ ${what} ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return result;
  };
}
