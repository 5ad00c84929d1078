import { unusable } from './unusable.js';

/** How a table is written down. */
export type FileKind = 'csv' | 'xlsx';

const ZIP = [0x50, 0x4b];

// OLE2: Excel before 2007, an XLSX under a password, and HWP as well.
const OLD = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const OTHERS: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GZIP', [0x1f, 0x8b]],
  ['HWP', [...Buffer.from('HWP Document File')]],
];

/**
 * What a file is by its first bytes, whatever its name says. Throws UnusableFile: `fileEmpty`, `fileIsOldSpreadsheet`,
 * `fileIsAnotherType`.
 */
export function kindOf(bytes: Buffer): FileKind {
  if (bytes.length === 0) throw unusable('fileEmpty');
  if (begins(bytes, ZIP)) return 'xlsx';
  if (begins(bytes, OLD)) throw unusable('fileIsOldSpreadsheet', { fileType: 'OLE2 (XLS, HWP)' });
  const other = OTHERS.find(([, magic]) => begins(bytes, magic));
  if (other) throw unusable('fileIsAnotherType', { fileType: other[0] });
  // What many offices' systems give out as ".xls" is a web page with a table in it.
  if (/^\s*<(!doctype|html|table|\?xml|meta)/i.test(bytes.subarray(0, 200).toString('latin1')))
    throw unusable('fileIsAnotherType', { fileType: 'HTML, XML' });
  return 'csv';
}

function begins(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
