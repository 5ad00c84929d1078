import { join } from 'node:path';
import { TASK_QUEUE } from '../../../src/contract/names.js';
import type { Track } from '../../../src/contract/names.js';
import { openLedger } from '../../../src/ledger/ledger.js';
import type { Ledger } from '../../../src/ledger/ledger.js';
import { startRcms } from '../../../src/sandbox/rcms.js';
import type { Rcms, RcmsFaults } from '../../../src/sandbox/rcms.js';
import { bundleWorkflows } from '../../../src/worker/bundle.js';
import { createWorker } from '../../../src/worker/worker.js';
import { shownFromTheStart } from '../../../workflows/shown.js';
import { divergent } from '../../replay/runs.js';
import { recordIfAsked } from '../../replay/record-house.js';
import { takeFolder } from '../../support/folder.js';
import { temporaryDatabase } from '../../support/servers.js';
import { inputOf } from './application.js';
import type { Applied } from './application.js';
import { caseOf } from './case.js';
import type { Case, World } from './case.js';
import { timeSkippingEngine } from './engines.js';
import type { Engine } from './engines.js';

/** The service without its HTTP side: engine, worker and books, with the sandbox of the accounting portal. */
export interface House extends World {
  readonly engine: Engine;
  readonly portal: Rcms;
  readonly faults: RcmsFaults;
  passTo(instant: string): Promise<void>;
  apply(track: Track, over?: Applied): Promise<Case>;
  /** Ends the worker and starts another, which has never seen any of the cases. */
  restart(): Promise<void>;
  /** The same without waiting for what it is at. */
  rush(): Promise<void>;
  /** What is said by those histories that don't come out again as they were; of all cases, or of those named. */
  divergent(ids?: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a house on an engine of its own. */
export async function openHouse(open: () => Promise<Engine> = timeSkippingEngine): Promise<House> {
  const [engine, database, { folder, remove }, workflowBundle] = await Promise.all([
    open(),
    temporaryDatabase(),
    takeFolder(),
    bundleWorkflows(),
  ]);
  const { client, native: connection, namespace, tuning, now } = engine;
  const faults: RcmsFaults = {};
  const portal = await startRcms({ host: '127.0.0.1', port: 0, file: join(folder, 'book'), faults });
  const ledger = openLedger(database.url);
  const run = async (): Promise<() => Promise<void>> => {
    const deps = { connection, namespace, ledger, workflowBundle, portalUrl: portal.url };
    const worker = await createWorker({ ...deps, tuning });
    const running = worker.run();
    return () => (worker.shutdown(), running);
  };
  let stop = await run();
  let number = 0;
  const world: World = { client, ledger, now, atRest: () => engine.atRest(ledger) };
  const rush = async (): Promise<void> => {
    await stop();
    stop = await run();
  };
  return {
    ...{ ...world, engine, portal, faults },
    passTo: (instant) => engine.passTo(ledger, instant),
    apply: async (track, over = {}) => {
      const input = inputOf(track, (number += 1), await now(), over);
      const { id, subject } = input.identity;
      const typedSearchAttributes = shownFromTheStart(input.identity);
      const at = { workflowId: id, taskQueue: TASK_QUEUE, typedSearchAttributes };
      await client.workflow.start(subject, { ...at, args: [input] });
      const begun = caseOf(world, id, input.identity);
      await begun.comesTo('submitted');
      return begun;
    },
    restart: async () => {
      await engine.atRest(ledger);
      await rush();
    },
    rush,
    divergent: async (ids) => divergent(client, ids ?? (await everybodyIn(ledger)), workflowBundle),
    close: async () => {
      await stop();
      await recordIfAsked(client, ledger);
      await Promise.all([engine.close(), portal.stop(), ledger.close()]);
      await Promise.all([database.drop(), remove()]);
    },
  };
}

async function everybodyIn(ledger: Ledger): Promise<string[]> {
  const { rows } = await ledger.pool.query<{ id: string }>('select id from subject');
  return rows.map(({ id }) => id);
}
