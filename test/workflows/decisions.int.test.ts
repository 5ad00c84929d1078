import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { APPLICANT, PEACE, commandOf, gate, openToyHouse, refusalOf, untilRow } from './toy/toy-house.js';
import type { ToyHouse } from './toy/toy-house.js';

/** The server tries again after a second at the earliest, and the machine may be busy. */
const SOON = { timeout: 15_000 };

let house: ToyHouse;

beforeAll(async () => {
  house = await openToyHouse();
});
afterEach(() => {
  house.world = PEACE;
});
afterAll(() => house.close());

describe('a decision', () => {
  test('is answered once its ledger row is committed, and not before', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    const held = gate();
    house.world = { ...PEACE, append: (_, write) => held.opened.then(write) };
    let isAnswered = false;
    const decided = toy.decide('NOTE').finally(() => (isAnswered = true));
    await sleep(500);
    expect(isAnswered).toBe(false);
    expect(await toy.rows()).toHaveLength(2);
    held.open();
    expect(await decided).toEqual({ subjectId: toy.id, seq: 3, state: 'open' });
    expect(await toy.rows()).toHaveLength(3);
  });

  test('that the chart refuses leaves nothing in the history, and says which guard, and what it saw', async () => {
    const toy = await house.start({ windowMs: 3_600_000 });
    await toy.decide('NOTE');
    const before = await toy.historyLength();
    const late = new Date(Date.parse(toy.openedAt) + 3_600_001).toISOString();
    expect(await refusalOf(toy.decide('NOTE', { receivedAt: late }))).toEqual({
      ...{ code: 'isWithinWindow', event: 'NOTE', state: 'open' },
      blockedBy: [{ code: 'isWithinWindow', evidence: { receivedAt: late } }],
    });
    expect(await refusalOf(toy.decide('NOTE', { by: APPLICANT }))).toMatchObject({ code: 'isOfficer' });
    expect(await refusalOf(toy.decide('HUSH'))).toMatchObject({ code: 'notOfferedHere' });
    expect(await toy.historyLength()).toBe(before);
    expect(await toy.rows()).toHaveLength(2);
  });

  test.each(['RANG', 'WIND', 'xstate.after.window.toy.v1.open', 'NONSENSE'])(
    'can not be %s, which is nobody’s to decide',
    async (type) => {
      const toy = await house.start();
      expect(await refusalOf(toy.decide(type))).toMatchObject({ code: 'unknownEvent' });
    },
  );

  test('that is sent again, also as another Update, is applied once and answered as before', async () => {
    const toy = await house.start();
    const command = commandOf('NOTE');
    const [first, second] = await Promise.all([toy.decide('NOTE', command), toy.decide('NOTE', command)]);
    const again = await toy.handle.executeUpdate('decide', { args: [command], updateId: 'another' });
    expect(second).toEqual(first);
    expect(again).toEqual(first);
    expect(await toy.rows()).toHaveLength(2);
  });

  test('that races another which ends the case: exactly one wins, the other is told that the case is closed', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    const both = [toy.decide('FINISH'), toy.decide('FINISH')];
    const outcomes = await Promise.allSettled(both);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const loser = both[outcomes.findIndex(({ status }) => status === 'rejected')];
    expect(await refusalOf(loser ?? Promise.reject(new Error('nobody lost')))).toMatchObject({
      code: 'caseIsClosed',
    });
    expect((await toy.rows()).map(({ type }) => type)).toEqual(['BEGIN', 'NOTE', 'FINISH']);
    expect(await toy.handle.result()).toEqual({ state: 'finished' });
  });

  test('that arrives while the first row is still being written waits for it', async () => {
    const held = gate();
    house.world = { ...PEACE, append: (_, write) => held.opened.then(write) };
    // A short task is kept open by heartbeats, with which the Update comes.
    const toy = await house.start({ workflowTaskTimeout: '1s' });
    const decided = toy.decide('NOTE');
    await sleep(2_500);
    held.open();
    expect(await decided).toMatchObject({ seq: 2, state: 'open' });
  });
});

describe('an announcement', () => {
  test('is applied as it comes', async () => {
    const toy = await house.start();
    await toy.announce('WIND');
    await expect
      .poll(async () => (await toy.rows()).at(-1), SOON)
      .toMatchObject({ type: 'WIND', outcome: 'applied' });
  });

  test.each([
    ['STORM', 'notOfferedHere'],
    ['FINISH', 'unknownEvent'],
    ['RANG', 'unknownEvent'],
    ['xstate.after.window.toy.v1.open', 'unknownEvent'],
    ['NONSENSE', 'unknownEvent'],
  ])('of %s that is not taken is booked, and why: %s', async (type, reason) => {
    const toy = await house.start();
    await toy.announce(type);
    await expect
      .poll(async () => (await toy.rows()).at(-1), SOON)
      .toMatchObject({ type, outcome: 'ignored', reason });
    expect(await toy.decide('NOTE')).toMatchObject({ seq: 3 });
  });

  test('that comes twice takes one number', async () => {
    const toy = await house.start();
    const command = commandOf('WIND');
    await Promise.all([toy.announce('WIND', command), toy.announce('WIND', command)]);
    expect(await toy.decide('NOTE')).toMatchObject({ seq: 3 });
  });

  test('in the moment in which the case closes is booked after it', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    const held = gate();
    house.world = { ...PEACE, append: (_, write) => held.opened.then(write) };
    const isTried = untilRow(house, 'FINISH');
    const finished = toy.decide('FINISH');
    await isTried;
    await toy.announce('WIND');
    held.open();
    await finished;
    await toy.handle.result();
    expect((await toy.rows()).at(-1)).toMatchObject({ type: 'WIND', reason: 'caseIsClosed' });
  });
});

describe('an effect', () => {
  test('starts once its row is committed, and not before', async () => {
    const toy = await house.start();
    await toy.decide('NOTE');
    const held = gate();
    const performed: number[] = [];
    house.world = {
      ...PEACE,
      append: async (row, write) => (row.event.type === 'RING' ? held.opened.then(write) : write()),
      perform: async ({ name }) => {
        expect(name).toBe('ring');
        performed.push((await toy.rows()).length);
        return null;
      },
    };
    const decided = toy.decide('RING');
    await sleep(500);
    expect(performed).toEqual([]);
    held.open();
    await decided;
    await expect.poll(() => performed, SOON).toEqual([3]);
  });

  test('that fails is tried again under the same key, and its answer comes back as an event', async () => {
    const toy = await house.start();
    const keys: string[] = [];
    house.world = {
      ...PEACE,
      perform: ({ key }) => {
        keys.push(key);
        if (keys.length < 3) throw new Error('the world is busy');
        return Promise.resolve({ type: 'RANG', data: { text: 'third time' } });
      },
    };
    await toy.decide('RING');
    await expect
      .poll(async () => (await toy.rows()).at(-1), SOON)
      .toMatchObject({ type: 'RANG', outcome: 'applied' });
    expect(keys).toEqual(Array(3).fill(`${toy.id}/2.0`));
    expect((await toy.rows()).at(-1)?.commandId).toBe(`${toy.id}/2.0`);
  });

  test('that takes long holds up no decision; an answer that comes too late is booked as not taken', async () => {
    const toy = await house.start();
    const held = gate();
    house.world = { ...PEACE, perform: () => held.opened.then(() => ({ type: 'RANG', data: {} })) };
    await toy.decide('RING');
    expect(await toy.decide('HUSH')).toMatchObject({ state: 'open' });
    held.open();
    await expect
      .poll(async () => (await toy.rows()).at(-1), SOON)
      .toMatchObject({ type: 'RANG', outcome: 'ignored', reason: 'notOfferedHere' });
  });

  test('that answers with something that is no answer changes nothing', async () => {
    const toy = await house.start();
    house.world = { ...PEACE, perform: () => Promise.resolve({ type: 'FINISH', data: {} }) };
    await toy.decide('RING');
    await expect.poll(async () => (await toy.rows()).at(-1), SOON).toMatchObject({ reason: 'unknownEvent' });
  });

  test('is over before its case is', async () => {
    const toy = await house.start();
    const held = gate();
    let isRung = false;
    house.world = { ...PEACE, perform: () => held.opened.then(() => ((isRung = true), null)) };
    await toy.decide('RING');
    await toy.decide('HUSH');
    await toy.decide('FINISH');
    held.open();
    await toy.handle.result();
    expect(isRung).toBe(true);
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
