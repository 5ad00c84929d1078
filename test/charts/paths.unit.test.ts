import { describe, expect, test } from 'vitest';
import type { Chart, ChartState } from '../../src/charts/kernel/types.js';
import type { ProjectContextV2 } from '../../src/charts/project-v2/context.js';
import { charts } from '../../src/charts/registry.js';
import { branchesOf, leavesOf, nameOf } from './support/graph.js';
import { pathsOf, together } from './support/paths.js';
import type { Paths } from './support/paths.js';
import { PARTNER } from './support/people.js';
import { withStories } from './support/stories.js';
import { throwsUnfilled } from './support/unfilled.js';

/** Once the agreement is in force nothing asks any more whether a call selected the project. */
function isAgreed({ context }: ChartState): boolean {
  return Boolean((context as Partial<ProjectContextV2>).agreement?.inForceFrom);
}

/** A change that brings a partner, who signs it; a minor one; and one that a committee imposed. */
const CHANGES = [
  { partnerId: PARTNER },
  { importance: 'minor' },
  { imposedBy: 'special-evaluation', kind: 'goals' },
];

/** A chart's paths from all the beginnings between which it knows a difference. */
function walkedOf(chart: Chart): Paths {
  const { id, subject } = chart;
  if (subject === 'call') return together([pathsOf(chart), pathsOf(chart, { competition: 'roadmap' })]);
  if (subject === 'recovery')
    return together([pathsOf(chart), pathsOf(chart, { cause: 'sanction', stage: null, sources: [] })]);
  if (subject === 'change') return together(CHANGES.map((facts) => pathsOf(chart, facts)));
  // Two clinical stages show everything that more of them would.
  const own = subject === 'ecoBridgeProject' ? { entryStage: 'phase-1', targetStage: 'phase-2' } : {};
  if (!id.endsWith('Project.v2')) return pathsOf(chart, own);
  const called = { ...own, callId: 'call/2026/structured/selection' };
  return together([pathsOf(chart, own), pathsOf(chart, called, isAgreed)]);
}

describe.each(charts.map((chart) => [chart.id, chart] as const))('Along every path of %s', (_, chart) => {
  const walked = withStories(chart, walkedOf(chart));
  const states = new Set(walked.ends.map(({ to }) => to));

  test('every state is reached by something that people, the world or time really send', () => {
    const missing = leavesOf(chart).map(nameOf);
    expect(missing.filter((path) => !states.has(path))).toEqual([]);
  });

  test('every branch of every event, and of every date that passes, is taken', () => {
    expect(branchesOf(chart).filter((branch) => !walked.branches.has(branch))).toEqual([]);
  });

  test('every step is numbered, waits for its own dates only, moves whole won, and keeps no place beyond an end', () => {
    expect(walked.offences).toEqual([]);
  });

  test('no state is a trap: from each an end is reached', () => {
    expect(walked.trapped).toEqual([]);
  });

  test('asked what it would offer before a form is filled in, it answers everybody', () => {
    expect(throwsUnfilled(chart, walked.ends)).toEqual([]);
  });
});
