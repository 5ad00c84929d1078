import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { markRefused, receive } from '../../src/ledger/inbox.js';
import type { StoredCommand, Wish } from '../../src/ledger/inbox.js';
import { intakeOf } from '../../src/ledger/intake.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { emptyBooks, eventOf, rowOf, wishOf } from './books.js';
import { CALL } from './call-books.js';

const CLOSES = '2026-04-24T09:00:00.000Z';

const STRUCTURED = { editionId: '2026', track: 'structured' } as const;

function application(said: Partial<Wish> = {}): Wish {
  const data = { edition: '2026', track: 'structured' };
  return wishOf({ kind: 'start', type: 'SUBMIT', draws: STRUCTURED, data, receivedAt: CLOSES, ...said });
}

async function applied(ledger: Ledger, said: Partial<Wish> = {}): Promise<StoredCommand> {
  const answer = await receive(ledger, application(said));
  if (answer.outcome !== 'stored') throw new Error(answer.outcome);
  return answer.stored;
}

const intake = (ledger: Ledger, closes = CLOSES) => intakeOf(ledger, { ...STRUCTURED, closes });

describe('When a call’s intake closes', () => {
  test.each([
    ['in time', '2026-04-24T08:59:59.999Z', 1],
    ['in the last millisecond, all of which is in time', '2026-04-24T09:00:00.000900Z', 1],
    ['a millisecond late', '2026-04-24T09:00:00.001Z', 0],
  ])('an application received %s: %s → %d', async (_, receivedAt, number) => {
    const { ledger } = await emptyBooks();
    await applied(ledger, { receivedAt });
    expect(await intake(ledger)).toEqual({ received: number, undelivered: number });
  });

  test('one whose project has begun is received, and waited for no more', async () => {
    const { ledger } = await emptyBooks();
    const { command, subjectId } = await applied(ledger);
    await applied(ledger);
    await appendRow(ledger, rowOf(subjectId, 1, { event: eventOf({ commandId: command.id }) }));
    expect(await intake(ledger)).toEqual({ received: 2, undelivered: 1 });
  });

  test('one that was refused is none', async () => {
    const { ledger } = await emptyBooks();
    const { command } = await applied(ledger);
    await markRefused(ledger, command.id, { code: 'windowClosed' });
    await applied(ledger, { refusal: { code: 'wrongRole' } });
    expect(await intake(ledger)).toEqual({ received: 0, undelivered: 0 });
  });

  test('another track’s, another edition’s, and the plan of the call itself are none of its own', async () => {
    const { ledger } = await emptyBooks();
    await applied(ledger, { data: { edition: '2026', track: 'autonomous' } });
    await applied(ledger, { data: { edition: '2026-pocket', track: 'structured' } });
    await applied(ledger, { type: 'PLAN_CALL', draws: undefined, subjectId: CALL });
    expect(await intake(ledger)).toEqual({ received: 0, undelivered: 0 });
  });

  test('one that was stamped in time and is committed late is counted all the same', async () => {
    const { ledger, url } = await emptyBooks();
    const slow = openLedger(url);
    const client = await slow.pool.connect();
    try {
      await client.query('begin');
      await client.query(
        `insert into command_inbox (id, kind, subject_id, type, data, actor, person, idempotency_key, body_sha256)
           values ('slow', 'start', 'x', 'SUBMIT', '{"edition": "2026", "track": "structured"}', '{}', 'p', 'key-1', 'body')`,
      );
      let isAnswered = false;
      const answer = intake(ledger, new Date(Date.now() + 300).toISOString()).finally(
        () => (isAnswered = true),
      );
      await sleep(900);
      expect(isAnswered).toBe(false);
      await client.query('commit');
      expect(await answer).toEqual({ received: 1, undelivered: 1 });
    } finally {
      client.release();
      await slow.close();
    }
  });

  test('where PostgreSQL’s clock is a little behind, what it stamps until the close is waited for', async () => {
    const { ledger } = await emptyBooks();
    const closes = new Date(Date.now() + 700).toISOString();
    const answer = intake(ledger, closes);
    await sleep(200);
    await applied(ledger, { receivedAt: undefined });
    expect(await answer).toEqual({ received: 1, undelivered: 1 });
  });

  test('an insertion that never ends makes the question fail, to be asked again; it never leaves one out', async () => {
    const { ledger, url } = await emptyBooks();
    const stuck = openLedger(url);
    const client = await stuck.pool.connect();
    try {
      await client.query('begin; lock table command_inbox in row exclusive mode');
      await expect(intake(ledger)).rejects.toThrow(/lock timeout/);
      await client.query('rollback');
      expect(await intake(ledger)).toEqual({ received: 0, undelivered: 0 });
    } finally {
      client.release();
      await stuck.close();
    }
  });

  test('none is lost while hundreds send and the question is asked again and again', async () => {
    const { ledger } = await emptyBooks();
    const closes = new Date(Date.now() + 400).toISOString();
    const stamped: string[] = [];
    const sending = Array.from({ length: 8 }, async () => {
      while (Date.now() < Date.parse(closes) + 300)
        stamped.push((await applied(ledger, { receivedAt: undefined })).command.receivedAt);
    });
    const { received } = await intake(ledger, closes);
    await Promise.all(sending);
    expect(received).toBe(stamped.filter((at) => at <= closes).length);
    expect(stamped.some((at) => at > closes)).toBe(true);
  });
});
