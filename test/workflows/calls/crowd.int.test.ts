import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../../src/charts/kernel/types.js';
import type { Command } from '../../../src/contract/messages.js';
import { ANNOUNCE } from '../../../src/contract/names.js';
import { placesOf } from '../../../src/ledger/places.js';
import { runsOf } from '../../replay/runs.js';
import type { Case } from '../lives/case.js';
import { realEngine } from '../lives/engines.js';
import { later } from '../lives/steps.js';
import { openCallHouse } from './call-house.js';
import type { CallHouse } from './call-house.js';
import { bookEvaluated, bookTold, receiveThousands } from './multitude.js';
import { scored } from './steps.js';

/** Applications whose projects are in the books alone, and those that live. */
const MANY = 5_000;
const LIVING = ['alive-1', 'alive-2', 'alive-3'];
const FREED = 2_000;

/** The most that a call's history should come to before anybody gives a place back, in events and bytes. */
const SMALL = { events: 150, bytes: 64 * 1024 };

let house: CallHouse;
let call: Case;
const living: Case[] = [];

beforeAll(async () => {
  house = await openCallHouse(realEngine);
  const now = await house.now();
  const window = { opens: later(now, -1_000), closes: later(now, 40_000) };
  call = await house.plan({ track: 'structured', window, capacity: 200, budget: null });
  await call.comesTo('open');
}, 60_000);
afterAll(() => house.close());

async function historyOf({ handle }: Case): Promise<{ events: number; bytes: number }> {
  const { raw, historyLength: events } = await handle.describe();
  return { events, bytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0) };
}

async function rowsOf(type: string): Promise<number> {
  const { rows } = await house.ledger.pool.query<{ n: number }>(
    `select count(*)::int as n from ledger_row where subject_id = $1 and event_type = $2 and outcome = 'applied'`,
    [call.id, type],
  );
  return rows[0]?.n ?? 0;
}

describe('a call to which thousands apply', () => {
  test('closes when the last of them is with its project, and has counted every one', async () => {
    const many = await receiveThousands(house.ledger, MANY);
    for (const firm of LIVING) living.push(await house.enter('structured', firm));
    await expect.poll(async () => (await call.view()).state, { timeout: 60_000 }).toBe('closed');
    await bookEvaluated(house.ledger, call.id, many.slice(1));
    expect((await call.view()).state).toBe('closed');
    await bookEvaluated(house.ledger, call.id, many.slice(0, 1));
    await expect.poll(async () => (await call.view()).state, { timeout: 60_000 }).toBe('screening');
    expect((await call.view()).facts['received']).toBe(MANY + LIVING.length);
  }, 240_000);

  test('tells all of them by one list, and its own history stays small', async () => {
    for (const project of living) await scored(project, 99);
    await house.decideByBooks(call, 'officer', 'FINISH_SCREENING');
    await house.decideByBooks(call, 'officer', 'FINISH_EVALUATION');
    const list = { listSha256: await house.list(call) };
    await house.decideByBooks(call, 'officer', 'PROPOSE_LIST', list);
    await house.decideByBooks(call, 'committee', 'DECIDE_LIST', list);
    await expect.poll(() => bookTold(house.ledger, call.id), { timeout: 60_000 }).toBe(MANY);
    expect((await call.view()).state).toBe('notifying');
    await house.postman.until(call, 'notified');
    expect((await call.view()).facts['applied']).toEqual({ selected: 200, reserve: 60, rejected: 4_743 });
    for (const project of living) await project.comesTo('roadmap.drafting');
    const { events, bytes } = await historyOf(call);
    expect(events).toBeLessThan(SMALL.events);
    expect(bytes).toBeLessThan(SMALL.bytes);
  }, 240_000);

  test('hears each of two thousand that tell it of a free place, and fills as many as it has a reserve for', async () => {
    const held = (await placesOf(house.ledger, call.id)).filter(({ state }) => state === 'selected');
    const freed = held.map(({ projectId }) => projectId).filter((id) => !living.some((one) => one.id === id));
    const telling = Array.from({ length: FREED }, (_, index) => tellingOf(freed[index] ?? `nobody-${index}`));
    await Promise.all(telling.map((one) => call.handle.signal<[Command]>(ANNOUNCE, one)));
    await expect.poll(() => rowsOf('PLACE_FREED'), { timeout: 400_000, interval: 1_000 }).toBe(FREED);
    const filling = async (): Promise<unknown> => (await call.view()).facts['filling'];
    await expect.poll(filling, { timeout: 120_000, interval: 1_000 }).toBe(0);
    expect(await rowsOf('PLACE_FILLED')).toBe(60);
    const promoted = (await placesOf(house.ledger, call.id)).filter(({ state }) => state === 'promoted');
    expect(promoted.map(({ reserveRank }) => reserveRank).toSorted((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    const runs = (await runsOf(house.client, call.id)).map(({ events }) => events?.length ?? 0);
    expect(runs.length).toBeGreaterThan(1);
    expect(Math.max(...runs)).toBeLessThan(10_000);
  }, 600_000);

  function tellingOf(projectId: string): Command {
    const data = { projectId, reason: 'declined' };
    return { id: randomUUID(), type: 'PLACE_FREED', data, by: SYSTEM, receivedAt: new Date().toISOString() };
  }
});

test('every history of the call comes out again as it was', async () => {
  expect(await house.divergent([call.id])).toEqual([]);
}, 120_000);
