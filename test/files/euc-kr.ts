/** EUC-KR's two bytes for each syllable, by its reading backwards: Node decodes it and has no encoder. */
const bytesOf = new Map<string, readonly [number, number]>();
for (let lead = 0xa1; lead <= 0xfd; lead += 1)
  for (let trail = 0xa1; trail <= 0xfe; trail += 1)
    bytesOf.set(new TextDecoder('euc-kr').decode(Uint8Array.of(lead, trail)), [lead, trail]);

/** A text in EUC-KR; throws for a letter that EUC-KR lacks. */
export function eucKr(text: string): Buffer {
  return Buffer.from(
    [...text].flatMap((letter) => {
      if (letter.charCodeAt(0) < 0x80) return [letter.charCodeAt(0)];
      const bytes = bytesOf.get(letter);
      if (!bytes) throw new Error(`EUC-KR has no ${letter}`);
      return bytes;
    }),
  );
}
