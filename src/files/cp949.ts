/** The letters of two bytes, by `lead * 256 + trail`; made when the first such file comes. */
let letters: ReadonlyMap<number, string> | undefined;

/**
 * A text in EUC-KR or in Windows' code page 949, which has every other syllable of Hangul as well; undefined where a byte
 * belongs to neither. Node decodes EUC-KR only, and makes of the other syllables control characters without a word.
 */
export function cp949Text(bytes: Uint8Array): string | undefined {
  letters ??= allLetters();
  const read: string[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      read.push(String.fromCharCode(byte));
      continue;
    }
    at += 1;
    const letter = letters.get(byte * 256 + (bytes[at] ?? 0));
    if (letter === undefined) return undefined;
    read.push(letter);
  }
  return read.join('');
}

function allLetters(): Map<number, string> {
  const known = standardLetters();
  const there = new Set(known.values());
  const places = extensionPlaces();
  // The code page has the syllables that EUC-KR lacks in the order of Unicode.
  for (let code = 0xac00; code <= 0xd7a3; code += 1) {
    const syllable = String.fromCharCode(code);
    if (!there.has(syllable)) known.set(places.next().value ?? 0, syllable);
  }
  return known;
}

/** What EUC-KR itself has: both bytes from 0xA1 on. */
function standardLetters(): Map<number, string> {
  const decoder = new TextDecoder('euc-kr');
  const found = new Map<number, string>();
  for (let lead = 0xa1; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      // What is left to private use, or to nobody, is no letter that anybody can read.
      if (/^[^\ufffd\ue000-\uf8ff]$/.test(letter)) found.set(lead * 256 + trail, letter);
    }
  return found;
}

/** Where the code page puts its further syllables, in their order: around the places of EUC-KR. */
function* extensionPlaces(): Generator<number, undefined> {
  for (let lead = 0x81; lead <= 0xc6; lead += 1)
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail += 1) {
      const isPlace = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;
      if (isPlace) yield lead * 256 + trail;
    }
  return undefined;
}
