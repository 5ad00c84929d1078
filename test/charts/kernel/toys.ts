import { and, assign, setup } from 'xstate';
import { order } from '../../../src/charts/effects.js';
import type { Chart, ChartEvent, EventMeta, StateMeta } from '../../../src/charts/kernel/types.js';
import { SYSTEM } from '../../../src/charts/kernel/types.js';

interface Toy {
  readonly seats: number;
  readonly openMs: number;
}

interface Asked {
  readonly context: Toy;
  readonly event: ChartEvent;
}

const label = { ko: '장난감', en: 'Toy' };
const known: StateMeta = { label, awaits: [] };
const meta: EventMeta = { label, source: 'public' };

const machine = setup({
  types: { context: {} as Toy, events: {} as ChartEvent, input: {} as Toy },
  guards: {
    hasSeats: ({ context }: Asked) => context.seats > 0,
    isAtLeast: ({ context }: Asked, { seats }: { readonly seats: number }) => context.seats >= seats,
    isSystem: ({ event }: Asked) => event.by.role === 'system',
  },
  actions: {
    takeSeat: assign(({ context }: Asked) => ({ seats: context.seats - 1 })),
    ring: order<{ readonly left: number }>(),
    sweep: order<undefined>(),
  },
  delays: {
    closingTime: ({ context }: Asked) => context.openMs,
    lastOrders: ({ context }: Asked) => context.openMs - 1_000,
  },
}).createMachine({
  id: 'toy.v1',
  context: ({ input }) => input ?? { seats: 0, openMs: 0 },
  initial: 'open',
  states: {
    open: {
      meta: known,
      initial: 'quiet',
      after: { closingTime: { target: 'closed', actions: 'sweep' } },
      on: {
        LEAVE: { target: 'closed' },
        BOOK: [
          { guard: and(['isSystem', { type: 'isAtLeast', params: { seats: 5 } }]), target: '.busy' },
          { guard: and(['hasSeats', { type: 'isAtLeast', params: { seats: 3 } }]), target: '.busy' },
        ],
      },
      states: {
        quiet: {
          meta: known,
          after: { lastOrders: { target: 'busy' } },
          on: {
            SIT: {
              guard: 'hasSeats',
              target: 'busy',
              actions: ['takeSeat', { type: 'ring', params: ({ context }) => ({ left: context.seats }) }],
            },
            RING: { actions: { type: 'ring', params: { left: 0 } } },
            STAND: [
              { guard: 'isSystem', target: 'busy' },
              { guard: { type: 'isAtLeast', params: { seats: 9 } } },
            ],
          },
        },
        busy: { meta: known, on: { CALM: { target: 'quiet' } } },
      },
    },
    closed: { type: 'final', meta: known },
  },
});

/** A toy of a chart: groups, dates, guards with params, an event of two branches, orders, an end. */
export const toy: Chart = {
  ...{ id: 'toy.v1', subject: 'toy', label, machine },
  events: { OPEN: meta, SIT: meta, RING: meta, STAND: meta, CALM: meta, LEAVE: meta, BOOK: meta },
  evidence: { hasSeats: ({ context }) => ({ seats: String((context as unknown as Toy).seats) }) },
};

/** When the toy's day begins. */
export const NOW = '2026-06-01T00:00:00.000Z';

/** Somebody does something to the toy; the service itself where nobody else is named. */
export function happens(type: string, over: Partial<ChartEvent> = {}): ChartEvent {
  return { type, by: SYSTEM, at: NOW, receivedAt: NOW, data: {}, ...over };
}
