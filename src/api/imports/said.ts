import { createHash } from 'node:crypto';
import type { ApplicationEntry } from '../../intake/applications.js';

/** SHA-256 (hex) of what a file says under a receipt number. */
export function saidSha256(entry: ApplicationEntry): string {
  return createHash('sha256').update(JSON.stringify(entry)).digest('hex');
}
