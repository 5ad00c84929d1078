import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { isAwaited } from '../../src/ledger/awaited.js';
import { markRefused, receive } from '../../src/ledger/inbox.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { PROJECT, emptyBooks, eventOf, rowOf, wishOf } from './books.js';

const DUE = '2026-04-24T09:00:00.000Z';

describe('When a deadline asks whether something received in time is still under way', () => {
  test.each([
    ['in time', '2026-04-24T08:59:59.999Z', true],
    ['at the due instant', '2026-04-24T09:00:00.000Z', true],
    [
      'within the millisecond of the due instant, which counts as in time',
      '2026-04-24T09:00:00.000900Z',
      true,
    ],
    ['a millisecond late', '2026-04-24T09:00:00.001Z', false],
  ])('a command received %s is waited for: %s → %s', async (_, receivedAt, expected) => {
    const { ledger } = await emptyBooks();
    await receive(ledger, wishOf({ receivedAt }));
    expect(await isAwaited(ledger, PROJECT, DUE)).toBe(expected);
  });

  test('one that has been answered isn’t waited for, nor is another subject’s', async () => {
    const { ledger } = await emptyBooks();
    const mine = await receive(ledger, wishOf({ receivedAt: DUE }));
    await receive(ledger, wishOf({ receivedAt: DUE, subjectId: `${PROJECT}9` }));
    if (mine.outcome !== 'stored') throw new Error(mine.outcome);
    await markRefused(ledger, mine.stored.command.id, {});
    expect(await isAwaited(ledger, PROJECT, DUE)).toBe(false);
  });

  test('one whose row stands isn’t waited for, though its delivery is not booked yet', async () => {
    const { ledger } = await emptyBooks();
    const mine = await receive(ledger, wishOf({ receivedAt: DUE }));
    if (mine.outcome !== 'stored') throw new Error(mine.outcome);
    await appendRow(ledger, rowOf(PROJECT, 1, { event: eventOf({ commandId: mine.stored.command.id }) }));
    expect(await isAwaited(ledger, PROJECT, DUE)).toBe(false);
  });

  test('one that was stamped in time and is committed late is seen all the same', async () => {
    const { ledger, url } = await emptyBooks();
    const slow = openLedger(url);
    const client = await slow.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into command_inbox (id, kind, subject_id, type, data, actor, person, idempotency_key, body_sha256)
           values ('slow', 'decide', $1, 'NOTE', '{}', '{}', 'officer-1', 'key-1', 'body')`,
        [PROJECT],
      );
      const due = new Date(Date.now() + 60_000).toISOString();
      let isAnswered = false;
      const answer = isAwaited(ledger, PROJECT, due).finally(() => (isAnswered = true));
      await sleep(300);
      expect(isAnswered).toBe(false);
      await client.query('commit');
      expect(await answer).toBe(true);
    } finally {
      client.release();
      await slow.close();
    }
  });

  test('an insertion that never ends makes the question fail, to be asked again; it never answers no', async () => {
    const { ledger, url } = await emptyBooks();
    const stuck = openLedger(url);
    const client = await stuck.pool.connect();
    try {
      await client.query('begin; lock table command_inbox in row exclusive mode');
      await expect(isAwaited(ledger, PROJECT, DUE)).rejects.toThrow(/lock timeout/);
      await client.query('rollback');
      expect(await isAwaited(ledger, PROJECT, DUE)).toBe(false);
    } finally {
      client.release();
      await stuck.close();
    }
  });

  test('commands go on being received while many subjects ask', async () => {
    const { ledger } = await emptyBooks();
    const asked = Array.from({ length: 40 }, () => isAwaited(ledger, PROJECT, DUE));
    const stored = Array.from({ length: 40 }, () => receive(ledger, wishOf()));
    expect((await Promise.all(asked)).every((each) => !each)).toBe(true);
    expect(await Promise.all(stored)).toHaveLength(40);
  });
});
