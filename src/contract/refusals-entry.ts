import type { Bilingual, Role } from '../charts/kernel/types.js';

/** What a refusal says: what is wrong (`title`), what to do (`next`), who can clear it, and the HTTP status. */
export interface RefusalEntry {
  readonly status: number;
  readonly title: Bilingual;
  readonly next: Bilingual;
  readonly clearedBy: readonly Role[];
}

type Pair = readonly [ko: string, en: string];

/** An entry of the catalogue. */
export function refusal(
  status: number,
  [ko, en]: Pair,
  [nextKo, nextEn]: Pair,
  ...clearedBy: readonly Role[]
): RefusalEntry {
  return { status, title: { ko, en }, next: { ko: nextKo, en: nextEn }, clearedBy };
}
