import type { Struck } from '../director/moments.js';
import { POINTS, TARGETS } from '../plan/points.js';
import type { Point, Target } from '../plan/points.js';
import { SCENES } from '../plan/plan.js';
import type { Scene, Trial } from '../plan/plan.js';
import { FAULT_NAMES } from '../../sandbox/faults.js';
import type { FaultName } from '../../sandbox/faults.js';
import type { Check } from './checks.js';
import type { Evidence } from './evidence.js';

/** How long each part took, in seconds. */
export interface Seconds {
  readonly preparing: number;
  readonly playing: number;
  readonly all: number;
}

/** What the trials come to: how much was tried, what was struck, how it ended, and what holds. */
export interface TrialsReport {
  readonly count: number;
  readonly seed: number;
  readonly seconds: Seconds;
  readonly scenes: Readonly<Record<Scene, number>>;
  /** How often each target was killed; one kill strikes every trial that was at its moment. */
  readonly kills: Readonly<Record<Target, number>>;
  /** How many trials were struck, by the moment and what was killed. */
  readonly struck: Readonly<Record<Point, Readonly<Record<Target, number>>>>;
  /** How many trials met a fault of the portal, by the fault. */
  readonly portalFaults: Readonly<Record<FaultName, number>>;
  /** How many planned strikes came to nothing: at their moment their process died of another one. */
  readonly overtaken: number;
  /** How often a process ended though nobody had killed it. */
  readonly falls: Readonly<Record<string, number>>;
  readonly askedAgain: number;
  readonly tranches: number;
  readonly released: number;
  /** Whole won, as digits. */
  readonly releasedWon: string;
  readonly payments: number;
  readonly checks: readonly Check[];
}

/** What is known once everything is over. */
export interface Findings {
  readonly seed: number;
  readonly trials: readonly Trial[];
  readonly seconds: Seconds;
  readonly struck: readonly Struck[];
  readonly kills: TrialsReport['kills'];
  readonly overtaken: number;
  readonly falls: TrialsReport['falls'];
  readonly askedAgain: number;
  readonly evidence: Evidence;
  readonly checks: readonly Check[];
}

/** The report of what was found. */
export function reportOf(found: Findings): TrialsReport {
  const { seed, trials, seconds, struck, kills, overtaken, falls, askedAgain, evidence, checks } = found;
  const released = evidence.tranches.filter(({ state }) => state === 'released');
  return {
    ...{ count: trials.length, seed, seconds, kills, overtaken, falls, askedAgain, checks },
    scenes: tally(SCENES, (scene) => trials.filter((trial) => trial.scene === scene).length),
    struck: tally(POINTS, (point) =>
      tally(TARGETS, (target) => struck.filter((one) => one.point === point && one.target === target).length),
    ),
    portalFaults: tally(FAULT_NAMES, (fault) => trials.filter(({ portal }) => portal.includes(fault)).length),
    tranches: evidence.tranches.length,
    released: released.length,
    releasedWon: String(released.reduce((sum, { posted }) => sum + posted, 0n)),
    payments: evidence.payments.length,
  };
}

function tally<Name extends string, Value>(
  names: readonly Name[],
  count: (name: Name) => Value,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, count(name)])) as Record<Name, Value>;
}
