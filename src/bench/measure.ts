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
export async function measure(
  calls: readonly (() => Promise<unknown>)[],
  concurrency: number,
): Promise<Measured> {
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

/** Percentiles and rate of a run. */
export function figuresOf({ each, wallMs }: Measured): Figures {
  const sorted = [...each].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    calls: each.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    perSecond: (each.length * 1000) / wallMs,
  };
}
