import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layCable } from '../api/network.js';
import type { Cable } from '../api/network.js';
import { openToyHouse, untilRow } from './toy/toy-house.js';
import type { ToyHouse } from './toy/toy-house.js';

let house: ToyHouse;
let cable: Cable;

beforeAll(async () => {
  house = await openToyHouse(async (url) => {
    const byCable = new URL(url);
    cable = await layCable(byCable.host);
    byCable.host = cable.address;
    return byCable.href;
  });
});
afterAll(async () => {
  await house.close();
  await cable.pull();
});

describe('while PostgreSQL is away', () => {
  test('a decision waits without a task kept open, which would fill its history, and is taken once it is back', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    await cable.pull();
    const awaySince = Date.now();
    const isTried = untilRow(house, 'NOTE');
    const decided = toy.decide('NOTE');
    await isTried;
    const refusedLater = toy.decide('FINISH');
    await sleep(16_000);
    expect((await toy.handle.describe()).raw.pendingWorkflowTask).toBeFalsy();
    await cable.putBack();
    const awayMs = Date.now() - awaySince;
    expect(await decided).toMatchObject({ seq: 3, state: 'open' });
    // It waits twice as long each time, so it is found back before it was away as long again.
    expect(Date.now() - awaySince).toBeLessThan(3 * awayMs);
    expect(await refusedLater).toMatchObject({ seq: 4, state: 'finished' });
    expect((await toy.rows()).map(({ type }) => type)).toEqual(['BEGIN', 'NOTE', 'NOTE', 'FINISH']);
    await toy.handle.result();
  }, 120_000);

  test('a deadline waits: it passes when the inbox could be asked', async () => {
    const toy = await house.start({ windowMs: 1_500 });
    await toy.decide('NEXT');
    await cable.pull();
    await sleep(5_000);
    await cable.putBack();
    expect(await toy.handle.result()).toEqual({ state: 'expired' });
    expect((await toy.rows()).at(-1)?.receivedAt).toBe(
      new Date(Date.parse(toy.openedAt) + 1_500).toISOString(),
    );
  }, 60_000);
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
