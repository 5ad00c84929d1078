import { rcmsFaults } from './faults.js';
import type { RcmsFaults } from './faults.js';
import { required, untilStopped } from './program.js';
import { startRcms } from './rcms.js';

const { RCMS_HOST: host = '127.0.0.1', RCMS_FAULTS: faults = '{}', NODE_ENV: nodeEnv } = process.env;

// The sandbox of the accounting portal as a program, started by `up`.
const { url, stop } = await startRcms({
  ...{ host, port: Number(required('RCMS_PORT')), file: required('RCMS_FILE'), nodeEnv },
  faults: rcmsFaults.parse(JSON.parse(faults)) as RcmsFaults,
});
process.stdout.write(`listening ${url}\n`);
await untilStopped(stop);
