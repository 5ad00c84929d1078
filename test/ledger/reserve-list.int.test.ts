import { describe, expect, test } from 'vitest';
import { markRefused } from '../../src/ledger/inbox.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import {
  endReserve,
  heldPlaces,
  placeOf,
  placeUpheld,
  placesOf,
  promoteNext,
} from '../../src/ledger/places.js';
import { emptyBooks, eventOf } from './books.js';
import { CALL, CHAIR, appliedCall, callStands, idOf, stands, toldTo } from './call-books.js';

const agreed = { agreement: { inForceFrom: '2026-07-01T00:00:00.000Z' } };

let moves = 100;

/** A move under a key of its own. */
const move = (said: { key?: string } = {}) => ({
  callId: CALL,
  key: `${CALL}/${(moves += 1)}.0`,
  by: CHAIR,
  ...said,
});

async function statesOf(ledger: Ledger): Promise<string[]> {
  return (await placesOf(ledger, CALL)).map(({ state }) => state);
}

/** A selected project that gives its place back by ending. */
async function declines(ledger: Ledger, number: number): Promise<void> {
  await stands(ledger, idOf(number), 'lapsed', { done: true });
}

describe('When a place becomes free', () => {
  test('the next of the reserve is promoted and told, with its grant', async () => {
    const { ledger } = await emptyBooks();
    const listSha256 = await appliedCall(ledger);
    await declines(ledger, 1);
    expect(await promoteNext(ledger, { ...move(), freed: idOf(1) })).toEqual({ projectId: idOf(3), rank: 3 });
    expect(await statesOf(ledger)).toEqual([
      'freed',
      'selected',
      'promoted',
      'reserve',
      'reserve',
      'rejected',
    ]);
    const [told] = await toldTo(ledger, 'PROMOTED');
    expect(told).toMatchObject({
      subjectId: idOf(3),
      actor: CHAIR,
      data: { callId: CALL, listSha256, rank: 3, grant: '900' },
    });
  });

  test('the same move again promotes nobody else', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await declines(ledger, 1);
    const once = { ...move(), freed: idOf(1) };
    const answers = [await promoteNext(ledger, once), await promoteNext(ledger, once)];
    expect(answers[1]).toEqual(answers[0]);
    expect(await toldTo(ledger, 'PROMOTED')).toHaveLength(1);
  });

  test('two at once promote two different firms', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    for (const number of [1, 2]) await declines(ledger, number);
    const both = await Promise.all(
      [1, 2].map((number) => promoteNext(ledger, { ...move(), freed: idOf(number) })),
    );
    expect(new Set(both.map((each) => each?.projectId))).toEqual(new Set([idOf(3), idOf(4)]));
  });

  test('one place that two tell of is filled once', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await declines(ledger, 1);
    const [first, second] = [
      await promoteNext(ledger, { ...move(), freed: idOf(1) }),
      await promoteNext(ledger, { ...move(), freed: idOf(1) }),
    ];
    expect(second).toEqual(first);
    expect(await toldTo(ledger, 'PROMOTED')).toHaveLength(1);
  });

  test('who doesn’t wait in the reserve any more is passed over', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await declines(ledger, 1);
    await stands(ledger, idOf(3), 'withdrawn', { done: true });
    expect(await promoteNext(ledger, { ...move(), freed: idOf(1) })).toEqual({ projectId: idOf(4), rank: 4 });
  });

  test('nobody is promoted where all places are held, or nobody waits', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    expect(await promoteNext(ledger, move())).toBeNull();
    for (const number of [3, 4, 5]) await stands(ledger, idOf(number), 'rejected', { done: true });
    await declines(ledger, 1);
    expect(await promoteNext(ledger, { ...move(), freed: idOf(1) })).toBeNull();
    expect(await toldTo(ledger, 'PROMOTED')).toEqual([]);
  });

  test('a raised capacity makes room', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await callStands(ledger, { capacity: 3 });
    expect(await promoteNext(ledger, move())).toEqual({ projectId: idOf(3), rank: 3 });
    expect(await promoteNext(ledger, move())).toBeNull();
  });

  test('the call’s budget is never passed', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger, { capacity: 9, budget: '1199' });
    expect(await promoteNext(ledger, move())).toEqual({ projectId: idOf(3), rank: 3 });
    expect(await promoteNext(ledger, move())).toBeNull();
    expect((await heldPlaces(ledger, CALL)).firstTranches).toBe(900n);
  });

  test('an agreement that is in force keeps its place when its project ends', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await stands(ledger, idOf(1), 'closed', { done: true, facts: agreed });
    expect((await heldPlaces(ledger, CALL)).places).toBe(2);
    expect(await promoteNext(ledger, move())).toBeNull();
    await declines(ledger, 2);
    expect((await heldPlaces(ledger, CALL)).places).toBe(1);
  });
});

describe('When a project can’t take the place that it is told of', () => {
  test('a promotion that it ignores puts it back in the reserve, and the call is told', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await declines(ledger, 1);
    await promoteNext(ledger, { ...move(), freed: idOf(1) });
    const [told] = await toldTo(ledger, 'PROMOTED');
    const event = eventOf({ type: 'PROMOTED', commandId: told!.id, data: told!.data });
    await stands(ledger, idOf(3), 'objection', { outcome: 'ignored', reason: 'isOnReserve', event });
    expect((await placeOf(ledger, CALL, idOf(3)))?.state).toBe('reserve');
    expect(await toldTo(ledger, 'PLACE_FREED')).toMatchObject([
      { subjectId: CALL, data: { projectId: idOf(3), reason: 'isOnReserve' } },
    ]);
    expect(await promoteNext(ledger, { ...move(), freed: idOf(3) })).toEqual({ projectId: idOf(4), rank: 4 });
  });

  test('one that never takes it is not asked again for the same place, and each time the next one is', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const taken: unknown[] = [];
    for (const number of [1, 2]) {
      await declines(ledger, number);
      expect(await promoteNext(ledger, { ...move(), freed: idOf(number) })).toEqual({
        projectId: idOf(3),
        rank: 3,
      });
      const told = (await toldTo(ledger, 'PROMOTED')).findLast(({ subjectId }) => subjectId === idOf(3));
      const event = eventOf({ type: 'PROMOTED', commandId: told!.id, data: told!.data });
      await stands(ledger, idOf(3), 'reserved', { outcome: 'ignored', reason: 'fillsEveryTranche', event });
      taken.push(await promoteNext(ledger, { ...move(), freed: idOf(3) }));
    }
    expect(taken).toEqual([
      { projectId: idOf(4), rank: 4 },
      { projectId: idOf(5), rank: 5 },
    ]);
  });

  test('one that ended before frees its place when it is refused', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const [told] = await toldTo(ledger, 'SELECTED_BY_CALL');
    await declines(ledger, 1);
    await markRefused(ledger, told!.id, { code: 'isOver' });
    expect(await statesOf(ledger)).toEqual([
      'freed',
      'selected',
      'reserve',
      'reserve',
      'reserve',
      'rejected',
    ]);
    const freed = await toldTo(ledger, 'PLACE_FREED');
    expect(freed).toMatchObject([{ subjectId: CALL, data: { projectId: idOf(1), reason: 'ended' } }]);
    expect(await promoteNext(ledger, { ...move(), freed: idOf(1) })).toEqual({ projectId: idOf(3), rank: 3 });
  });

  test('one that wasn’t put on the reserve is no longer in it, and no place became free', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const [told] = await toldTo(ledger, 'PUT_ON_RESERVE');
    await markRefused(ledger, told!.id, { code: 'isOver' });
    expect((await placeOf(ledger, CALL, idOf(3)))?.state).toBe('released');
    expect(await toldTo(ledger, 'PLACE_FREED')).toEqual([]);
  });

  test('a rejection that it ignores changes nothing', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const [told] = await toldTo(ledger, 'REJECTED_BY_CALL');
    const event = eventOf({ type: 'REJECTED_BY_CALL', commandId: told!.id, data: told!.data });
    await stands(ledger, idOf(6), 'withdrawn', { outcome: 'ignored', event });
    expect((await placeOf(ledger, CALL, idOf(6)))?.state).toBe('rejected');
  });
});

describe('When an objection was upheld', () => {
  const upheld = { outcome: 'selected', rank: 2, grant: '700', firstTranche: '250' } as const;

  test('its project is selected where a place is free', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger, { capacity: 3 });
    const placed = await placeUpheld(ledger, { ...move(), projectId: idOf(6), place: upheld });
    expect(placed).toMatchObject({ projectId: idOf(6), outcome: 'selected', rank: 2 });
    expect(await placeOf(ledger, CALL, idOf(6))).toMatchObject({
      ...{ state: 'selected', outcome: 'selected', rank: 2, ground: null },
      ...{ grant: 700n, firstTranche: 250n, reserveRank: null },
    });
    const told = await toldTo(ledger, 'SELECTED_BY_CALL');
    expect(told.at(-1)).toMatchObject({ subjectId: idOf(6), data: { rank: 2, grant: '700' } });
  });

  test.each([
    ['the last place', { capacity: 2 }],
    ['the money for it', { capacity: 9, budget: '800' }],
  ])('where somebody else has %s, it heads the reserve and is the next to be promoted', async (_, limits) => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger, limits);
    const placed = await placeUpheld(ledger, { ...move(), projectId: idOf(6), place: upheld });
    expect(placed).toMatchObject({ outcome: 'reserve', reserveRank: 0 });
    expect((await toldTo(ledger, 'PUT_ON_RESERVE')).at(-1)?.data).toMatchObject({ reserveRank: 0, rank: 2 });
    await stands(ledger, idOf(6), 'reserved');
    await declines(ledger, 1);
    expect(await promoteNext(ledger, { ...move(), freed: idOf(1) })).toEqual({ projectId: idOf(6), rank: 2 });
  });

  test('the numbers of the others on the reserve stay as they were told, and one that shares a number comes after', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const place = { outcome: 'reserve', rank: 4, reserveRank: 1 } as const;
    await placeUpheld(ledger, { ...move(), projectId: idOf(6), place });
    await stands(ledger, idOf(6), 'reserved');
    const places = await placesOf(ledger, CALL);
    expect(places.flatMap(({ reserveRank }) => reserveRank ?? [])).toEqual([1, 2, 1, 3]);
    for (const number of [1, 2]) await declines(ledger, number);
    const promoted = [1, 2].map(async (number) => promoteNext(ledger, { ...move(), freed: idOf(number) }));
    const ids = (await Promise.all(promoted)).map((each) => each?.projectId);
    expect(new Set(ids)).toEqual(new Set([idOf(3), idOf(6)]));
  });

  test('the same move again places it once', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger, { capacity: 3 });
    const once = { ...move(), projectId: idOf(6), place: upheld };
    expect(await placeUpheld(ledger, once)).toEqual(await placeUpheld(ledger, once));
    expect(await toldTo(ledger, 'SELECTED_BY_CALL')).toHaveLength(3);
  });

  test('a project that was on no list is a defect', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    const unknown = { ...move(), projectId: idOf(77), place: upheld };
    await expect(placeUpheld(ledger, unknown)).rejects.toMatchObject({ code: 'RL006' });
  });
});

describe('When the reserve ends', () => {
  test('whoever is still in it is released and told, once', async () => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await declines(ledger, 1);
    await promoteNext(ledger, { ...move(), freed: idOf(1) });
    const end = move();
    expect([await endReserve(ledger, end), await endReserve(ledger, end)]).toEqual([
      { released: 2 },
      { released: 2 },
    ]);
    expect(await statesOf(ledger)).toEqual([
      'freed',
      'selected',
      'promoted',
      'released',
      'released',
      'rejected',
    ]);
    const told = await toldTo(ledger, 'RELEASED_FROM_RESERVE');
    expect(told.map(({ subjectId }) => subjectId)).toEqual([idOf(4), idOf(5)]);
  });

  test('with nobody in it, nobody is told', async () => {
    const { ledger } = await emptyBooks();
    expect(await endReserve(ledger, move())).toEqual({ released: 0 });
    expect(await toldTo(ledger)).toEqual([]);
  });
});
