import { and, assign, setup } from 'xstate';
import type { Chart, ChartEvent } from '../../../src/charts/kernel/types.js';

interface ToyContext {
  readonly openedAt: string;
  readonly windowMs: number;
  readonly stage: number;
  readonly notes: readonly string[];
}

const label = { ko: '시험', en: 'Trial' };

const toy = setup({
  types: { context: {} as ToyContext, events: {} as ChartEvent, input: {} as ToyContext },
  guards: {
    isOfficer: ({ event }) => event.by.role === 'officer',
    isWithinWindow: ({ context, event }) =>
      Date.parse(event.receivedAt) <= Date.parse(context.openedAt) + context.windowMs,
  },
  actions: {
    note: assign({
      notes: ({ context, event }) => [...context.notes, String(event.data?.['text'] ?? event.type)].slice(-9),
    }),
    nextStage: assign({ stage: ({ context }) => context.stage + 1 }),
    ring: () => undefined,
  },
  // From the opening on, whenever it is asked for: a window that is entered anew doesn't grow.
  delays: {
    window: ({ context, event }) =>
      Date.parse(context.openedAt) + context.windowMs - Date.parse(event.at ?? context.openedAt),
  },
});

/** A toy machine with everything that ChartRun must carry: a window, an effect with a reply, a stage, an end. */
export const toyChart: Chart = {
  id: 'toy.v1',
  subject: 'toy',
  label,
  events: {
    NOTE: { label, source: 'public' },
    RING: { label, source: 'public' },
    HUSH: { label, source: 'public' },
    NEXT: { label, source: 'public' },
    CLOSE: { label, source: 'public' },
    FINISH: { label, source: 'public' },
    RANG: { label, source: 'reply' },
    WIND: { label, source: 'announced' },
    STORM: { label, source: 'announced' },
    GUST: { label, source: 'announced' },
  },
  evidence: { isWithinWindow: ({ event }) => ({ receivedAt: event.receivedAt }) },
  machine: toy.createMachine({
    id: 'toy.v1',
    context: ({ input }) => input,
    initial: 'open',
    states: {
      open: {
        after: { window: { target: 'expired' } },
        on: {
          NOTE: { guard: and(['isOfficer', 'isWithinWindow']), actions: 'note' },
          NEXT: { guard: 'isOfficer', target: 'open', reenter: true, actions: 'nextStage' },
          RING: { guard: 'isOfficer', target: 'ringing' },
          CLOSE: { guard: 'isOfficer', target: 'shut' },
          FINISH: { guard: and(['isOfficer', 'isWithinWindow']), target: 'finished' },
          WIND: { actions: 'note' },
          GUST: { actions: ['note', 'ring'] },
        },
      },
      ringing: {
        entry: 'ring',
        on: { RANG: { target: 'open', actions: 'note' }, HUSH: { guard: 'isOfficer', target: 'open' } },
      },
      shut: { on: { NEXT: { guard: 'isOfficer', target: 'open', actions: 'nextStage' } } },
      finished: { type: 'final' },
      expired: { type: 'final' },
    },
  }),
};
