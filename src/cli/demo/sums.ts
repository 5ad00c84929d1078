import type { Sums } from './record.js';

/** The money that one project moved, by kind, in whole won. */
export interface Moved {
  readonly committed: bigint;
  readonly released: bigint;
  readonly returned: bigint;
}

/** An account's two sides in whole won, as digits. */
export interface Account {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
}

/** What a project's own accounts say that it moved: bound by the agreement, paid out by tranches, given back by the firm. */
export function movedIn(accounts: readonly Account[]): Moved {
  const sum = (prefix: string, side: 'debit' | 'credit'): bigint =>
    accounts
      .filter(({ account }) => account === prefix || account.startsWith(`${prefix}/`))
      .reduce((total, account) => total + BigInt(account[side]), 0n);
  return {
    committed: sum('year', 'credit'),
    released: sum('tranche', 'debit'),
    returned: sum('company', 'credit'),
  };
}

/** The sums over all projects, in whole won as digits. */
export function sumsOf(all: readonly Moved[]): Sums {
  const total = (kind: keyof Moved): string => all.reduce((sum, moved) => sum + moved[kind], 0n).toString();
  return { committed: total('committed'), released: total('released'), returned: total('returned') };
}
