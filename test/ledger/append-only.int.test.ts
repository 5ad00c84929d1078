import { describe, expect, onTestFinished, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { isAwaited } from '../../src/ledger/awaited.js';
import { releaseReservation, reserve } from '../../src/ledger/funds.js';
import {
  leaseForDelivery,
  markDelivered,
  markRefused,
  receive,
  releaseLease,
} from '../../src/ledger/inbox.js';
import { openLedger } from '../../src/ledger/ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { getList } from '../../src/ledger/lists.js';
import { bookNotice } from '../../src/ledger/notices.js';
import { endReserve, placeUpheld, promoteNext } from '../../src/ledger/places.js';
import { receiveMany } from '../../src/ledger/receive-many.js';
import { NOON, TRANCHE, emptyBooks, eventOf, releaseOf, rowOf, wishOf } from './books.js';
import { CALL, CHAIR, appliedCall, idOf, toldTo } from './call-books.js';

/** Books with one row, one posting and two commands, as their owner: whom no missing right would stop. */
async function booksWithARow() {
  const { ledger } = await emptyBooks();
  const answered = await receive(ledger, wishOf());
  if (answered.outcome !== 'stored') throw new Error(answered.outcome);
  await receive(ledger, wishOf());
  await reserve(ledger, { key: 'payment-1', amount: 5n, funds: [{ key: 'year/2026', cap: 10n }] });
  const event = eventOf({ commandId: answered.stored.command.id });
  await appendRow(ledger, rowOf(TRANCHE, 1, { event, postings: [releaseOf('payment-1', '5')] }));
  return ledger;
}

describe('The ledger is append-only, for its owner too', () => {
  test.each([
    ['an update of a row', 'update ledger_row set reason = $$other$$'],
    ['an update that changes nothing', 'update ledger_row set seq = seq'],
    ['deleting a row', 'delete from ledger_row'],
    ['emptying the ledger', 'truncate ledger_row cascade'],
    ['an update of a posting', 'update posting set kind = $$draw$$'],
    ['deleting a posting', 'delete from posting'],
    ['emptying the postings', 'truncate posting cascade'],
    ['an update of a posting’s line', 'update posting_line set amount = 1'],
    ['deleting a posting’s line', 'delete from posting_line'],
    ['emptying the lines', 'truncate posting_line'],
  ])('%s is refused', async (_, statement) => {
    const ledger = await booksWithARow();
    const all = `select * from ledger_row l join posting p using (position) join posting_line n on n.posting = p.id`;
    const before = await ledger.pool.query(all);
    expect(before.rowCount).toBe(1);
    await expect(ledger.pool.query(statement)).rejects.toMatchObject({ code: 'RL003' });
    const after = await ledger.pool.query(all);
    expect(after.rows).toEqual(before.rows);
  });
});

describe('The inbox keeps what was received as it came, for its owner too', () => {
  test.each([
    ['another time of receipt', 'update command_inbox set received_at = clock_timestamp()'],
    ['another sender', 'update command_inbox set person = $$somebody$$'],
    ['other words', `update command_inbox set data = '{"a":1}'`],
    ['other books', `update command_inbox set books = '{"a":"1"}'`],
    ['another case', 'update command_inbox set subject_id = $$elsewhere$$'],
    ['taking back an answer', `update command_inbox set state = 'received', answer = null`],
    ['another answer', `update command_inbox set answer = '{}' where state = 'applied'`],
    ['deleting what was received', 'delete from command_inbox'],
    ['emptying the inbox', 'truncate command_inbox'],
  ])('%s is refused', async (_, statement) => {
    const ledger = await booksWithARow();
    const before = await ledger.pool.query('select * from command_inbox order by received_at');
    await expect(ledger.pool.query(statement)).rejects.toMatchObject({ code: 'RL003' });
    const after = await ledger.pool.query('select * from command_inbox order by received_at');
    expect(after.rows).toEqual(before.rows);
  });
});

/** Empty books as the application opens them: with nothing but the rights of its role. */
async function asApplication(): Promise<{ ledger: Ledger; owners: Ledger }> {
  const { ledger: owners, url } = await emptyBooks();
  const own = new URL(url);
  own.searchParams.set('options', '-c role=rnd_app');
  const ledger = openLedger(own.href);
  onTestFinished(() => ledger.close());
  const { rows } = await ledger.pool.query<{ role: string }>('select current_user as role');
  expect(rows[0]?.role).toBe('rnd_app');
  return { ledger, owners };
}

describe('The application’s role', () => {
  test.each([
    ['subject', []],
    ['ledger_row', []],
    ['posting', []],
    ['posting_line', []],
    ['tranche_release', []],
    ['entry', []],
    ['clock', []],
    ['delegation', ['insert']],
    ['calendar_feed', ['insert']],
    ['holiday_amendment', ['insert']],
    ['role_revocation', ['insert']],
    ['desk', ['insert', 'update']],
    ['fund', ['insert']],
    ['reservation', ['insert']],
    ['document', ['insert']],
    ['notice', ['insert']],
    ['command_inbox', ['insert', 'update']],
    ['bulk', ['insert']],
    ['call_list', ['insert']],
    ['call_place', []],
    ['call_move', []],
    ['company', ['insert', 'update']],
    ['partner', ['insert', 'update']],
    ['proposal', ['insert', 'update']],
    ['standing', ['insert', 'update']],
    ['register_history', []],
    ['iris_receipt', ['insert', 'update']],
    ['draft', ['insert', 'update', 'delete']],
    ['import_batch', ['insert']],
    ['import_row', ['insert']],
  ])('reads %s, and of its own hand may only: %j', async (table, own) => {
    const { ledger } = await emptyBooks();
    const { rows } = await ledger.pool.query<{ right: string }>(
      `select "right" from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as "right"
        where has_table_privilege('rnd_app', $1, "right")`,
      [table],
    );
    expect(rows.map(({ right }) => right)).toEqual(['select', ...own]);
  });

  test('holds won, and neither raises a ceiling nor says that something was paid', async () => {
    const { ledger } = await asApplication();
    await reserve(ledger, { key: 'payment-1', amount: 5n, funds: [{ key: 'year/2026', cap: 10n }] });
    for (const forbidden of [
      'update fund set cap = 100',
      'update fund set posted = 5',
      `update reservation set state = 'posted'`,
    ])
      await expect(ledger.pool.query(forbidden), forbidden).rejects.toThrow(/permission denied/);
  });

  test('does everything that the service does with nothing but its own rights', async () => {
    const { ledger, owners } = await asApplication();
    const received = await receive(ledger, wishOf());
    if (received.outcome !== 'stored') throw new Error(received.outcome);
    const { id } = received.stored.command;
    await receive(ledger, wishOf({ draws: { editionId: '2026', track: 'structured' } }));
    await reserve(ledger, { key: 'payment-1', amount: 5n, funds: [{ key: 'year/2026', cap: 10n }] });
    const postings = [releaseOf('payment-1', '5')];
    await appendRow(ledger, rowOf(TRANCHE, 1, { event: eventOf({ commandId: id }), postings }));
    await reserve(ledger, { key: 'payment-2', amount: 5n, funds: [{ key: 'year/2026', cap: 10n }] });
    await releaseReservation(ledger, 'payment-2');
    expect(await isAwaited(ledger, TRANCHE, NOON)).toBe(false);
    await leaseForDelivery(ledger, { limit: 1, leaseMs: 1_000 });
    await releaseLease(ledger, id, 0);
    await markDelivered(ledger, [id]);
    await bookNotice(ledger, { key: 'a', subjectId: TRANCHE, org: 'company-0001', notice: 'n', params: {} });
    const { rowCount } = await owners.pool.query('select 1 from posting');
    expect(rowCount).toBe(1);
  });

  test('carries a call from its list to the end of its reserve with nothing but its own rights', async () => {
    const { ledger } = await asApplication();
    const listSha256 = await appliedCall(ledger, { capacity: 3 });
    const move = (no: number) => ({ callId: CALL, key: `${CALL}/${no}.0`, by: CHAIR });
    const place = { outcome: 'reserve', rank: 6, reserveRank: 0 } as const;
    await placeUpheld(ledger, { ...move(20), projectId: idOf(6), place });
    expect(await promoteNext(ledger, move(21))).toEqual({ projectId: idOf(3), rank: 3 });
    const [promoted] = await toldTo(ledger, 'PROMOTED');
    await markRefused(ledger, promoted!.id, { code: 'isOver' });
    expect(await endReserve(ledger, move(22))).toEqual({ released: 4 });
    expect((await getList(ledger, listSha256))?.callId).toBe(CALL);
    await receiveMany(ledger, [wishOf({ draws: { editionId: '2026', track: 'structured' } })]);
  });

  test('appends by the function alone, whatever somebody puts before its tables', async () => {
    const { ledger, owners } = await asApplication();
    const client = await ledger.pool.connect();
    try {
      await client.query('create temporary table ledger_row (subject_id text, seq integer)');
      await client.query('select append_row($1::jsonb)', [JSON.stringify(rowOf(TRANCHE, 1))]);
    } finally {
      client.release(true);
    }
    expect((await owners.pool.query('select 1 from ledger_row')).rowCount).toBe(1);
  });
});
