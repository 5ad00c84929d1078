import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeOnce } from './write-once.js';

/** A random secret, made the first time and kept in `file`, which only its owner can read. */
export async function keptSecret(file: string): Promise<string> {
  await writeOnce(file, randomBytes(24).toString('base64url'));
  return (await readFile(file, 'utf8')).trim();
}
