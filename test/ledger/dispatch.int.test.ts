import { describe, expect, test } from 'vitest';
import { leaseForDelivery, receive, releaseLease } from '../../src/ledger/inbox.js';
import type { StoredCommand, Wish } from '../../src/ledger/inbox.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { emptyBooks, wishOf } from './books.js';

async function received(ledger: Ledger, said: Partial<Wish> = {}): Promise<StoredCommand> {
  const answer = await receive(ledger, wishOf(said));
  if (answer.outcome !== 'stored') throw new Error(answer.outcome);
  return answer.stored;
}

/** The requests that brought them have had their time: now they are the dispatcher's. */
async function abandoned(ledger: Ledger): Promise<void> {
  await ledger.pool.query('update command_inbox set lease_until = null');
}

describe('When commands wait to be delivered', () => {
  test('the request that brought one has it to itself at first', async () => {
    const { ledger } = await emptyBooks();
    await received(ledger);
    expect(await leaseForDelivery(ledger, { limit: 10, leaseMs: 1_000 })).toEqual([]);
  });

  test('the oldest come first, in the order of their receipt, and no more than asked for', async () => {
    const { ledger } = await emptyBooks();
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) ids.push((await received(ledger)).command.id);
    await abandoned(ledger);
    const leased = await leaseForDelivery(ledger, { limit: 12, leaseMs: 60_000 });
    expect(leased.map(({ command }) => command.id)).toEqual(ids.slice(0, 12));
    const rest = await leaseForDelivery(ledger, { limit: 12, leaseMs: 60_000 });
    expect(rest.map(({ command }) => command.id)).toEqual(ids.slice(12));
  });

  test('two received in one millisecond are delivered in the order of their receipt', async () => {
    const { ledger } = await emptyBooks();
    const late = await received(ledger, { receivedAt: '2026-04-06T03:00:00.000900Z' });
    const early = await received(ledger, { receivedAt: '2026-04-06T03:00:00.000100Z' });
    await abandoned(ledger);
    const leased = await leaseForDelivery(ledger, { limit: 10, leaseMs: 1_000 });
    expect(leased.map(({ command }) => command.id)).toEqual([early.command.id, late.command.id]);
  });

  test('what another dispatcher is taking at this moment is passed over, not waited for', async () => {
    const { ledger, url } = await emptyBooks();
    const [first, second] = [await received(ledger), await received(ledger)];
    await abandoned(ledger);
    const other = openLedger(url);
    const taking = await other.pool.connect();
    try {
      await taking.query('begin');
      await taking.query('select 1 from command_inbox where id = $1 for update', [first.command.id]);
      const leased = await leaseForDelivery(ledger, { limit: 10, leaseMs: 60_000 });
      expect(leased.map(({ command }) => command.id)).toEqual([second.command.id]);
    } finally {
      await taking.query('rollback');
      taking.release();
      await other.close();
    }
  });

  test('five dispatchers at once share them, each command once', async () => {
    const { ledger } = await emptyBooks();
    await Promise.all(Array.from({ length: 50 }, () => received(ledger)));
    await abandoned(ledger);
    const taken: string[] = [];
    const dispatcher = async (): Promise<void> => {
      for (;;) {
        const leased = await leaseForDelivery(ledger, { limit: 4, leaseMs: 60_000 });
        if (leased.length === 0) return;
        taken.push(...leased.map(({ command }) => command.id));
      }
    };
    await Promise.all(Array.from({ length: 5 }, dispatcher));
    await dispatcher();
    expect(taken).toHaveLength(50);
    expect(new Set(taken).size).toBe(50);
  });

  test('a lease that elapsed is taken over, and the attempts are counted', async () => {
    const { ledger } = await emptyBooks();
    await received(ledger);
    await abandoned(ledger);
    await leaseForDelivery(ledger, { limit: 1, leaseMs: 0 });
    const [again] = await leaseForDelivery(ledger, { limit: 1, leaseMs: 60_000 });
    expect(again?.attempts).toBe(2);
  });

  test('one that is given back waits out its delay, and no longer', async () => {
    const { ledger } = await emptyBooks();
    const { command } = await received(ledger);
    await releaseLease(ledger, command.id, 60_000);
    expect(await leaseForDelivery(ledger, { limit: 1, leaseMs: 1_000 })).toEqual([]);
    await releaseLease(ledger, command.id, 0);
    expect(await leaseForDelivery(ledger, { limit: 1, leaseMs: 1_000 })).toHaveLength(1);
  });
});
