import { up } from './up.js';

// `./rnd up` as a program. Everything it started has ended by now, so nothing is lost by not waiting for idle handles.
process.exit(await up(process.argv.slice(2)));
