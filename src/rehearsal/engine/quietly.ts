import { DefaultLogger, Runtime } from '@temporalio/worker';

/**
 * Does work that runs workers of Temporal, which say nothing but errors meanwhile and leave Ctrl-C to whoever called. Once
 * in a process at a time.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'ERROR' } },
    shutdownSignals: [],
  });
  try {
    return await work();
  } finally {
    await Runtime.instance().shutdown();
  }
}
