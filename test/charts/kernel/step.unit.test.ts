import { describe, expect, test } from 'vitest';
import { begin, pathOf, snapshotOf, step } from '../../../src/charts/kernel/step.js';
import type { Chart, ChartEvent } from '../../../src/charts/kernel/types.js';
import { happens, toy } from './toys.js';

const opened = begin(toy, { seats: 2, openMs: 60_000 }, happens('OPEN'));
const seated = step(toy, opened.state, happens('SIT', { at: '2026-06-01T00:00:10.000Z' }));

describe('A beginning', () => {
  test('is row number one, and comes from nowhere', () => {
    expect(opened).toMatchObject({ from: null, to: 'open.quiet', state: { seq: 1, done: false } });
    expect(opened.state.context).toEqual({ seats: 2, openMs: 60_000 });
  });

  test('waits for the dates of its state and of the groups around it, counted from its event', () => {
    expect(opened.state.deadlines).toEqual({
      'xstate.after.closingTime.toy.v1.open': { name: 'closingTime', due: '2026-06-01T00:01:00.000Z' },
      'xstate.after.lastOrders.toy.v1.open.quiet': { name: 'lastOrders', due: '2026-06-01T00:00:59.000Z' },
    });
  });

  test('counts from its receipt, though it came later: a chart is told no other instant then', () => {
    const late = happens('OPEN', { at: '2026-06-01T00:10:00.000Z' });
    const { deadlines } = begin(toy, { seats: 2, openMs: 60_000 }, late).state;
    expect(Object.values(deadlines).map(({ due }) => due)).toEqual([
      '2026-06-01T00:01:00.000Z',
      '2026-06-01T00:00:59.000Z',
    ]);
  });

  test('with nothing to begin with is a defect', () => {
    expect(() => begin(toy, undefined, happens('OPEN'))).toThrow(/toy\.v1 can't begin with nothing/);
  });

  test('is the same every time it is asked for', () => {
    expect(begin(toy, { seats: 2, openMs: 60_000 }, happens('OPEN'))).toEqual(opened);
  });
});

describe('A step', () => {
  test('says where it comes from, where it leads, and takes the next number', () => {
    expect(seated).toMatchObject({ from: 'open.quiet', to: 'open.busy', state: { seq: 2 } });
  });

  test('leaves the state that it was given as it was', () => {
    expect(opened.state.context).toEqual({ seats: 2, openMs: 60_000 });
    expect(opened.state.seq).toBe(1);
  });

  test('gives its orders as data, made from what is known after it', () => {
    expect(seated.orders).toEqual([{ name: 'ring', params: { left: 1 } }]);
  });

  test('forgets the dates of the state that it leaves, and keeps those of the group that it stays in', () => {
    expect(seated.state.deadlines).toEqual({
      'xstate.after.closingTime.toy.v1.open': { name: 'closingTime', due: '2026-06-01T00:01:00.000Z' },
    });
  });

  test('counts a date anew where its state is entered again', () => {
    const calm = step(toy, seated.state, happens('CALM', { at: '2026-06-01T00:00:30.000Z' }));
    expect(calm.state.deadlines['xstate.after.lastOrders.toy.v1.open.quiet']?.due).toBe(
      '2026-06-01T00:01:29.000Z',
    );
  });

  test('that stays where it is takes a number too', () => {
    const rung = step(toy, opened.state, happens('RING'));
    expect(rung).toMatchObject({ from: 'open.quiet', to: 'open.quiet', state: { seq: 2 } });
    expect(rung.state.deadlines).toEqual(opened.state.deadlines);
  });

  test('by a date that passes is a step like any other', () => {
    const id = 'xstate.after.closingTime.toy.v1.open';
    const closed = step(toy, seated.state, happens(id, { at: '2026-06-01T00:01:00.000Z' }));
    expect(closed).toMatchObject({ to: 'closed', state: { done: true, deadlines: {} } });
    expect(closed.orders).toEqual([{ name: 'sweep', params: {} }]);
  });

  test('goes on from a state that was stored as JSON', () => {
    const stored = JSON.parse(JSON.stringify(seated.state)) as typeof seated.state;
    expect(step(toy, stored, happens('LEAVE'))).toEqual(step(toy, seated.state, happens('LEAVE')));
  });

  test('that the chart refuses is a defect of whoever did not ask first', () => {
    expect(() => step(toy, opened.state, happens('CALM'))).toThrow(
      /toy\.v1 does not take CALM in open\.quiet/,
    );
  });
});

describe('A date that is never waited for', () => {
  test('has no deadline', () => {
    const never = begin(toy, { seats: 1, openMs: Infinity }, happens('OPEN'));
    expect(never.state.deadlines).toEqual({});
  });

  test('and one that has passed already is due when it was', () => {
    const late = begin(toy, { seats: 1, openMs: -5_000 }, happens('OPEN'));
    expect(late.state.deadlines['xstate.after.closingTime.toy.v1.open']?.due).toBe(
      '2026-05-31T23:59:55.000Z',
    );
  });
});

describe('A chart that says its dates itself', () => {
  const NEVER = 0;
  const said = {
    ...toy,
    events: { ...toy.events, TEND_CLOCKS: { label: toy.label, source: 'internal' } },
    dueOf: (context, delay) => {
      const { openMs } = context as unknown as { readonly openMs: number };
      return delay === 'lastOrders' || openMs === NEVER ? null : new Date(openMs).toISOString();
    },
    tendsAt: ({ path, context }) => (path === 'open.busy' ? `${context['seats']} o'clock` : null),
  } satisfies Chart;
  const id = 'xstate.after.closingTime.toy.v1.open';
  const noon = begin(said, { seats: 2, openMs: 3_600_000 }, happens('OPEN')).state;

  test('waits for what it says, not for what its delays were counted to as its state was entered', () => {
    expect(noon.deadlines).toEqual({ [id]: { name: 'closingTime', due: '1970-01-01T01:00:00.000Z' } });
  });

  test('waits for another date as soon as it knows another, in the state that it is in', () => {
    const later = { ...noon, context: { ...noon.context, openMs: 7_200_000 } };
    const rung = step(said, later, happens('RING'));
    expect(rung.state.deadlines[id]?.due).toBe('1970-01-01T02:00:00.000Z');
  });

  test('waits for nothing where it says that nobody waits', () => {
    const never = { ...noon, context: { ...noon.context, openMs: NEVER } };
    expect(step(said, never, happens('RING')).state.deadlines).toEqual({});
  });

  test('is told when something is due to be said of its clocks, after the dates that lead on', () => {
    const busy = step(said, noon, happens('SIT'));
    expect(Object.entries(busy.state.deadlines)).toEqual([
      [id, { name: 'closingTime', due: '1970-01-01T01:00:00.000Z' }],
      ['TEND_CLOCKS', { name: 'tending', due: "1 o'clock" }],
    ]);
  });

  test('waits for nothing and says nothing once it is over', () => {
    const closed = step(said, step(said, noon, happens('SIT')).state, happens('LEAVE'));
    expect(closed.state.deadlines).toEqual({});
  });
});

describe('Guards and updates', () => {
  test('see in which state an event finds the case; what is kept of the event does not say it', () => {
    const seen: (string | undefined)[] = [];
    const watched = {
      ...toy,
      machine: toy.machine.provide({
        guards: {
          hasSeats: ({ event }: { readonly event: ChartEvent }) => seen.push(event.foundIn) > 0,
        } as never,
      }),
    };
    const sat = step(watched, opened.state, happens('SIT'));
    expect(new Set(seen)).toEqual(new Set(['open.quiet']));
    expect(sat.event).toEqual(happens('SIT'));
  });
});

describe('A path', () => {
  test.each([
    ['open', 'open'],
    [{ open: 'quiet' }, 'open.quiet'],
    [{ a: { b: 'c' } }, 'a.b.c'],
  ])('of %j is %s', (value, path) => {
    expect(pathOf(value)).toBe(path);
  });

  test('of nothing is a defect', () => {
    expect(() => pathOf({})).toThrow(/without a state/);
  });

  test('that the chart does not know is a defect', () => {
    expect(() => snapshotOf(toy, { ...opened.state, value: 'nowhere' })).toThrow(/nowhere/);
  });
});
