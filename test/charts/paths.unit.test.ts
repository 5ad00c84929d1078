import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/charts/kernel/types.js';
import { charts } from '../../src/charts/registry.js';
import { branchesOf, leavesOf, nameOf } from './support/graph.js';
import { pathsOf, together } from './support/paths.js';
import { throwsUnfilled } from './support/unfilled.js';

const CALLED = { callId: 'call/2026/structured/selection' };

/** The beginnings from which a chart is walked: in a call and outside of one, where it knows the difference. */
function beginningsOf({ id, subject }: Chart): readonly object[] {
  if (subject === 'call') return [{}, { competition: 'roadmap' }];
  // Two clinical stages show everything that more of them would.
  const own = subject === 'ecoBridgeProject' ? { entryStage: 'phase-1', targetStage: 'phase-2' } : {};
  return id.endsWith('Project.v2') ? [own, { ...own, ...CALLED }] : [own];
}

describe.each(charts.map((chart) => [chart.id, chart] as const))('Along every path of %s', (_, chart) => {
  const walked = together(beginningsOf(chart).map((facts) => pathsOf(chart, facts)));
  const states = new Set(walked.ends.map(({ to }) => to));

  test('every state is reached by something that people, the world or time really send', () => {
    const missing = leavesOf(chart).map(nameOf);
    expect(missing.filter((path) => !states.has(path))).toEqual([]);
  });

  test('every branch of every event, and of every date that passes, is taken', () => {
    expect(branchesOf(chart).filter((branch) => !walked.branches.has(branch))).toEqual([]);
  });

  test('every step is numbered, waits for its own dates only, and moves whole won', () => {
    expect(walked.offences).toEqual([]);
  });

  test('no state is a trap: from each an end is reached', () => {
    expect(walked.trapped).toEqual([]);
  });

  test('asked what it would offer before a form is filled in, it answers everybody', () => {
    expect(throwsUnfilled(chart, walked.ends)).toEqual([]);
  });
});
