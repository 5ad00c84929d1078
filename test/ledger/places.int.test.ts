import { describe, expect, test } from 'vitest';
import { applyList, heldPlaces, placeOf, placesOf } from '../../src/ledger/places.js';
import { leaseForDelivery } from '../../src/ledger/inbox.js';
import { emptyBooks } from './books.js';
import { CALL, CHAIR, appliedCall, callStands, idOf, line, listOf, toldTo } from './call-books.js';

const KEY = `${CALL}/9.0`;

const LIST = [
  line(1, 'selected'),
  line(2, 'reserve', { reserveRank: 1 }),
  line(3, 'rejected', { ground: 'below-threshold' }),
];

const AT = '2026-06-01T05:00:00.000Z';

describe('When a decided list is applied', () => {
  test('each project is told what the list says of it, in the name of who decided', async () => {
    const { ledger } = await emptyBooks();
    const listSha256 = await listOf(ledger, LIST);
    const move = { callId: CALL, listSha256, key: KEY, by: CHAIR, receivedAt: AT };
    expect(await applyList(ledger, move)).toEqual({ selected: 1, reserve: 1, rejected: 1 });
    const told = await toldTo(ledger);
    expect(told.map(({ subjectId, type, data }) => [subjectId, type, data])).toEqual([
      [idOf(1), 'SELECTED_BY_CALL', { callId: CALL, listSha256, rank: 1, grant: '900' }],
      [idOf(2), 'PUT_ON_RESERVE', { callId: CALL, listSha256, rank: 2, reserveRank: 1 }],
      [idOf(3), 'REJECTED_BY_CALL', { callId: CALL, listSha256, rank: 3, ground: 'below-threshold' }],
    ]);
    expect(told).toMatchObject(
      told.map(({ subjectId }) => ({
        person: 'system',
        actor: CHAIR,
        key: `${KEY}/${subjectId}`,
        receivedAt: AT,
      })),
    );
  });

  test('what they are told waits for the dispatcher at once', async () => {
    const { ledger } = await emptyBooks();
    const listSha256 = await listOf(ledger, LIST);
    await applyList(ledger, { callId: CALL, listSha256, key: KEY, by: CHAIR });
    expect(await leaseForDelivery(ledger, { limit: 10, leaseMs: 1_000 })).toHaveLength(3);
  });

  test('its places say how each stands, by which list and which move', async () => {
    const { ledger } = await emptyBooks();
    const listSha256 = await listOf(ledger, LIST);
    await applyList(ledger, { callId: CALL, listSha256, key: KEY, by: CHAIR });
    const places = await placesOf(ledger, CALL);
    expect(places.map(({ projectId, rank, state }) => [projectId, rank, state])).toEqual([
      [idOf(1), 1, 'selected'],
      [idOf(2), 2, 'reserve'],
      [idOf(3), 3, 'rejected'],
    ]);
    expect(places).toMatchObject(places.map(() => ({ listSha256, changedByKey: KEY, grant: 900n })));
    expect(await placeOf(ledger, CALL, idOf(2))).toEqual(places[1]);
    expect(await placeOf(ledger, CALL, idOf(4))).toBeUndefined();
  });

  test('again, and by many at once, it is applied once, with the same answer', async () => {
    const { ledger } = await emptyBooks();
    const listSha256 = await listOf(ledger, LIST);
    const move = { callId: CALL, listSha256, key: KEY, by: CHAIR };
    const answers = await Promise.all(Array.from({ length: 8 }, () => applyList(ledger, move)));
    expect(answers).toEqual(Array(8).fill({ selected: 1, reserve: 1, rejected: 1 }));
    expect(await toldTo(ledger)).toHaveLength(3);
  });

  test('a call has one list: another is a defect, and changes and tells nothing', async () => {
    const { ledger } = await emptyBooks();
    const first = await listOf(ledger, LIST);
    const other = await listOf(ledger, [line(1, 'rejected')]);
    await applyList(ledger, { callId: CALL, listSha256: first, key: KEY, by: CHAIR });
    const move = { callId: CALL, listSha256: other, key: `${CALL}/10.0`, by: CHAIR };
    await expect(applyList(ledger, move)).rejects.toMatchObject({ code: '23505' });
    expect(await toldTo(ledger)).toHaveLength(3);
    expect((await placeOf(ledger, CALL, idOf(1)))?.state).toBe('selected');
  });

  test.each([
    ['that isn’t stored', 'f'.repeat(64)],
    ['of another call', null],
  ])('a list %s is a defect', async (_, named) => {
    const { ledger } = await emptyBooks();
    const listSha256 = named ?? (await listOf(ledger, LIST, 'call/2026/autonomous/selection'));
    const move = { callId: CALL, listSha256, key: KEY, by: CHAIR };
    await expect(applyList(ledger, move)).rejects.toMatchObject({ code: 'RL006' });
    expect(await placesOf(ledger, CALL)).toEqual([]);
  });

  test('what is held are the selected places with their money', async () => {
    const { ledger } = await emptyBooks();
    await callStands(ledger, { capacity: 2 });
    expect(await heldPlaces(ledger, CALL)).toEqual({ places: 0, grants: 0n, firstTranches: 0n });
    const { ledger: other } = await emptyBooks();
    await appliedCall(other);
    expect(await heldPlaces(other, CALL)).toEqual({ places: 2, grants: 1_800n, firstTranches: 600n });
  });
});

describe('A place is moved by nothing but its moves', () => {
  test.each(['call_place', 'call_move', 'call_list'])(
    '%s takes no hand of the application',
    async (table) => {
      const { ledger } = await emptyBooks();
      await appliedCall(ledger);
      const client = await ledger.pool.connect();
      try {
        await client.query('set role rnd_app');
        await expect(client.query(`update ${table} set call_id = 'x'`)).rejects.toThrow(/permission denied/);
        await expect(client.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
      } finally {
        client.release(true);
      }
    },
  );

  test.each(['call_move', 'call_list'])('%s is append-only for its owner too', async (table) => {
    const { ledger } = await emptyBooks();
    await appliedCall(ledger);
    await expect(ledger.pool.query(`update ${table} set call_id = 'x'`)).rejects.toMatchObject({
      code: 'RL003',
    });
    await expect(ledger.pool.query(`delete from ${table}`)).rejects.toMatchObject({ code: 'RL003' });
  });
});
