import { required, untilStopped } from './program.js';
import { startRcms } from './rcms.js';

// The sandbox of the accounting portal as a program, started by `up`.
const { url, stop } = await startRcms({
  host: process.env['RCMS_HOST'] ?? '127.0.0.1',
  port: Number(required('RCMS_PORT')),
  file: required('RCMS_FILE'),
});
process.stdout.write(`listening ${url}\n`);
await untilStopped(stop);
