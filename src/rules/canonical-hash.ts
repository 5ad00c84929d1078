import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../program/canonical.js';

/**
 * The SHA-256 (64 hex digits) of a value's canonical JSON (RFC 8785): the same for equal data, whatever the order of its
 * keys. Pure JavaScript, for it runs in workflows too. Throws a plain Error on what JSON can't hold.
 */
export function sha256Of(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
