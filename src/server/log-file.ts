import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from './child.js';

/** A log that appends each line to `<dir>/log/<name>.log`. */
export function logFile(dir: string, name: string): Log {
  const folder = join(dir, 'log');
  mkdirSync(folder, { recursive: true });
  const stream = createWriteStream(join(folder, `${name}.log`), { flags: 'a', mode: 0o600 });
  return (line) => void stream.write(`${line}\n`);
}
