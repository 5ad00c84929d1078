import { ConfigError, readConfig } from '../config.js';
import { serve } from './serve.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function fail(error: unknown): void {
  say(error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}

/** The process: reads the environment, serves, and drains when it is asked to end. */
async function main(): Promise<void> {
  const { drain } = await serve(readConfig(), say);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void drain().catch(fail));
}

await main().catch(fail);
