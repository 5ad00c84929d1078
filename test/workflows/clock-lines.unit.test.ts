import { describe, expect, test } from 'vitest';
import type { ChartState } from '../../src/charts/kernel/types.js';
import { objectionV1 } from '../../src/charts/objection.v1.js';
import { trancheV1 } from '../../src/charts/tranche.v1.js';
import { clockLinesOf } from '../../workflows/clock-lines.js';
import { given, inState, reached } from '../charts/support/given.js';

const filed = reached(given('objection')).state;

describe('A case’s clocks', () => {
  test('go into the books with whose duty they are, and whether somebody’s move is waited for', () => {
    expect(clockLinesOf(objectionV1, filed)).toEqual([
      {
        ...{ clock: 'objection-decision', from: '2026-06-01T00:00:00.000Z', rule: 'civil' },
        ...{ due: '2026-07-01T14:59:59.999Z', whose: ['agency'], isPending: true },
        ...{ isProvisional: false, suspendedAt: null, overdueSince: null },
      },
    ]);
    const [underReview] = clockLinesOf(objectionV1, reached(inState('objection', 'underReview')).state) ?? [];
    expect(underReview?.isPending).toBe(true);
  });

  test('are waited for by nobody in a case that is over, or in a state that doesn’t ask for them', () => {
    const states: readonly ChartState[] = [
      { ...filed, done: true },
      { ...filed, value: 'decided' },
    ];
    for (const state of states)
      expect(clockLinesOf(objectionV1, state)).toMatchObject([
        { clock: 'objection-decision', isPending: false },
      ]);
  });

  test('say that they stand still, are overdue, or hang on days off that are only forecast', () => {
    const clock = (filed.context['clocks'] as Record<string, object>)['objection-decision'];
    const said = {
      ...{ suspended: { at: '2026-06-10T00:00:00.000Z', remaining: { unit: 'days', count: 20 } } },
      ...{ overdueSince: '2026-07-02T00:00:00.000Z', provisional: true },
    };
    const context = { ...filed.context, clocks: { 'objection-decision': { ...clock, ...said } } };
    expect(clockLinesOf(objectionV1, { ...filed, context })).toMatchObject([
      { suspendedAt: '2026-06-10T00:00:00.000Z', overdueSince: said.overdueSince, isProvisional: true },
    ]);
  });

  test('of a chart from before clocks were kept are nobody’s list', () => {
    expect(clockLinesOf(trancheV1, { ...filed, context: {} })).toBeUndefined();
  });
});
