import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { reserve } from '../../src/ledger/funds.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { TRANCHE, emptyBooks, releaseOf, rowOf } from './books.js';

/** Books with one row and one posting, as their owner: whom no missing right would stop. */
async function booksWithARow() {
  const { ledger } = await emptyBooks();
  await reserve(ledger, { key: 'payment-1', amount: 5n, funds: [{ key: 'year/2026', cap: 10n }] });
  await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '5')] }));
  return ledger;
}

describe('The ledger is append-only, for its owner too', () => {
  test.each([
    ['an update of a row', 'update ledger_row set reason = $$other$$'],
    ['an update that changes nothing', 'update ledger_row set seq = seq'],
    ['deleting a row', 'delete from ledger_row'],
    ['emptying the ledger', 'truncate ledger_row cascade'],
    ['an update of a posting', 'update posting set amount = 1'],
    ['deleting a posting', 'delete from posting'],
    ['emptying the postings', 'truncate posting'],
  ])('%s is refused', async (_, statement) => {
    const ledger = await booksWithARow();
    const before = await ledger.pool.query('select * from ledger_row l join posting p using (position)');
    await expect(ledger.pool.query(statement)).rejects.toMatchObject({ code: 'RL003' });
    const after = await ledger.pool.query('select * from ledger_row l join posting p using (position)');
    expect(after.rows).toEqual(before.rows);
  });
});

describe('The application’s role', () => {
  test.each(['ledger_row', 'posting'])('may append to %s, and has no right to change it', async (table) => {
    const { ledger } = await emptyBooks();
    const { rows } = await ledger.pool.query<{ right: string; has: boolean }>(
      `select "right", has_table_privilege('rnd_app', $1, "right") as has
         from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) as "right"`,
      [table],
    );
    expect(Object.fromEntries(rows.map(({ right, has }) => [right, has]))).toEqual({
      ...{ select: true, insert: true, update: false, delete: false, truncate: false },
    });
  });

  test('appends a release with its row, reserves and gives back, with nothing but its own rights', async () => {
    const { ledger: owners, url } = await emptyBooks();
    const asApplication = new URL(url);
    asApplication.searchParams.set('options', '-c role=rnd_app');
    const ledger = openLedger(asApplication.href);
    try {
      const { rows } = await ledger.pool.query<{ role: string }>('select current_user as role');
      expect(rows[0]?.role).toBe('rnd_app');
      await reserve(ledger, { key: 'payment-1', amount: 5n, funds: [{ key: 'year/2026', cap: 10n }] });
      await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '5')] }));
    } finally {
      await ledger.close();
    }
    const { rowCount } = await owners.pool.query('select 1 from posting');
    expect(rowCount).toBe(1);
  });
});
