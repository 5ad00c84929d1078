import { describe, expect, test } from 'vitest';
import { bulkByKey, getBulk, storeBulk } from '../../src/ledger/bulk.js';
import { commandsOf, getCommand, leaseForDelivery, receive } from '../../src/ledger/inbox.js';
import type { Received } from '../../src/ledger/inbox.js';
import { together } from '../../src/ledger/ledger.js';
import { commandsByIds, receiveMany } from '../../src/ledger/receive-many.js';
import { PROJECT, emptyBooks, wishOf } from './books.js';

function storedIn(answers: readonly Received[]) {
  return answers.map((answer) => {
    if (answer.outcome !== 'stored') throw new Error(answer.outcome);
    return answer;
  });
}

describe('When many wishes are received at once', () => {
  test('each is stored as if it had come alone, and answered in its place', async () => {
    const { ledger } = await emptyBooks();
    const wishes = [
      wishOf({ key: 'a', data: { no: 1 }, books: { failing: 'x' } }),
      wishOf({ key: 'b', expectedSeq: 7, receivedAt: '2026-04-24T08:59:59.999Z' }),
      wishOf({ key: 'c', refusal: { code: 'wrongRole' } }),
    ];
    const [first, second, third] = storedIn(await receiveMany(ledger, wishes)).map(({ stored }) => stored);
    expect(first).toMatchObject({ state: 'received', command: { data: { no: 1 }, books: { failing: 'x' } } });
    expect(second).toMatchObject({ expectedSeq: 7, command: { receivedAt: '2026-04-24T08:59:59.999Z' } });
    expect(third).toMatchObject({ state: 'refused', answer: { code: 'wrongRole' } });
    expect(await getCommand(ledger, first!.command.id)).toEqual(first);
  });

  test('a key that came before gives the earlier command, or is refused with another body', async () => {
    const { ledger } = await emptyBooks();
    const before = await receive(ledger, wishOf({ key: 'a' }));
    const wishes = ['a', 'b', 'a'].map((key, index) =>
      wishOf({ key, bodySha256: index === 2 ? 'other' : 'body' }),
    );
    const [again, fresh, reused] = await receiveMany(ledger, wishes);
    expect(again).toEqual({ ...before, isFresh: false });
    expect(fresh).toMatchObject({ outcome: 'stored', isFresh: true });
    expect(reused).toEqual({ outcome: 'keyReused' });
  });

  test('a key that comes twice among them is stored once', async () => {
    const { ledger } = await emptyBooks();
    const [one, two] = storedIn(await receiveMany(ledger, [wishOf({ key: 'a' }), wishOf({ key: 'a' })]));
    expect([one?.isFresh, two?.isFresh]).toEqual([true, false]);
    expect(two?.stored).toEqual(one?.stored);
  });

  test('one key of two people is two commands', async () => {
    const { ledger } = await emptyBooks();
    const people = ['p-1', 'p-2'].map((person) => ({ person, role: 'officer', org: 'agency' }) as const);
    const all = storedIn(
      await receiveMany(
        ledger,
        people.map((by) => wishOf({ by, key: 'a' })),
      ),
    );
    expect(all.map(({ isFresh, stored }) => [isFresh, stored.command.by.person])).toEqual([
      [true, 'p-1'],
      [true, 'p-2'],
    ]);
  });

  test('the same many by five at once are stored once', async () => {
    const { ledger } = await emptyBooks();
    const wishes = Array.from({ length: 40 }, (_, index) => wishOf({ key: `key-${index}` }));
    const all = await Promise.all(Array.from({ length: 5 }, () => receiveMany(ledger, wishes)));
    const fresh = all.flatMap(storedIn).filter(({ isFresh }) => isFresh);
    expect(fresh).toHaveLength(40);
    const ids = all.map((answers) => storedIn(answers).map(({ stored }) => stored.command.id));
    expect(ids).toEqual(Array(5).fill(ids[0]));
  });

  test('they wait for the dispatcher at once, in the order that they were given in', async () => {
    const { ledger } = await emptyBooks();
    const wishes = Array.from({ length: 30 }, (_, no) => wishOf({ data: { no } }));
    await receiveMany(ledger, wishes);
    const leased = await leaseForDelivery(ledger, { limit: 30, leaseMs: 1_000 });
    expect(leased.map(({ command }) => command.data['no'])).toEqual(wishes.map((_, no) => no));
  });

  test('or are their bringer’s for as long as it asks for', async () => {
    const { ledger } = await emptyBooks();
    await receiveMany(ledger, [wishOf()], { leaseMs: 60_000 });
    expect(await leaseForDelivery(ledger, { limit: 1, leaseMs: 1_000 })).toEqual([]);
  });

  test('a thousand fit, one more is a defect, none is nothing', async () => {
    const { ledger } = await emptyBooks();
    const many = Array.from({ length: 1_001 }, () => wishOf());
    await expect(receiveMany(ledger, many)).rejects.toThrow(/1001 wishes/);
    expect(await receiveMany(ledger, many.slice(1))).toHaveLength(1_000);
    expect(await receiveMany(ledger, [])).toEqual([]);
  });

  test('with other work they are stored together or not at all', async () => {
    const { ledger } = await emptyBooks();
    const failing = together(ledger, async (books) => {
      await receiveMany(books, [wishOf({ key: 'a' })]);
      throw new Error('half an upload');
    });
    await expect(failing).rejects.toThrow('half an upload');
    expect(await commandsOf(ledger, 'officer-1', { limit: 9 })).toEqual([]);
  });
});

describe('When commands are looked up', () => {
  test('they are found by their ids; those that aren’t there are missing', async () => {
    const { ledger } = await emptyBooks();
    const [a, b] = storedIn(await receiveMany(ledger, [wishOf({ key: 'a' }), wishOf({ key: 'b' })]));
    const ids = [a!, b!].map(({ stored }) => stored.command.id);
    const found = await commandsByIds(ledger, [...ids, 'nowhere']);
    expect(found.map(({ command }) => command.id).sort()).toEqual([...ids].sort());
    expect(await commandsByIds(ledger, [])).toEqual([]);
  });
});

describe('When items are decided together', () => {
  const bulk = {
    id: 'bulk-1',
    person: 'officer-1',
    key: 'k',
    bodySha256: 'body',
    commandIds: ['c-2', 'c-1'],
  };

  test('what was decided together is found by its id and by its person’s key', async () => {
    const { ledger } = await emptyBooks();
    const stored = await storeBulk(ledger, bulk);
    expect(stored).toMatchObject(bulk);
    expect(await getBulk(ledger, 'bulk-1')).toEqual(stored);
    expect(await bulkByKey(ledger, 'officer-1', 'k')).toEqual(stored);
    expect(await bulkByKey(ledger, 'officer-2', 'k')).toBeUndefined();
    expect(await getBulk(ledger, PROJECT)).toBeUndefined();
  });

  test('for a key that was used before, what stands is given back', async () => {
    const { ledger } = await emptyBooks();
    const first = await storeBulk(ledger, bulk);
    expect(await storeBulk(ledger, { ...bulk, id: 'bulk-2', bodySha256: 'other' })).toEqual(first);
  });
});
