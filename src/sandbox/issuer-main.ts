import { startIssuer } from './issuer.js';
import { required, untilStopped } from './program.js';

// The development sign-in as a program, started by `up`.
const { url, stop } = await startIssuer({
  host: process.env['ISSUER_HOST'] ?? '127.0.0.1',
  port: Number(required('ISSUER_PORT')),
  keyFile: required('ISSUER_KEY_FILE'),
  audience: process.env['TOKEN_AUDIENCE'] ?? 'rnd-tracks',
  nodeEnv: process.env['NODE_ENV'],
});
process.stdout.write(`listening ${url}\n`);
await untilStopped(stop);
