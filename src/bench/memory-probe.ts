import { BroadcastChannel, isMainThread } from 'node:worker_threads';
import { HEAP_ASKED, HEAP_TOLD } from './names.js';

// Loaded into every thread of the worker under measurement (node --import): the workflows live in threads of their own, whose
// heaps the main thread can't see.
if (!isMainThread) {
  const asked = new BroadcastChannel(HEAP_ASKED);
  const told = new BroadcastChannel(HEAP_TOLD);
  asked.onmessage = () => {
    globalThis.gc?.();
    told.postMessage(process.memoryUsage().heapUsed);
  };
  asked.unref();
  told.unref();
}
