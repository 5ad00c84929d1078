import { isWide } from '../pictures/text.js';

/** How many columns of a terminal a text takes: a Hangul syllable takes two, a combining mark none. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/\p{M}/u.test(one) ? 0 : isWide(one) ? 2 : 1), 0);
}

/** Rows under their heads, each column as wide as its widest cell; the last column isn't filled up. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => columnsOf(row[column] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(cell))))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(heads), rule, ...rows.map(line)].join('\n');
}

/** An amount in won with its thousands parted, such as `1,500,000,000`; takes and keeps digits of any length. */
export function won(amount: string | bigint): string {
  return String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** An ISO instant as Korean time to the second, such as `2026-04-06 09:00:00 KST`. */
export function koreanTime(instant: string): string {
  if (Number.isNaN(Date.parse(instant))) return instant;
  return `${koreanInstant(instant).slice(0, 19).replace('T', ' ')} KST`;
}

/** An ISO instant with Korea's offset, to the millisecond, such as `2026-04-06T09:00:00.000+09:00`. */
export function koreanInstant(instant: string): string {
  // Korea has kept UTC+9 without daylight saving since 1988.
  return new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().replace('Z', '+09:00');
}
