import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeOnce } from './write-once.js';

/** A random secret, good for an address or a password. */
export function secret(): string {
  return randomBytes(24).toString('base64url');
}

/** A random secret, made the first time and kept in `file`, which only its owner can read. */
export async function keptSecret(file: string): Promise<string> {
  await writeOnce(file, secret());
  return (await readFile(file, 'utf8')).trim();
}
