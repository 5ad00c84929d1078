import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { compare, comparisonOf } from '../../src/bench/compare.js';
import { figuresOf, measure, median } from '../../src/bench/measure.js';
import type { Call } from '../../src/bench/measure.js';
import type { Side } from '../../src/bench/sides.js';

describe('figures', () => {
  test('a percentile is the least of the times that the share is not above', () => {
    const each = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(figuresOf({ each, wallMs: 1_000 })).toEqual({
      calls: 100,
      p50: 50,
      p95: 95,
      p99: 99,
      perSecond: 100,
    });
  });

  test('of one call is every percentile that call', () => {
    expect(figuresOf({ each: [7], wallMs: 10 })).toEqual({
      calls: 1,
      p50: 7,
      p95: 7,
      p99: 7,
      perSecond: 100,
    });
  });

  test('several runs count together: their calls over the sum of their time', () => {
    const runs = [
      { each: [1, 2], wallMs: 100 },
      { each: [3, 4], wallMs: 300 },
    ];
    expect(figuresOf(...runs)).toMatchObject({ calls: 4, p50: 2, p99: 4, perSecond: 10 });
  });

  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[5], 5],
  ])('the median of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('a run', () => {
  test('makes every call once, with as many under way at once as are wanted and no more', async () => {
    let underWay = 0;
    const seen: number[] = [];
    const call: Call = async () => {
      underWay += 1;
      seen.push(underWay);
      await sleep(5);
      underWay -= 1;
    };
    const { each, wallMs } = await measure(
      Array.from({ length: 12 }, () => call),
      4,
    );
    expect(seen).toHaveLength(12);
    expect(Math.max(...seen)).toBe(4);
    expect(each).toHaveLength(12);
    expect(wallMs).toBeGreaterThan(Math.max(...each) - 1);
  });

  test('ends with the failure of a call', async () => {
    await expect(measure([() => Promise.reject(new Error('refused'))], 2)).rejects.toThrow('refused');
  });
});

describe('two sides in turns', () => {
  const sizes = { rounds: 2, calls: 3, concurrency: 1, cpu: async () => ({ worker: clock, api: 2 * clock }) };
  let clock = 0;

  function side(name: string, said: string[], cpuMs: number): Side {
    const call: Call = async () => {
      clock += cpuMs;
      await sleep(cpuMs);
    };
    return {
      ready: async (count) => {
        said.push(name);
        return Array.from({ length: count }, () => call);
      },
      after: async () => void said.push(`after ${name}`),
    };
  }

  test('take turns in beginning, and the first round of each is not counted', async () => {
    const said: string[] = [];
    const { ours, bare, rateRatios } = await compare(side('ours', said, 4), side('bare', said, 2), sizes);
    const round = (first: string, second: string): string[] => [
      ...[first, `after ${first}`],
      ...[second, `after ${second}`],
    ];
    expect(said).toEqual([...round('ours', 'bare'), ...round('bare', 'ours'), ...round('ours', 'bare')]);
    expect([ours.calls, bare.calls, rateRatios.length]).toEqual([6, 6, 2]);
  });

  test('each have the processor time of their own calls', async () => {
    const { ours, bare } = await compare(side('ours', [], 4), side('bare', [], 2), sizes);
    expect(ours.cpuMs).toEqual({ worker: 4, api: 8 });
    expect(bare.cpuMs).toEqual({ worker: 2, api: 4 });
  });

  test('are compared round by round, so that a round on a busy machine counts no more than another', () => {
    const run = (each: number, wallMs: number) => ({ each: [each, each], wallMs, cpu: { worker: each } });
    const { ours, bare, p50Ratio, rateRatio, rateRatios } = comparisonOf(32, [
      { ours: run(20, 20), bare: run(10, 10) },
      { ours: run(900, 900), bare: run(300, 300) },
      { ours: run(40, 40), bare: run(20, 20) },
    ]);
    expect([p50Ratio, rateRatio]).toEqual([2, 0.5]);
    expect(rateRatios.map((ratio) => ratio.toFixed(2))).toEqual(['0.50', '0.33', '0.50']);
    expect([ours.p50, bare.p50]).toEqual([40, 20]);
    expect([ours.cpuMs, bare.cpuMs]).toEqual([{ worker: 160 }, { worker: 55 }]);
  });
});
