/** Which language a picture speaks; `both` puts Korean above English. */
export type PictureLanguage = 'ko' | 'en' | 'both';

// Advance widths in em of DejaVu Sans Bold, the widest face that a viewer is likely to fall back to:
// text measured by it fits in every other.
const WIDTHS: readonly (readonly [characters: string, em: number])[] = [
  ["ijlI|!'.,:;`", 0.4],
  ['ftrJ()[]{}-/\\ "*°·', 0.5],
  ['mM', 1.05],
  ['wW%@', 1.11],
  ['ABCDEFGHKLNOPQRSTUVXYZ&', 0.82],
];
const NARROW_EM = 0.71;
const WIDE_EM = 1;

const known = new Map(WIDTHS.flatMap(([characters, em]) => [...characters].map((one) => [one, em] as const)));

/** Whether a character is drawn as wide as it is high, as Hangul and Chinese characters are. */
export function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(
    character,
  );
}

/** The room in pixels that a line needs at a font size in pixels, whatever font the viewer has. */
export function widthOf(text: string, size: number): number {
  const em = [...text].reduce(
    (sum, character) => sum + (known.get(character) ?? (isWide(character) ? WIDE_EM : NARROW_EM)),
    0,
  );
  return Math.ceil(em * size);
}

/** Text as XML takes it, in elements and attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Breaks a line at spaces so that none is wider than `most` pixels where a space allows it. */
export function wrapped(text: string, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && widthOf(longer, size) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
