/** One request to be timed. */
export type Call = () => Promise<unknown>;

/** What a run of many calls took: each call's milliseconds, and the milliseconds of the whole. */
export interface Measured {
  readonly each: readonly number[];
  readonly wallMs: number;
}

/** The figures of a run: percentiles in milliseconds and calls a second. */
export interface Figures {
  readonly calls: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly perSecond: number;
}

/** Runs every call with at most `concurrency` under way at once, and times each. */
export async function measure(calls: readonly Call[], concurrency: number): Promise<Measured> {
  const each: number[] = [];
  const queue = calls.values();
  const began = performance.now();
  const runner = async (): Promise<void> => {
    for (const call of queue) {
      const start = performance.now();
      await call();
      each.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, runner));
  return { each, wallMs: performance.now() - began };
}

/** Percentiles and rate of one run, or of several taken together. */
export function figuresOf(...runs: readonly Measured[]): Figures {
  const sorted = runs.flatMap(({ each }) => each).sort((a, b) => a - b);
  const wallMs = runs.reduce((sum, run) => sum + run.wallMs, 0);
  return {
    calls: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    perSecond: (sorted.length * 1000) / wallMs,
  };
}

/** The value in the middle, or between the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

// The least value that this share of all is not above (nearest rank).
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
