import { cp949Text } from './cp949.js';
import { unusable } from './unusable.js';

/** The encodings that a CSV comes in; `euc-kr` stands for Windows' code page 949 too, of which it is a part. */
export type Encoding = 'utf-8' | 'euc-kr';

const UTF16 = ['fffe', 'feff'];

/**
 * A CSV file's text and the encoding that it was in: UTF-8 with or without a byte order mark, else EUC-KR. A letter is
 * never guessed. Throws UnusableFile: `fileEncodingUnknown` where it is neither in every byte, `fileIsIncomplete` where it
 * ends within a letter.
 */
export function decoded(bytes: Buffer): { readonly text: string; readonly encoding: Encoding } {
  if (UTF16.includes(bytes.subarray(0, 2).toString('hex')))
    throw unusable('fileEncodingUnknown', { encoding: 'UTF-16' });
  // No text in either encoding has a zero byte: UTF-16 without its mark, or no text at all.
  const zero = bytes.indexOf(0);
  if (zero >= 0) throw unusable('fileEncodingUnknown', { byte: String(zero + 1) });
  const utf8 = utf8Text(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  const korean = cp949Text(bytes);
  if (korean !== undefined) return { text: korean, encoding: 'euc-kr' };
  if (utf8Text(bytes, true) !== undefined) throw unusable('fileIsIncomplete');
  throw unusable('fileEncodingUnknown', { line: String(unreadableLine(bytes)) });
}

/** The text of bytes in UTF-8 without its byte order mark, or undefined; `stream` lets the last letter be cut off. */
function utf8Text(bytes: Uint8Array, stream = false): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
  } catch {
    return undefined;
  }
}

/** The first line (1 is the first) in neither encoding, or where every line is in one of them the first that is not in UTF-8. */
function unreadableLine(bytes: Buffer): number {
  let [from, other] = [0, 0];
  for (let line = 1; from <= bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const part = bytes.subarray(from, end < 0 ? bytes.length : end);
    if (utf8Text(part) === undefined) {
      if (cp949Text(part) === undefined) return line;
      other ||= line;
    }
    from = end < 0 ? bytes.length + 1 : end + 1;
  }
  return other;
}
