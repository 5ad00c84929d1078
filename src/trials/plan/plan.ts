import { diceOf } from '../../rehearsal/cohort/dice.js';
import type { Dice } from '../../rehearsal/cohort/dice.js';
import { FAULT_NAMES } from '../../sandbox/faults.js';
import type { FaultName } from '../../sandbox/faults.js';
import { AFTER_UNKNOWN, POINTS, TARGETS } from './points.js';
import type { Strike } from './points.js';

/**
 * What people do in a trial: `usual`, two first or two second approvers in the same millisecond, the first approver's role
 * `revoked` before the second approval, or two tranches at once where the company's `ceiling` has room for one.
 */
export const SCENES = ['usual', 'twoFirst', 'twoSecond', 'revoked', 'ceiling'] as const;
export type Scene = (typeof SCENES)[number];

/** One trial: who does what, what is killed when, and what the portal does with the orders, in turn. */
export interface Trial {
  readonly no: number;
  readonly scene: Scene;
  readonly strikes: readonly Strike[];
  readonly portal: readonly FaultName[];
}

// Of 50 trials these; the rest are usual. A few trials have one of each.
const IN_FIFTY: readonly Scene[] = [
  ...(['ceiling', 'revoked', 'twoFirst', 'twoSecond'] as const),
  ...(['twoFirst', 'twoSecond', 'revoked'] as const),
];
const SECOND_STRIKE = 0.15;
const PORTAL_FAULT = 0.3;

/** Those after which only the portal's book says whether it has paid. */
const LEAVES_UNKNOWN: readonly FaultName[] = ['queue', 'hang', 'failBefore'];

const EVERY_STRIKE: readonly Strike[] = POINTS.flatMap((point) =>
  TARGETS.map((target) => ({ point, target })),
);

/** The trials of a seed: the same seed, the same trials; every point meets every target about equally often. */
export function trialsOf(seed: number, count: number): Trial[] {
  const dice = diceOf(seed);
  return Array.from({ length: count }, (_, index) => trialOf(dice, index));
}

function trialOf(dice: Dice, index: number): Trial {
  const no = index + 1;
  const first = inTurn(dice, EVERY_STRIKE, index, 'strike');
  const second = dice.pick(EVERY_STRIKE, 'second strike', no);
  const isTwice = second.point !== first.point && dice.chance(SECOND_STRIKE, 'struck twice', no);
  const strikes = isTwice ? [first, second] : [first];
  return { no, scene: IN_FIFTY[index % 50] ?? 'usual', strikes, portal: portalOf(dice, strikes, index) };
}

function portalOf(dice: Dice, strikes: readonly Strike[], index: number): FaultName[] {
  if (strikes.some(({ point }) => AFTER_UNKNOWN.includes(point)))
    return [dice.pick(LEAVES_UNKNOWN, 'leaves unknown', index)];
  return dice.chance(PORTAL_FAULT, 'portal', index) ? [inTurn(dice, FAULT_NAMES, index, 'fault')] : [];
}

/** One after the other, in a new order each time that all of them have been taken. */
function inTurn<T>(dice: Dice, all: readonly T[], index: number, what: string): T {
  const round = Math.floor(index / all.length);
  const rank = new Map(all.map((one, at) => [one, dice.draw(what, round, at)]));
  const ordered = [...all].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return ordered[index % all.length] as T;
}
