import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { PEACE, commandOf, gate, openToyHouse, refusalOf } from './toy/toy-house.js';
import type { Toy, ToyHouse } from './toy/toy-house.js';

let house: ToyHouse;

beforeAll(async () => {
  house = await openToyHouse();
});
afterEach(() => {
  house.world = PEACE;
});
afterAll(() => house.close());

async function runId(toy: Toy): Promise<string> {
  return (await house.client.workflow.getHandle(toy.id).describe()).runId;
}

/** Waits for the run after the one of this id. */
async function nextRun(toy: Toy, before: string): Promise<string> {
  await expect.poll(() => runId(toy), { timeout: 15_000 }).not.toBe(before);
  return runId(toy);
}

describe('a history', () => {
  test('is cut at a stage’s end, and the case goes on where it was', async () => {
    const toy = await house.start();
    const first = await runId(toy);
    await toy.decide('NOTE', { data: { text: 'before' } });
    await toy.decide('NEXT');
    await nextRun(toy, first);
    expect(await toy.decide('NOTE', { data: { text: 'after' } })).toMatchObject({ seq: 4, state: 'open' });
    await toy.decide('FINISH');
    expect(await toy.handle.result()).toEqual({ state: 'finished' });
    const { rows } = await house.ledger.pool.query('select facts from subject where id = $1', [toy.id]);
    expect(rows).toEqual([{ facts: expect.objectContaining({ stage: 2, notes: ['before', 'after'] }) }]);
  });

  test('is cut where the server suggests it, with nothing lost', async () => {
    const toy = await house.start();
    const first = await runId(toy);
    const decisions = 1_000;
    const notes = Array.from({ length: decisions }, () => commandOf('NOTE'));
    const workers = Array.from({ length: 3 }, async () => {
      for (let note = notes.pop(); note; note = notes.pop()) await toy.decide('NOTE', note);
    });
    await Promise.all(workers);
    await nextRun(toy, first);
    expect(await toy.rows()).toHaveLength(1 + decisions);
    expect(await toy.decide('NOTE')).toMatchObject({ seq: 2 + decisions });
  }, 120_000);

  test('is not cut while an effect is under way, and then is', async () => {
    const toy = await house.start();
    const first = await runId(toy);
    const held = gate();
    house.world = { ...PEACE, perform: () => held.opened.then(() => null) };
    for (const type of ['RING', 'HUSH', 'NEXT', 'NOTE']) await toy.decide(type);
    expect(await runId(toy)).toBe(first);
    held.open();
    await nextRun(toy, first);
    expect(await toy.decide('NOTE')).toMatchObject({ seq: 6 });
  });

  test('carries the terms once: they come with what the case was begun with', async () => {
    const toy = await house.start();
    const first = await runId(toy);
    await toy.decide('NEXT');
    const { events } = await house.client.workflow
      .getHandle(toy.id, await nextRun(toy, first))
      .fetchHistory();
    const input = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0]?.data;
    const text = Buffer.from(input ?? []).toString();
    expect(text.match(/x{5000}/g)).toHaveLength(1);
    expect(await toy.decide('NOTE')).toMatchObject({ seq: 3 });
  });
});

describe('a command over the cut', () => {
  test('that is sent again is not applied twice, under the same Update id or another', async () => {
    const toy = await house.start();
    const first = await runId(toy);
    const note = commandOf('NOTE');
    const next = commandOf('NEXT');
    const noted = await toy.decide('NOTE', note);
    const stepped = await toy.decide('NEXT', next);
    await nextRun(toy, first);
    expect(await toy.decide('NEXT', next)).toEqual(stepped);
    expect(await toy.handle.executeUpdate('decide', { args: [note], updateId: 'another' })).toEqual(noted);
    expect(await toy.rows()).toHaveLength(3);
  });

  test('that was announced in the same moment is not lost', async () => {
    const toy = await house.start();
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      const before = await runId(toy);
      await Promise.all([toy.decide('NEXT'), toy.announce('WIND'), toy.announce('WIND')]);
      await nextRun(toy, before);
    }
    await expect
      .poll(async () => (await toy.rows()).filter(({ type }) => type === 'WIND').length, { timeout: 15_000 })
      .toBe(2 * rounds);
  });

  test('that was decided in the same moment is applied once or says that it was not', async () => {
    const toy = await house.start();
    const commands = Array.from({ length: 60 }, (_, index) => commandOf(index % 6 === 0 ? 'NEXT' : 'NOTE'));
    const open = [...commands];
    const workers = Array.from({ length: 5 }, async () => {
      for (let command = open.shift(); command; command = open.shift()) {
        const again = (): Promise<unknown> => toy.decide(command?.type ?? '', command);
        // As the dispatcher does: what the engine couldn't take in this moment is brought again.
        await again().catch(() => expect.poll(again, { timeout: 15_000 }).toBeTruthy());
      }
    });
    await Promise.all(workers);
    const applied = (await toy.rows()).slice(1).map(({ commandId }) => commandId);
    expect(applied.toSorted()).toEqual(commands.map(({ id }) => id).toSorted());
  }, 60_000);

  test('that came too late for the case is refused in the next run as in the last', async () => {
    const toy = await house.start();
    const first = await runId(toy);
    await toy.decide('NEXT');
    await nextRun(toy, first);
    expect(await refusalOf(toy.decide('HUSH'))).toMatchObject({ code: 'notOfferedHere' });
  });
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
