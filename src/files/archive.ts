import { EXPANDED_LIMIT } from './limits.js';
import { unusable } from './unusable.js';

/** A part of a ZIP archive: its name, its packed bytes, and how many they are to become. */
export interface Part {
  readonly name: string;
  readonly packed: Buffer;
  readonly size: number;
  readonly isDeflated: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const MOST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** A workbook has a few dozen parts. */
const MOST_PARTS = 2_000;

/**
 * The parts of a ZIP archive as its directory lists them, nothing unpacked yet. Throws UnusableFile: `fileIsIncomplete`
 * where the directory, which stands at the end, is missing or leads nowhere; `fileExpandsTooFar`; `fileIsOldSpreadsheet`
 * where a part is encrypted.
 */
export function partsOf(bytes: Buffer): Part[] {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw unusable('fileExpandsTooFar', { parts: String(count) });
  const parts: Part[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const { part, next } = entryAt(bytes, at);
    parts.push(part);
    at = next;
  }
  const expanded = parts.reduce((sum, { size }) => sum + size, 0);
  if (expanded > EXPANDED_LIMIT)
    throw unusable('fileExpandsTooFar', { limit: String(EXPANDED_LIMIT), expanded: String(expanded) });
  return parts;
}

/** Where the record stands that ends every archive. */
function endOf(bytes: Buffer): number {
  const last = bytes.length - END_SIZE;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1)
    if (bytes.readUInt32LE(at) === END) return at;
  throw unusable('fileIsIncomplete', { bytes: String(bytes.length) });
}

function entryAt(bytes: Buffer, at: number): { readonly part: Part; readonly next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw unusable('fileIsIncomplete');
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw unusable('fileIsOldSpreadsheet', { fileType: 'ZIP' });
  const method = bytes.readUInt16LE(at + 10);
  if (method !== STORED && method !== DEFLATED) throw unusable('fileIsAnotherType', { fileType: 'ZIP' });
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
  const packed = packedAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20));
  return { part: { name, packed, size: bytes.readUInt32LE(at + 24), isDeflated: method === DEFLATED }, next };
}

function packedAt(bytes: Buffer, header: number, length: number): Buffer {
  if (header + 30 > bytes.length || bytes.readUInt32LE(header) !== LOCAL) throw unusable('fileIsIncomplete');
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  if (from + length > bytes.length) throw unusable('fileIsIncomplete');
  return bytes.subarray(from, from + length);
}
