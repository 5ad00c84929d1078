import { describe, expect, test } from 'vitest';
import { effects } from '../../src/charts/effects.js';
import type { Chart } from '../../src/charts/kernel/types.js';
import { chartOf, charts, latestOf, registered } from '../../src/charts/registry.js';
import { trancheV1 } from '../../src/charts/tranche.v1.js';
import { SUBJECTS } from '../../src/contract/names.js';
import { notices } from '../../src/contract/notices.js';
import { tendingNotices } from '../../src/contract/notices-clocks.js';
import { actionsOf, everywhere, isOrder, noticesOf } from './support/named.js';
import { offencesOf } from './support/offences.js';
import { lawless } from './support/lawless.js';

describe('The registry', () => {
  test('knows a chart by its version, and the latest of each subject', () => {
    expect(chartOf('tranche.v1')).toBe(trancheV1);
    expect(SUBJECTS.map((subject) => latestOf(subject).subject)).toEqual([...SUBJECTS]);
  });

  test('says which charts there are when asked for another', () => {
    expect(() => chartOf('tranche.v9')).toThrow(/no chart tranche\.v9.*tranche\.v1/);
    expect(() => latestOf('weather')).toThrow(/no chart for weather/);
  });

  test('refuses two charts of one name', () => {
    expect(() => registered([trancheV1, trancheV1])).toThrow(/two charts are called tranche\.v1/);
  });

  test('of two versions gives the later to new subjects', () => {
    const all = registered([trancheV1, { ...trancheV1, id: 'tranche.v2' } as Chart]);
    expect([...all.keys()]).toEqual(['tranche.v1', 'tranche.v2']);
  });
});

describe('Every released chart keeps the rules of all charts', () => {
  test.each(charts.map((chart) => [chart.id, chart] as const))('%s', (_, chart) => {
    expect(offencesOf(chart)).toEqual([]);
  });

  test('no order and no notice is in a catalogue for nothing', () => {
    const ordered = charts.flatMap((chart) =>
      everywhere(chart, actionsOf).flatMap(([, action]) =>
        typeof action !== 'string' && isOrder(chart, action) ? [action.type] : [],
      ),
    );
    expect(Object.keys(effects).filter((name) => !ordered.includes(name))).toEqual([]);
    const sent = [...charts.flatMap(noticesOf), ...Object.values<string>(tendingNotices)];
    expect(Object.keys(notices).filter((name) => !sent.includes(name))).toEqual([]);
  });
});

describe('A chart that keeps none of them', () => {
  test('is told everything at once', () => {
    expect(offencesOf(lawless)).toEqual([
      "begun names the guard isNobody, which there isn't",
      'begun has a guard without a name',
      'begun has an action without a name',
      "begun names the action payWhoeverAsks, which there isn't",
      "trap names the delay 1000, which there isn't",
      'evidence of isSomebodyElse, which is no guard',
      'trap has no words',
      'SEND has no words',
      'the refusal isNobody has no words',
      'what to do about isNobody has no words',
      'the notice somethingHappened has no words',
      'nothing leads to island',
      'there is no way out of trap',
      'the order doMagic is not in the catalogue',
      'SEND has no schema',
      'begun awaits finance, who can do nothing',
    ]);
  });
});
