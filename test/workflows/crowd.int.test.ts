import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runsOf } from '../replay/runs.js';
import type { History } from '../replay/runs.js';
import { PEACE, commandOf, openToyHouse } from './toy/toy-house.js';
import type { Toy, ToyHouse } from './toy/toy-house.js';

/** Enough for a history to be cut several times: each is some six events. */
const CROWD = 1_000;

let house: ToyHouse;

beforeAll(async () => {
  house = await openToyHouse();
});
afterEach(() => {
  house.world = PEACE;
});
afterAll(() => house.close());

/** How many of a toy's rows are of an event; the crowd's own are counted by the database. */
async function numberOf(toy: Toy, type: string): Promise<number> {
  const { rows } = await house.ledger.pool.query<{ n: number }>(
    'select count(*)::int as n from ledger_row where subject_id = $1 and event_type = $2',
    [toy.id, type],
  );
  return rows[0]?.n ?? 0;
}

async function lengths(toy: Toy): Promise<number[]> {
  return (await runsOf(house.client, toy.id)).map(({ events }) => events?.length ?? 0);
}

/** The ids of what was announced to a run, in the order in which the server has it. */
function announcedIn({ events }: History): string[] {
  return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) => {
    const said = signal?.input?.payloads?.[0]?.data;
    return said ? [(JSON.parse(Buffer.from(said).toString()) as { id: string }).id] : [];
  });
}

describe('thousands that are announced in one moment, each with an effect', () => {
  test('are all taken, in their order, however often the history is cut meanwhile', async () => {
    const toy = await house.start();
    const crowd = Array.from({ length: CROWD }, () => commandOf('GUST'));
    await Promise.all(crowd.map((one) => toy.announce('GUST', one)));
    await expect.poll(() => numberOf(toy, 'RANG'), { timeout: 200_000, interval: 500 }).toBe(CROWD);
    const taken = (await toy.rows()).filter(({ type }) => type === 'GUST').map(({ commandId }) => commandId);
    expect(taken.toSorted()).toEqual(crowd.map(({ id }) => id).toSorted());
    expect(taken).toEqual((await runsOf(house.client, toy.id)).flatMap(announcedIn));
    expect(await toy.decide('NOTE')).toMatchObject({ seq: 2 + 2 * CROWD });
    const runs = await lengths(toy);
    expect(runs.length).toBeGreaterThan(1);
    expect(Math.max(...runs)).toBeLessThan(10_000);
  }, 240_000);

  test('don’t have more than fifty effects under way', async () => {
    const toy = await house.start();
    let [underWay, most] = [0, 0];
    const perform = async (): Promise<null> => {
      most = Math.max(most, (underWay += 1));
      await new Promise((resolve) => setTimeout(resolve, 100));
      underWay -= 1;
      return null;
    };
    house.world = { ...PEACE, perform };
    await Promise.all(Array.from({ length: 200 }, () => toy.announce('GUST')));
    await expect.poll(() => numberOf(toy, 'GUST'), { timeout: 60_000 }).toBe(200);
    await expect.poll(() => underWay, { timeout: 60_000 }).toBe(0);
    expect(most).toBeLessThanOrEqual(50);
  }, 120_000);

  test('are booked also where the case closes among them', async () => {
    const toy = await house.start();
    const sent = Array.from({ length: 200 }, () => toy.announce('GUST'));
    // Whoever comes after the end finds nobody.
    await Promise.all([toy.decide('FINISH'), Promise.allSettled(sent)]);
    expect(await toy.handle.result()).toEqual({ state: 'finished' });
    const reached = await numberOf(toy, 'GUST');
    expect(reached).toBe(announcedIn(await toy.handle.fetchHistory()).length);
  }, 60_000);
});

test('every history of this suite comes out again as it was', async () => {
  expect(await house.divergent()).toEqual([]);
}, 120_000);
