import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { getCommand, receive } from '../../src/ledger/inbox.js';
import { OFFICER, PEACE, gate, openToyHouse, refusalOf } from './toy/toy-house.js';
import type { Toy, ToyHouse } from './toy/toy-house.js';

let house: ToyHouse;

beforeAll(async () => {
  house = await openToyHouse();
});
afterEach(() => {
  house.world = PEACE;
});
afterAll(() => house.close());

/** A decision that the inbox has, and that is still on its way to its workflow. */
async function received(toy: Toy, type: string, receivedAt: string) {
  const wish = { kind: 'decide', subjectId: toy.id, type, data: {}, by: OFFICER, key: randomUUID() } as const;
  const stored = await receive(house.ledger, { ...wish, bodySha256: '0'.repeat(64), receivedAt });
  if (stored.outcome !== 'stored') throw new Error('the inbox took it for another');
  return stored.stored.command;
}

function after(toy: Toy, ms: number): string {
  return new Date(Date.parse(toy.openedAt) + ms).toISOString();
}

describe('a deadline', () => {
  test('passes by itself, and its row says the instant at which it was due', async () => {
    const toy = await house.start({ windowMs: 1_000 });
    await toy.decide('NEXT');
    expect(await toy.handle.result()).toEqual({ state: 'expired' });
    expect((await toy.rows()).at(-1)).toMatchObject({
      ...{ type: 'xstate.after.window.toy.v1.open', outcome: 'applied' },
      receivedAt: after(toy, 1_000),
    });
  });

  test('that a decision overtook refuses by the time of receipt: a millisecond too late is too late', async () => {
    const toy = await house.start({ windowMs: 2_000 });
    await toy.decide('NEXT');
    expect(await refusalOf(toy.decide('NOTE', { receivedAt: after(toy, 2_001) }))).toMatchObject({
      code: 'isWithinWindow',
    });
    expect(await toy.decide('NOTE', { receivedAt: after(toy, 2_000) })).toMatchObject({ state: 'open' });
    await toy.handle.result();
  });

  test('waits for what was received in time and is still on its way, and for nothing that came later', async () => {
    const toy = await house.start({ windowMs: 500 });
    await toy.decide('NEXT');
    const inTime = await received(toy, 'NOTE', after(toy, 500));
    const late = await received(toy, 'NOTE', after(toy, 501));
    await sleep(4_000);
    expect(await refusalOf(toy.decide('NOTE', late))).toMatchObject({ code: 'isWithinWindow' });
    expect(await toy.decide('NOTE', inTime)).toMatchObject({ seq: 3, state: 'open' });
    expect(await toy.handle.result()).toEqual({ state: 'expired' });
    expect((await toy.rows()).map(({ type }) => type)).toEqual([
      ...['BEGIN', 'NEXT', 'NOTE', 'xstate.after.window.toy.v1.open'],
    ]);
    expect((await getCommand(house.ledger, late.id))?.state).toBe('received');
  });

  test('asks ever less often for a command that doesn’t come, so that its history stays small', async () => {
    const toy = await house.start({ windowMs: 500 });
    let asked = 0;
    house.world = { ...PEACE, ask: () => Promise.resolve(((asked += 1), asked < 5)) };
    const began = Date.now();
    await toy.handle.result();
    // After one, two, four and eight seconds.
    expect(Date.now() - began).toBeGreaterThan(15_000);
    expect(asked).toBe(5);
  }, 40_000);

  test('that is left while it asks passes no more', async () => {
    // A short task is kept open by heartbeats, with which the decision comes.
    const toy = await house.start({ windowMs: 500, workflowTaskTimeout: '1s' });
    await toy.decide('NEXT');
    const held = gate();
    let isAsked = false;
    house.world = { ...PEACE, ask: () => ((isAsked = true), held.opened.then(() => false)) };
    await expect.poll(() => isAsked, { timeout: 15_000 }).toBe(true);
    const closed = toy.decide('CLOSE');
    await sleep(2_500);
    held.open();
    expect(await closed).toMatchObject({ state: 'shut' });
    house.world = PEACE;
    expect(await toy.decide('NEXT')).toMatchObject({ state: 'open' });
    await toy.handle.result();
    expect((await toy.rows()).map(({ outcome }) => outcome)).toEqual(Array(5).fill('applied'));
  });

  test('that is left in the moment in which it passes leaves no row', async () => {
    const toy = await house.start({ windowMs: 2_000 });
    await toy.decide('NEXT');
    const held = gate();
    house.world = { ...PEACE, append: (_, write) => held.opened.then(write) };
    const closed = toy.decide('CLOSE');
    await sleep(4_000);
    held.open();
    await closed;
    house.world = PEACE;
    expect(await toy.decide('NEXT')).toMatchObject({ seq: 4 });
    await toy.handle.result();
  });

  test('that nobody needs any more is no longer waited for', async () => {
    const toy = await house.start({ windowMs: 3_000 });
    await toy.decide('CLOSE');
    await sleep(4_500);
    expect(await toy.rows()).toHaveLength(2);
    await toy.handle.terminate();
  });
});

describe('a deadline in the next run', () => {
  test('passes at the instant at which it was due', async () => {
    const toy = await house.start({ windowMs: 3_000 });
    await toy.decide('NEXT');
    await toy.decide('NEXT');
    expect(await toy.handle.result()).toEqual({ state: 'expired' });
    expect((await toy.rows()).at(-1)?.receivedAt).toBe(after(toy, 3_000));
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
