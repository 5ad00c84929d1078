import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/bench/compare.js';
import type { Comparisons } from '../../src/bench/comparisons.js';
import type { LastMinuteFigures } from '../../src/bench/last-minute.js';
import { FULL, QUICK, readOptions } from '../../src/bench/options.js';
import { lastMinuteLines, reportOf } from '../../src/bench/report.js';
import { UsageError } from '../../src/server/settings.js';

const KB = 1024;
const figures = { calls: 10, p50: 8, p95: 9, p99: 10, perSecond: 100 };

function compared(concurrency: number, p50Ratio: number, rateRatio: number): Comparison {
  const bare = { ...figures, cpuMs: { temporal: 5, api: 0 } };
  const ours = { ...figures, cpuMs: { temporal: 6, api: 3 } };
  return { concurrency, ours, bare, p50Ratio, rateRatio, rateRatios: [rateRatio] };
}

function both(p50Ratio: number, rateRatio: number): Comparisons {
  return { oneByOne: compared(1, p50Ratio, 1), atOnce: compared(32, 1, rateRatio) };
}

function lastMinuteAt(perSecond: number): LastMinuteFigures {
  const there = { ...figures, perSecond, begun: 8, received: 2, allBegunMs: 1_500 };
  return { concurrency: 64, there, away: { ...there, begun: 0, received: 10 } };
}

function report(measured: {
  p50: number;
  rate: number;
  residentKb: number;
  pageMs: number;
  applications?: number;
}): string[] {
  const replay = { histories: 10, events: 300, historiesPerSecond: 5, eventsPerSecond: 150 };
  const ratios = both(measured.p50, measured.rate);
  const memory = { heap: 100 * KB, resident: measured.residentKb * KB };
  const results = {
    machine: {
      cores: 2,
      model: 'a core',
      memoryGb: 8,
      system: 'linux x64',
      node: 'v20',
      flushMs: 1,
      load: 0,
    },
    ...{ temporal: ratios, evaluation: ratios, approval: ratios, late: 0 },
    page: { projects: 1_000, kilobytes: 500, read: { ...figures, p50: measured.pageMs } },
    memory: { workflows: 500, ours: memory, bare: { heap: 50 * KB, resident: 80 * KB } },
    bundle: { ours: 2_000 * KB, bare: 1_000 * KB },
    lastMinute: lastMinuteAt(measured.applications ?? 50),
    replay: { ours: replay, bare: { ...replay, eventsPerSecond: 300 } },
  };
  return reportOf(results, FULL).split('\n');
}

describe('the report of a run', () => {
  test('puts each ratio beside its aim, and says that it was met', () => {
    const lines = report({ p50: 1.5, rate: 0.7, residentKb: 600, pageMs: 49.9 });
    expect(lines).toContain('  p50 one by one      1.50 × bare; aim: at most 1.5, met');
    expect(lines).toContain('  rate at 32          0.70 × bare; aim: at least 0.7, met; by round 0.70');
    expect(lines.filter((line) => line.endsWith(', met') && /^(PAGE|MEMORY)/.test(line))).toHaveLength(2);
    expect(lines.join('\n')).not.toContain('missed');
  });

  test('says as plainly what was missed', () => {
    const lines = report({ p50: 1.51, rate: 0.69, residentKb: 601, pageMs: 50, applications: 49.9 });
    expect(lines.filter((line) => line.includes('missed'))).toHaveLength(8);
    expect(lines.join('\n')).not.toMatch(/\bmet\b/);
  });

  test('says how many applications a minute are received, with Temporal there and away', () => {
    const lines = lastMinuteLines(lastMinuteAt(40)).map((line) => line.trim());
    expect(lines).toContain(
      '8 answered by a project that had begun, 2 by a receipt; all had begun 1.5 s after the first; 2400 a minute, missed',
    );
    expect(lines).toContain(
      '0 answered by a project that had begun, 10 by a receipt; all had begun 1.5 s after its return; 2400 a minute, missed',
    );
  });

  test('says which process took how much time for one call, and leaves out those that took none', () => {
    const lines = report({ p50: 1, rate: 1, residentKb: 1, pageMs: 1 });
    expect(lines).toContain('  processor time each    9.0 ms: temporal 6.0, api 3.0');
    expect(lines).toContain('  and each bare one      5.0 ms: temporal 5.0');
  });
});

describe('the command line', () => {
  test.each([
    [[], { sizes: FULL, isQuick: false, isJson: false, isLastMinuteOnly: false }],
    [['--quick'], { sizes: QUICK, isQuick: true, isJson: false, isLastMinuteOnly: false }],
    [['--json', '--quick'], { sizes: QUICK, isQuick: true, isJson: true, isLastMinuteOnly: false }],
    [['--last-minute'], { sizes: FULL, isQuick: false, isJson: false, isLastMinuteOnly: true }],
  ])('%j', (args, options) => {
    expect(readOptions(args)).toEqual(options);
  });

  test('--help measures nothing', () => {
    expect(readOptions(['--help'])).toBeUndefined();
  });

  test('what it does not know is refused', () => {
    expect(() => readOptions(['--slow'])).toThrow(UsageError);
    expect(() => readOptions(['32'])).toThrow(UsageError);
  });
});
