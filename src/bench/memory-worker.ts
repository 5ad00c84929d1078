import { BroadcastChannel } from 'node:worker_threads';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { openLedger } from '../ledger/ledger.js';
import { required } from '../sandbox/program.js';
import { builtBundle } from '../worker/bundle.js';
import { createWorker } from '../worker/worker.js';
import { bundleBare } from './bare-bundle.js';
import type { MemoryAnswer } from './memory.js';
import { BARE, HEAP_ASKED, HEAP_TOLD } from './names.js';

// A worker that keeps everything cached and tells its parent, when asked, how much memory it holds.
// `node --expose-gc --import memory-probe.js memory-worker.js ours|bare`
Runtime.install({ logger: new DefaultLogger('WARN') });
const namespace = required('TEMPORAL_NAMESPACE');
const tuning = { maxCachedWorkflows: 100_000 };
const connection = await NativeConnection.connect({ address: required('TEMPORAL_ADDRESS') });
const ledger = openLedger(required('DATABASE_URL'));

async function workerOf(side: string | undefined): Promise<Worker> {
  if (side === 'bare') {
    const { taskQueue } = BARE;
    return Worker.create({ connection, namespace, taskQueue, workflowBundle: await bundleBare(), ...tuning });
  }
  const portalUrl = required('RCMS_URL');
  return createWorker({ connection, namespace, ledger, portalUrl, workflowBundle: builtBundle, tuning });
}

async function held(): Promise<MemoryAnswer> {
  globalThis.gc?.();
  const threads = new Promise<number>((resolve) => {
    const told = new BroadcastChannel(HEAP_TOLD);
    told.onmessage = (message) => {
      told.close();
      resolve(Number((message as { data: unknown }).data));
    };
  });
  const asked = new BroadcastChannel(HEAP_ASKED);
  asked.postMessage(null);
  const heap = (await threads) + process.memoryUsage().heapUsed;
  asked.close();
  return { heap, resident: process.memoryUsage().rss };
}

const worker = await workerOf(process.argv[2]);
process.on('message', () => void held().then((answer) => process.send?.(answer)));
const running = worker.run();
process.send?.({ ready: true });
await running;
await Promise.all([connection.close(), ledger.close()]);
process.disconnect();
