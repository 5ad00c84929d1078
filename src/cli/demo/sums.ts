import type { Sums } from './record.js';

/** The money that one project moved, by kind, in whole won. */
export interface Moved {
  readonly committed: bigint;
  readonly released: bigint;
  readonly returned: bigint;
}

/** A project's line of the statement, in whole won as digits. */
export interface Line {
  readonly committed: string;
  readonly released: string;
  readonly returned: string;
}

/** What the statement says that a project moved: bound by the agreement, paid out by tranches, given back by the firm. */
export function movedIn(lines: readonly Line[]): Moved {
  const sum = (kind: keyof Line): bigint => lines.reduce((total, line) => total + BigInt(line[kind]), 0n);
  return { committed: sum('committed'), released: sum('released'), returned: sum('returned') };
}

/** The sums over all projects, in whole won as digits. */
export function sumsOf(all: readonly Moved[]): Sums {
  const total = (kind: keyof Moved): string => all.reduce((sum, moved) => sum + moved[kind], 0n).toString();
  return { committed: total('committed'), released: total('released'), returned: total('returned') };
}
