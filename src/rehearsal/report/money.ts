import { TRACKS } from '../../contract/names.js';
import type { Track } from '../../contract/names.js';
import type { Edition } from '../../program/types.js';
import type { Books, Ceiling } from './books.js';
import { byTrack } from './by-track.js';

/** A year's money, track by track: what was released and what came back, with the year's budget. */
export interface MoneyOfYear {
  readonly year: string;
  readonly budget: string | null;
  readonly released: Readonly<Record<Track, string>>;
  readonly returned: Readonly<Record<Track, string>>;
  readonly releasedInAll: string;
}

/** The money of each year in which any moved. */
export function moneyOf(books: Books, { money }: Edition): MoneyOfYear[] {
  const budgets = money.yearBudgets ?? {};
  return [...new Set(books.movements.map(({ year }) => year))].sort().map((year) => {
    const sum = (kind: string, track: Track): bigint =>
      books.movements.find((one) => one.year === year && one.kind === kind && one.track === track)?.amount ??
      0n;
    const released = byTrack((track) => String(sum('release', track)));
    const returned = byTrack((track) => String(sum('return', track)));
    const inAll = TRACKS.reduce((all, track) => all + BigInt(released[track]), 0n);
    return { year, budget: budgets[year] ?? null, released, returned, releasedInAll: String(inAll) };
  });
}

/** The most that any company has of its ceiling, in won. */
export function largestCompany(ceilings: readonly Ceiling[]): bigint {
  const used = ceilings.filter(({ key }) => key.startsWith('company/')).map((ceiling) => ceiling.used);
  return used.reduce((most, sum) => (sum > most ? sum : most), 0n);
}
