import type { Bilingual } from '../charts/kernel/types.js';
import { loadEdition } from '../program/load.js';

/** What an edition calls one of its clocks, in both languages; a clock's own name where the edition has it no more. */
export function clockName(editionId: string, clock: string): Bilingual {
  const clocks: Readonly<Record<string, { readonly name: Bilingual }>> = loadEdition(editionId).clocks;
  const known = Object.hasOwn(clocks, clock) ? clocks[clock] : undefined;
  return known ? { ...known.name } : { ko: clock, en: clock };
}
