import { run } from './program.js';

// `rnd`, except for what the launcher does itself. The code is set rather than exited with, so that a full pipe is still emptied.
process.stdout.on('error', () => process.exit(0));
process.exitCode = await run(process.argv.slice(2), process.env);
