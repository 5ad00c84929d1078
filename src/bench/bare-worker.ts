import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { required } from '../sandbox/program.js';
import { bundleBare } from './bare-bundle.js';
import { BARE } from './names.js';

// The worker of the bare side as a program of its own, as the service's worker is one.
Runtime.install({ logger: new DefaultLogger('WARN') });
const connection = await NativeConnection.connect({ address: required('TEMPORAL_ADDRESS') });
const worker = await Worker.create({
  connection,
  namespace: required('TEMPORAL_NAMESPACE'),
  taskQueue: BARE.taskQueue,
  workflowBundle: await bundleBare(),
  activities: { nothing: async () => undefined },
});
await worker.run();
await connection.close();
