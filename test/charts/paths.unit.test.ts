import { describe, expect, test } from 'vitest';
import { charts } from '../../src/charts/registry.js';
import type { Subject } from '../../src/contract/names.js';
import { branchesOf, leavesOf, nameOf } from './support/graph.js';
import { pathsOf, together } from './support/paths.js';
import { throwsUnfilled } from './support/unfilled.js';

// Two clinical stages show everything that more of them would.
const FACTS: Readonly<Record<string, readonly object[]>> = {
  ecoBridgeProject: [{ entryStage: 'phase-1', targetStage: 'phase-2' }],
  call: [{}, { competition: 'roadmap' }],
};

describe.each(charts.map((chart) => [chart.id, chart] as const))('Along every path of %s', (_, chart) => {
  const beginnings = FACTS[chart.subject] ?? [{}];
  const walked = together(beginnings.map((facts) => pathsOf(chart.subject as Subject, facts)));
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
