import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createActivities } from '../../../activities/index.js';
import { readConfig } from '../../config.js';
import { openLedger } from '../../ledger/ledger.js';
import { required } from '../../sandbox/program.js';
import { builtBundle } from '../../worker/bundle.js';
import { createWorker } from '../../worker/worker.js';
import { told } from '../told.js';
import { watched } from './watched.js';

// The product's worker and the product's activities, with somebody who watches them: the only place where a fail point exists.
Runtime.install({ logger: new DefaultLogger('WARN') });
const config = readConfig();
const [director, who] = [required('TRIALS_DIRECTOR'), required('TRIALS_WHO')];
const connection = await NativeConnection.connect({ address: config.TEMPORAL_ADDRESS });
const ledger = openLedger(config.DATABASE_URL);
const deps = { connection, ledger, portalUrl: config.RCMS_URL };
const activities = watched(createActivities(deps), (moment, key) => told(director, { moment, key, who }));
const worker = await createWorker({
  ...{ ...deps, namespace: config.TEMPORAL_NAMESPACE, workflowBundle: builtBundle },
  tuning: { activities },
});
process.stderr.write(`worker ${who}\n`);
await worker.run();
await Promise.all([connection.close(), ledger.close()]);
