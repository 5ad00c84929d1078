import { describe, expect, test } from 'vitest';
import { begin, pathOf, snapshotOf, step } from '../../../src/charts/kernel/step.js';
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
