import { describe, expect, test } from 'vitest';
import { charts } from '../../src/charts/registry.js';
import type { Subject } from '../../src/contract/names.js';
import { everything, walk } from './support/walk.js';

const MOST_STEPS = 60_000;

describe.each(charts.map((chart) => [chart.id, chart] as const))('%s', (_, chart) => {
  const walked = walk(chart.subject as Subject, MOST_STEPS);
  const all = everything(chart);

  test('every state is reached by events that people, the world and time really send', () => {
    expect(all.states.filter((state) => !walked.states.has(state))).toEqual([]);
  });

  test('every branch of every event is taken', () => {
    expect(all.transitions.filter((one) => !walked.transitions.has(one))).toEqual([]);
  });

  test('every end is reached', () => {
    const ends = all.states.filter((path) => chart.machine.root.states[path]?.type === 'final');
    expect(ends.filter((end) => !walked.ends.has(end))).toEqual([]);
    expect(walked.steps).toBeLessThan(MOST_STEPS);
  });
});
