import { loadEdition } from '../../program/load.js';
import type { Edition } from '../../program/types.js';
import { diceOf } from './dice.js';
import type { Dice } from './dice.js';
import { entrantsOf } from './entrants.js';
import type { Entrant, Firm } from './entrants.js';
import { proposalsOf } from './proposals.js';
import type { Proposal } from './proposals.js';

/** Everybody and everything that takes part in a rehearsal; the same for the same edition, seed and scale. */
export interface Cohort {
  readonly edition: Edition;
  readonly seed: number;
  /** 1 is the program as announced. */
  readonly scale: number;
  readonly dice: Dice;
  readonly proposals: readonly Proposal[];
  readonly entrants: readonly Entrant[];
  /** Each firm once, also where it applies twice. */
  readonly firms: readonly Firm[];
}

/** The cohort of a seed. Throws a plain Error for an edition that there isn't. */
export function cohortOf(editionId: string, seed: number, scale: number): Cohort {
  const edition = loadEdition(editionId);
  const dice = diceOf(seed);
  const proposals = proposalsOf(edition, dice);
  const entrants = entrantsOf({ edition, dice, scale, proposals });
  const firms = new Map(entrants.map(({ firm }) => [firm.companyId, firm]));
  return { edition, seed, scale, dice, proposals, entrants, firms: [...firms.values()] };
}
