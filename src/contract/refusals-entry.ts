import type { Bilingual, Role } from '../charts/kernel/types.js';

/** Who can clear what a refusal says: people of a role, or whoever sent the request. */
export type Clearer = Role | 'sender';

/**
 * What a refusal says: what is wrong (`title`), what to do (`next`), who can clear it (nobody where
 * only time can, or nothing), and the HTTP status.
 */
export interface RefusalEntry {
  readonly status: number;
  readonly title: Bilingual;
  readonly next: Bilingual;
  readonly clearedBy: readonly Clearer[];
}

type Pair = readonly [ko: string, en: string];

/** An entry of the catalogue. */
export function refusal(
  status: number,
  [ko, en]: Pair,
  [nextKo, nextEn]: Pair,
  ...clearedBy: readonly Clearer[]
): RefusalEntry {
  return { status, title: { ko, en }, next: { ko: nextKo, en: nextEn }, clearedBy };
}
