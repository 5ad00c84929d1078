import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import {
  commandsOf,
  getCommand,
  leaseForDelivery,
  markDelivered,
  markRefused,
  receive,
  releaseLease,
} from '../../src/ledger/inbox.js';
import type { StoredCommand, Wish } from '../../src/ledger/inbox.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { PROJECT, emptyBooks, eventOf, posted, rowOf, wishOf } from './books.js';

async function received(ledger: Ledger, said: Partial<Wish> = {}): Promise<StoredCommand> {
  const answer = await receive(ledger, wishOf(said));
  if (answer.outcome !== 'stored') throw new Error(answer.outcome);
  return answer.stored;
}

/** The requests that brought them have had their time: now they are the dispatcher's. */
async function abandoned(ledger: Ledger): Promise<void> {
  await ledger.pool.query('update command_inbox set lease_until = null');
}

describe('When a wish is received', () => {
  test('it has its time of receipt by the database’s clock, and waits to be delivered', async () => {
    const { ledger } = await emptyBooks();
    const before = await ledger.pool.query<{ now: string }>('select clock_timestamp() as now');
    const stored = await received(ledger);
    const after = await ledger.pool.query<{ now: string }>('select clock_timestamp() as now');
    expect(stored.state).toBe('received');
    expect(stored.command.receivedAt >= before.rows[0]!.now).toBe(true);
    expect(stored.command.receivedAt <= after.rows[0]!.now).toBe(true);
  });

  test('for which reading of its case it is, is kept with it', async () => {
    const { ledger } = await emptyBooks();
    expect((await received(ledger, { expectedSeq: 7 })).expectedSeq).toBe(7);
    expect((await received(ledger)).expectedSeq).toBeNull();
  });

  test('the same key with the same body is the same command', async () => {
    const { ledger } = await emptyBooks();
    const first = await received(ledger, { key: 'key-1' });
    const again = await receive(ledger, wishOf({ key: 'key-1' }));
    expect(again).toEqual({ outcome: 'stored', isFresh: false, stored: first });
  });

  test('twenty at once with one key are one command', async () => {
    const { ledger } = await emptyBooks();
    const all = await Promise.all(
      Array.from({ length: 20 }, () => receive(ledger, wishOf({ key: 'key-1' }))),
    );
    const stored = all.flatMap((each) => (each.outcome === 'stored' ? [each] : []));
    expect(stored.filter(({ isFresh }) => isFresh)).toHaveLength(1);
    expect(new Set(stored.map((each) => each.stored.command.id)).size).toBe(1);
  });

  test('a key used again with another body is refused, and what came first stands', async () => {
    const { ledger } = await emptyBooks();
    const first = await received(ledger, { key: 'key-1', data: { text: 'one' } });
    const other = wishOf({ key: 'key-1', data: { text: 'two' }, bodySha256: 'other' });
    expect(await receive(ledger, other)).toEqual({ outcome: 'keyReused' });
    expect((await getCommand(ledger, first.command.id))?.command.data).toEqual({ text: 'one' });
  });

  test('a key is a person’s own', async () => {
    const { ledger } = await emptyBooks();
    const mine = await received(ledger, { key: 'key-1' });
    const by = { person: 'officer-2', role: 'officer', org: 'agency' } as const;
    expect((await received(ledger, { key: 'key-1', by })).command.id).not.toBe(mine.command.id);
  });

  test('a refusal at the door is kept with its answer and is never delivered', async () => {
    const { ledger } = await emptyBooks();
    const refused = await received(ledger, { refusal: { code: 'notPublic' } });
    await abandoned(ledger);
    expect(refused).toMatchObject({ state: 'refused', answer: { code: 'notPublic' } });
    expect(await leaseForDelivery(ledger, { limit: 10, leaseMs: 1_000 })).toEqual([]);
  });

  test('what the books said at its receipt is kept with it, and nothing where they weren’t asked', async () => {
    const { ledger } = await emptyBooks();
    expect((await received(ledger, { books: { unscreened: '0' } })).command.books).toEqual({
      unscreened: '0',
    });
    expect((await received(ledger)).command).not.toHaveProperty('books');
  });
});

/** The row to which a command leads, as its workflow writes it. */
const rowFor = ({ command }: StoredCommand, said: Parameters<typeof rowOf>[2] = {}) =>
  rowOf(PROJECT, 1, { event: eventOf({ commandId: command.id }), ...said });

describe('When a command has been answered', () => {
  test('it is answered by its row, in the row’s own transaction', async () => {
    const { ledger } = await emptyBooks();
    const stored = await received(ledger);
    await appendRow(ledger, rowFor(stored, { outcome: 'ignored', reason: 'isOnHold' }));
    const answer = { subjectId: PROJECT, seq: 1, state: 'submitted', outcome: 'ignored', reason: 'isOnHold' };
    expect(await getCommand(ledger, stored.command.id)).toMatchObject({ state: 'applied', answer });
  });

  test('a row that is not kept answers nothing', async () => {
    const { ledger } = await emptyBooks();
    const stored = await received(ledger);
    const unpaid = posted('commit', ['company/a', 'year/2026', '0']);
    await expect(appendRow(ledger, rowFor(stored, { postings: [unpaid] }))).rejects.toThrow(/amount_check/);
    expect(await getCommand(ledger, stored.command.id)).toMatchObject({ state: 'received', answer: null });
  });

  test('the first answer stands', async () => {
    const { ledger } = await emptyBooks();
    const [applied, refused] = [await received(ledger), await received(ledger)];
    await appendRow(ledger, rowFor(applied));
    await markRefused(ledger, refused.command.id, { code: 'first' });
    for (const { command } of [applied, refused]) await markRefused(ledger, command.id, { code: 'late' });
    expect(await getCommand(ledger, applied.command.id)).toMatchObject({
      state: 'applied',
      answer: { seq: 1 },
    });
    expect(await getCommand(ledger, refused.command.id)).toMatchObject({ answer: { code: 'first' } });
  });

  test('it is brought again until its workflow is known to have it, and then no more', async () => {
    const { ledger } = await emptyBooks();
    const stored = await received(ledger);
    await appendRow(ledger, rowFor(stored));
    await abandoned(ledger);
    const again = await leaseForDelivery(ledger, { limit: 1, leaseMs: 0 });
    expect(again.map(({ command }) => command.id)).toEqual([stored.command.id]);
    await markDelivered(ledger, [stored.command.id]);
    await releaseLease(ledger, stored.command.id, 0);
    expect(await leaseForDelivery(ledger, { limit: 1, leaseMs: 0 })).toEqual([]);
  });

  test('one that was refused is never delivered again', async () => {
    const { ledger } = await emptyBooks();
    const { command } = await received(ledger);
    await markRefused(ledger, command.id, { code: 'isOfficer' });
    await releaseLease(ledger, command.id, 0);
    expect(await leaseForDelivery(ledger, { limit: 1, leaseMs: 0 })).toEqual([]);
  });

  test('its key is answered with the same answer again', async () => {
    const { ledger } = await emptyBooks();
    const stored = await received(ledger, { key: 'key-1' });
    await appendRow(ledger, rowFor(stored));
    expect(await receive(ledger, wishOf({ key: 'key-1' }))).toMatchObject({
      isFresh: false,
      stored: { state: 'applied', answer: { seq: 1 }, subjectId: PROJECT },
    });
  });

  test('a person sees their own commands, the newest first', async () => {
    const { ledger } = await emptyBooks();
    const ids = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await received(ledger)).command.id);
    await received(ledger, { by: { person: 'officer-2', role: 'officer', org: 'agency' } });
    const page = await commandsOf(ledger, 'officer-1', { limit: 3 });
    const next = await commandsOf(ledger, 'officer-1', { limit: 3, before: page.at(-1)!.command.id });
    expect([...page, ...next].map(({ command }) => command.id)).toEqual(ids);
  });
});
