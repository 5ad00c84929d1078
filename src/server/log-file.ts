import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Log } from './child.js';

/** Where the log of a part is. */
export function logPlace(dir: string, name: string): string {
  return join(dir, 'log', `${name}.log`);
}

/** A log that appends each line to `<dir>/log/<name>.log`. */
export function logFile(dir: string, name: string): Log {
  const file = logPlace(dir, name);
  mkdirSync(dirname(file), { recursive: true });
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  return (line) => void stream.write(`${line}\n`);
}
