import { describe, expect, test } from 'vitest';
import type { Chart, ChartEvent } from '../../src/charts/kernel/types.js';
import { chartOf, charts } from '../../src/charts/registry.js';
import type { Subject } from '../../src/contract/names.js';
import { begun } from './support/beginnings.js';
import { definitionOf } from './support/definition.js';
import { reached } from './support/given.js';
import { checksumsOf, goldenOf, led, record } from './support/golden.js';
import { GOLDEN_FACTS, GOLDEN_LIVES } from './support/golden-lives.js';
import { essence } from './support/sources.js';

const RULE =
  'A released chart is frozen: the projects that follow it follow it to their end. A change is a new file vN+1 beside ' +
  'it, with copies of the fragments that change (docs/development.md); what stands recorded in test/charts/golden is never edited.';

const MISSING =
  'The chart has no record. Before its release make one: RECORD_GOLDEN=1 npx vitest run --project unit test/charts/frozen';

/** The eventful life of a chart as events, each made in the case as the one before left it. */
function lifeOf(chart: Chart): { readonly input: object; readonly events: ChartEvent[] } {
  const subject = chart.subject as Subject;
  const own = GOLDEN_FACTS[subject] ?? {};
  const { facts, first } = begun(subject, own);
  const moves = GOLDEN_LIVES[subject];
  const events = moves.map((move, index) =>
    move(reached({ subject, facts: own, moves: moves.slice(0, index) })),
  );
  return { input: facts, events: [first.event, ...events] };
}

describe.each(charts.map((chart) => [chart.id, chart] as const))('%s is as it was released', (_, chart) => {
  if (process.env['RECORD_GOLDEN'] && !goldenOf(chart)) {
    const { input, events } = lifeOf(chart);
    record(chart, { ...input }, events);
  }
  const golden = goldenOf(chart);
  if (!golden) throw new Error(MISSING);

  test('in its definition', () => {
    expect(checksumsOf(chart).definition, RULE).toBe(golden.definition);
  });

  test('in every file that it is made of', () => {
    expect(checksumsOf(chart).sources, RULE).toEqual(golden.sources);
  });

  test('in where it leads, what it knows, what it waits for and what it orders, all through a life', () => {
    const now = led(
      chart,
      golden.input,
      golden.life.map(({ event }) => event),
    );
    expect(now, RULE).toEqual(golden.life.map((step) => step.led));
  });

  test('and that life has an end', () => {
    const isEventful = Math.min(16, Object.keys(chart.events).length);
    expect(golden.life.length).toBeGreaterThanOrEqual(isEventful);
    expect(golden.life.at(-1)?.led.waitsFor).toEqual([]);
  });
});

describe('What freezes a chart', () => {
  test('is what it does: a comment, a line break or a label may be mended', () => {
    const one = "const a = {\n  meta: known('신청됨', 'Submitted', 'officer'), // why\n};\n";
    const other = "/** Now it is said. */\nconst a = { meta: known('신청 접수', 'Received', 'officer') };";
    expect(essence(one)).toBe(essence(other));
  });

  test.each([
    ["guard: 'isOfficer'", "guard: 'isCommittee'"],
    ['due <= at', 'due < at'],
    ["known('가', 'A', 'officer')", "known('가', 'A', 'finance')"],
    ["'a // b'", "'a // c'"],
    ['`${a} ${b}`', '`${a}${b}`'],
    ['return a', 'returna'],
  ])('%s is not %s', (one, other) => {
    expect(essence(one)).not.toBe(essence(other));
  });

  test('is also by whom its events may be sent, and its guards’ params', () => {
    const chart = chartOf('tranche.v1');
    const forged = { ...chart.events['PAYMENT_CONFIRMED'], source: 'public' } as Chart['events'][string];
    const open = { ...chart, events: { ...chart.events, PAYMENT_CONFIRMED: forged } };
    expect(definitionOf(open)).not.toBe(definitionOf(chart));
    expect(definitionOf(chartOf('ecoBridgeProject.v1'))).toContain(
      '{"type":"wasHeldIn","params":{"state":"gateHold"}}',
    );
    expect(definitionOf(chart)).not.toContain('label');
  });
});
