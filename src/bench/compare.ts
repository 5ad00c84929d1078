import { cpuBetween } from './cpu.js';
import type { CpuTimes } from './cpu.js';
import { figuresOf, measure, median } from './measure.js';
import type { Figures, Measured } from './measure.js';
import type { Side } from './sides.js';

/** How many rounds, how many requests of each side in a round, and how many of those under way at once. */
export interface Rounds {
  readonly rounds: number;
  readonly calls: number;
  readonly concurrency: number;
  /** Reads the processor time of everything that takes part. */
  readonly cpu: () => Promise<CpuTimes>;
}

/** A side's figures, and the milliseconds of processor time that one call took of each process. */
export interface SideFigures extends Figures {
  readonly cpuMs: CpuTimes;
}

/** Two sides measured in turns: their figures, and ours over the bare one's, each the median of the rounds' own ratios. */
export interface Comparison {
  readonly concurrency: number;
  readonly ours: SideFigures;
  readonly bare: SideFigures;
  readonly p50Ratio: number;
  readonly rateRatio: number;
  /** Each round's ratio of rates, to show how far they lie apart. */
  readonly rateRatios: readonly number[];
}

interface Run extends Measured {
  readonly cpu: CpuTimes;
}

/** What one round of both sides took. */
export interface Round {
  readonly ours: Run;
  readonly bare: Run;
}

/**
 * Measures two sides in turns on the same machine at the same time, so that what else the machine does meets both; who
 * begins changes from round to round. A round of each, not counted, comes first: caches are as warm as they would be.
 */
export async function compare(ours: Side, bare: Side, sizes: Rounds): Promise<Comparison> {
  await inTurns(ours, bare, sizes, 0);
  const taken: Round[] = [];
  for (let round = 1; round <= sizes.rounds; round += 1) taken.push(await inTurns(ours, bare, sizes, round));
  return comparisonOf(sizes.concurrency, taken);
}

/** The figures of rounds that were measured. */
export function comparisonOf(concurrency: number, taken: readonly Round[]): Comparison {
  const ratios = taken.map((round) => ratiosOf(figuresOf(round.ours), figuresOf(round.bare)));
  const rateRatios = ratios.map(({ rate }) => rate);
  return {
    concurrency,
    ours: sideFiguresOf(taken.map((round) => round.ours)),
    bare: sideFiguresOf(taken.map((round) => round.bare)),
    p50Ratio: median(ratios.map(({ p50 }) => p50)),
    rateRatio: median(rateRatios),
    rateRatios,
  };
}

async function inTurns(ours: Side, bare: Side, sizes: Rounds, round: number): Promise<Round> {
  if (round % 2 === 0) return { ours: await run(ours, sizes), bare: await run(bare, sizes) };
  const before = await run(bare, sizes);
  return { ours: await run(ours, sizes), bare: before };
}

async function run(side: Side, { calls, concurrency, cpu }: Rounds): Promise<Run> {
  const ready = await side.ready(calls);
  const before = await cpu();
  const measured = await measure(ready, concurrency);
  const after = await cpu();
  await side.after();
  return { ...measured, cpu: cpuBetween(before, after) };
}

function sideFiguresOf(runs: readonly Run[]): SideFigures {
  const figures = figuresOf(...runs);
  const cpuMs: Record<string, number> = {};
  for (const { cpu } of runs)
    for (const [name, ms] of Object.entries(cpu)) cpuMs[name] = (cpuMs[name] ?? 0) + ms / figures.calls;
  return { ...figures, cpuMs };
}

function ratiosOf(ours: Figures, bare: Figures): { p50: number; rate: number } {
  return { p50: ours.p50 / bare.p50, rate: ours.perSecond / bare.perSecond };
}
