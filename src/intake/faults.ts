import type { Bilingual } from '../charts/kernel/types.js';
import { entryOf } from '../contract/refusals.js';
import type { RefusalCode } from '../contract/refusals.js';

/** What is wrong with a row: in which column of the file (null: the row as a whole), with which value, and what to do about it. */
export interface Fault {
  readonly column: string | null;
  readonly value: string;
  readonly code: RefusalCode;
  readonly message: Bilingual;
}

/** A row's number in the file with what is wrong with it. */
export interface RowFault extends Fault {
  readonly row: number;
}

const MOST_SHOWN = 200;

/** A fault in the catalogue's words; `seen` is what the row is at odds with, such as the rows that say the same. */
export function fault(
  code: RefusalCode,
  at: { readonly column?: string | undefined; readonly value?: string | undefined } = {},
  seen = '',
): Fault {
  const { title, next } = entryOf(code);
  const say = (language: 'ko' | 'en'): string =>
    `${title[language]}${seen && ` (${seen})`} ${next[language]}`;
  return faultOf(code, at, { ko: say('ko'), en: say('en') });
}

/** A cell that isn't what its column needs, in the words of the schema that said so: "ko / en". */
export function malformed(
  at: { readonly column?: string | undefined; readonly value?: string | undefined },
  words: string,
): Fault {
  return faultOf('cellMalformed', at, parted(words));
}

function faultOf(
  code: RefusalCode,
  { column, value }: { readonly column?: string | undefined; readonly value?: string | undefined },
  message: Bilingual,
): Fault {
  return { column: column ?? null, value: (value ?? '').slice(0, MOST_SHOWN), code, message };
}

/** The two languages of a text that has them parted by a stroke; the English begins at the first stroke after the last Hangul. */
function parted(words: string): Bilingual {
  const lastHangul = words.search(/[가-힣][^가-힣]*$/);
  const stroke = words.indexOf(' / ', Math.max(lastHangul, 0));
  if (stroke < 0) return { ko: words, en: words };
  return { ko: words.slice(0, stroke), en: words.slice(stroke + 3) };
}
