import { refusalOf } from '../../../src/charts/kernel/refusal.js';
import type { Chart, Step } from '../../../src/charts/kernel/types.js';
import { EVERYBODY } from './people.js';

const SAMPLES = 5;

/**
 * Where a chart throws instead of answering: asked in every state, for everybody and every event, what it would offer
 * before a form is filled in.
 */
export function throwsUnfilled(chart: Chart, ends: readonly Step[]): string[] {
  const inState = new Map<string, Step[]>();
  for (const end of ends) inState.set(end.to, [...(inState.get(end.to) ?? []), end]);
  const asked = [...inState.values()].flatMap((some) => some.slice(0, SAMPLES));
  return asked.flatMap((end) => asking(chart, end).map((what) => `${end.to}: ${what}`));
}

function asking(chart: Chart, { state, event: { at } }: Step): string[] {
  return Object.keys(chart.events).flatMap((type) =>
    EVERYBODY.flatMap((by) => {
      try {
        refusalOf(chart, state, { type, by, at, receivedAt: at });
        return [];
      } catch (error) {
        return [`${type} of ${by.role}: ${String(error)}`];
      }
    }),
  );
}
