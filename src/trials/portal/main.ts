import type { RcmsFaults } from '../../sandbox/faults.js';
import { required, untilStopped } from '../../sandbox/program.js';
import { startRcms } from '../../sandbox/rcms.js';
import { told } from '../told.js';

const director = required('TRIALS_DIRECTOR');
const faults: RcmsFaults = { ofKey: {} };

// The sandbox of the portal as it is; the director says at each order what goes wrong with it, and may kill it there.
const { url, stop } = await startRcms({
  ...{ host: '127.0.0.1', port: Number(required('RCMS_PORT')), file: required('RCMS_FILE'), faults },
  onPoint: async (point, key) => {
    const fault = await told(director, { moment: `portal/${point}`, key, who: 'portal' });
    if (fault !== undefined) faults.ofKey = { ...faults.ofKey, [key]: [fault] };
  },
});
process.stdout.write(`listening ${url}\n`);
await untilStopped(stop);
