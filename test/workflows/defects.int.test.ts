import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { LedgerRow } from '../../src/contract/messages.js';
import { PEACE, commandOf, gate, openToyHouse, untilRow } from './toy/toy-house.js';
import type { Toy, ToyHouse } from './toy/toy-house.js';

/** A task that failed is tried again after a while that grows. */
const MENDED = { timeout: 40_000 };

let house: ToyHouse;

beforeAll(async () => {
  house = await openToyHouse();
});
afterEach(() => {
  house.world = PEACE;
});
afterAll(() => house.close());

/** What the history says of tasks that failed. */
async function failures(toy: Toy): Promise<string[]> {
  const { events } = await toy.handle.fetchHistory();
  return (events ?? []).flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
    failed ? [failed.failure?.message ?? ''] : [],
  );
}

function defect(): never {
  throw ApplicationFailure.nonRetryable('a row that can not be', 'Defect');
}

describe('a row that the ledger refuses is a defect: it', () => {
  test('fails the task loudly, answers nobody, and the decision is taken once it is mended', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    let tries = 0;
    house.world = { ...PEACE, append: () => ((tries += 1), defect()) };
    const note = commandOf('NOTE');
    const decided = toy.decide('NOTE', note).catch((error: unknown) => error);
    await expect.poll(() => tries, MENDED).toBeGreaterThan(1);
    expect(await failures(toy)).toContainEqual(expect.stringContaining('a row that can not be'));
    expect(await toy.rows()).toHaveLength(2);
    house.world = PEACE;
    await decided;
    await expect.poll(() => toy.decide('NOTE', note), MENDED).toMatchObject({ seq: 3 });
    expect(await toy.rows()).toHaveLength(3);
  }, 90_000);

  test('is as loud where a deadline is passing, and where nobody waits', async () => {
    const toy = await house.start({ windowMs: 500 });
    await toy.decide('NEXT');
    house.world = {
      ...PEACE,
      ask: async () => (await toy.announce('WIND'), sleep(200).then(() => true)),
      append: defect,
    };
    await expect.poll(() => failures(toy), MENDED).toContainEqual(expect.stringContaining('can not be'));
    house.world = PEACE;
    expect(await toy.handle.result()).toEqual({ state: 'expired' });
  }, 90_000);

  test('does not let its case end unseen', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    const held = gate();
    house.world = {
      ...PEACE,
      append: (row, write) => (row.event.type === 'WIND' ? defect() : held.opened.then(write)),
    };
    const isTried = untilRow(house, 'FINISH');
    const finished = toy.decide('FINISH');
    await isTried;
    await toy.announce('WIND');
    held.open();
    await finished;
    await expect.poll(() => failures(toy), MENDED).not.toEqual([]);
    house.world = PEACE;
    expect(await toy.handle.result()).toEqual({ state: 'finished' });
    expect((await toy.rows()).map(({ type }) => type)).toContain('WIND');
  }, 90_000);
});

describe('a worker that dies between the ledger’s commit and Temporal’s', () => {
  /** Commits the row of an event and loses the task that wrote it. */
  function losing(type: string) {
    let isLost = false;
    return async (row: LedgerRow, write: () => Promise<readonly []>) => {
      const standing = await write();
      if (row.event.type !== type || isLost) return standing;
      isLost = true;
      return defect();
    };
  }

  test('leaves a row that stands, and its decision is answered with it', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    house.world = { ...PEACE, append: losing('NOTE') as never };
    const note = commandOf('NOTE');
    await toy.decide('NOTE', note).catch(() => undefined);
    await expect.poll(() => toy.decide('NOTE', note), MENDED).toMatchObject({ seq: 3 });
    expect((await toy.rows()).map(({ type }) => type)).toEqual(['BEGIN', 'NOTE', 'NOTE']);
  }, 60_000);

  test('leaves a row that goes before what the history has in its place', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    const announced = gate();
    const lost = losing('CLOSE');
    house.world = {
      ...PEACE,
      append: async (row, write) => {
        if (row.event.type === 'CLOSE') await toy.announce('WIND');
        announced.open();
        return lost(row, write as never);
      },
    };
    await toy.decide('CLOSE').catch(() => undefined);
    await announced.opened;
    await expect
      .poll(async () => (await toy.rows()).map(({ type, outcome }) => `${type} ${outcome}`), MENDED)
      .toEqual(['BEGIN applied', 'NOTE applied', 'CLOSE applied', 'WIND ignored']);
    expect(await toy.decide('NEXT')).toMatchObject({ seq: 5, state: 'open' });
  }, 60_000);

  test('leaves a first row that stands, with all that follows from it', async () => {
    house.world = { ...PEACE, append: losing('BEGIN') as never };
    const toy = await house.start();
    await expect.poll(() => toy.decide('NOTE').catch(() => undefined), MENDED).toMatchObject({ seq: 2 });
    expect((await toy.rows()).map(({ type }) => type)).toEqual(['BEGIN', 'NOTE']);
  }, 60_000);

  test('gives the effects of a row that stands their turn', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    house.world = { ...PEACE, append: losing('RING') as never };
    await toy.decide('RING').catch(() => undefined);
    await expect
      .poll(async () => (await toy.rows()).map(({ type }) => type), MENDED)
      .toEqual(['BEGIN', 'NOTE', 'RING', 'RANG']);
  }, 60_000);
});

describe('a subject', () => {
  test('is ended by nobody but its chart: a cancellation in Temporal changes nothing', async () => {
    const toy = await house.start();
    await toy.handle.cancel();
    expect(await toy.decide('RING')).toMatchObject({ seq: 2 });
    await expect.poll(async () => (await toy.rows()).at(-1)?.type, MENDED).toBe('RANG');
    expect(await toy.decide('FINISH')).toMatchObject({ state: 'finished' });
    expect(await toy.handle.result()).toEqual({ state: 'finished' });
  });

  test('goes on with a worker that has never seen it, at every task', async () => {
    const toy = await house.start({ windowMs: 20_000 });
    await toy.decide('NOTE');
    await house.restart({ maxCachedWorkflows: 0 });
    for (const type of ['RING', 'NOTE', 'NEXT', 'NOTE', 'CLOSE', 'NEXT'])
      await expect.poll(() => toy.decide(type).catch(() => undefined), MENDED).toBeTruthy();
    await toy.decide('FINISH');
    expect(await toy.handle.result()).toEqual({ state: 'finished' });
    await house.restart();
  }, 60_000);
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
