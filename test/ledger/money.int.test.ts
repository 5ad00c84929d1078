import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { releaseReservation, reserve } from '../../src/ledger/funds.js';
import { statement } from '../../src/ledger/reads/statement.js';
import { getSubject } from '../../src/ledger/reads/subjects.js';
import { PROJECT, TRANCHE, both, emptyBooks, fundsOf, held, releaseOf, rowOf } from './books.js';

describe('When a tranche is released', () => {
  test('its money is posted in the transaction that shows it as released', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await appendRow(ledger, rowOf(TRANCHE, 1, { to: 'released', postings: [releaseOf('payment-1', '40')] }));
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
    expect((await getSubject(ledger, TRANCHE))?.state).toBe('released');
    expect(await statement(ledger, { projectId: PROJECT })).toEqual([
      { account: `tranche/${TRANCHE}`, debit: 40n, credit: 0n },
      { account: 'year/2026', debit: 0n, credit: 40n },
    ]);
  });

  test('the same release twice posts once', async () => {
    const { ledger } = await emptyBooks();
    const released = rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] });
    await reserve(ledger, held('payment-1', 40n));
    await Promise.all([appendRow(ledger, released), appendRow(ledger, released)]);
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
    expect(await ledger.db.selectFrom('posting').select('amount').execute()).toEqual([{ amount: 40n }]);
  });

  test.each([
    ['that was paid by an earlier row', 'payment-1', '40'],
    ['that was never made', 'payment-2', '40'],
    ['of another amount', 'payment-3', '41'],
    ['that was given back', 'payment-4', '40'],
  ])('a release from a reservation %s is refused with its row', async (_, key, amount) => {
    const { ledger } = await emptyBooks();
    const caps = { year: 1_000n, company: 1_000n };
    for (const made of ['payment-1', 'payment-3', 'payment-4']) await reserve(ledger, held(made, 40n, caps));
    await releaseReservation(ledger, 'payment-4');
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] }));
    const before = await fundsOf(ledger);
    const again = rowOf(TRANCHE, 2, { to: 'released', postings: [releaseOf(key, amount)] });
    await expect(appendRow(ledger, again)).rejects.toMatchObject({ code: 'RL004' });
    expect(await fundsOf(ledger)).toEqual(before);
    expect((await getSubject(ledger, TRANCHE))?.seq).toBe(1);
  });

  test('two tranches that would be paid out of one reservation at once: one is, the other is refused with its row', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    const rows = [TRANCHE, `${PROJECT}/tranche/2`].map((id) =>
      rowOf(id, 1, { to: 'released', postings: [releaseOf('payment-1', '40')] }),
    );
    const answers = await Promise.allSettled(rows.map((row) => appendRow(ledger, row)));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
    expect(await ledger.db.selectFrom('subject').select('id').execute()).toHaveLength(1);
  });

  test('money of another kind pays out no reservation', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    const returned = { ...releaseOf('payment-1', '40'), kind: 'return' } as const;
    await expect(appendRow(ledger, rowOf(TRANCHE, 1, { postings: [returned] }))).rejects.toThrow(
      /posting_release_reserved/,
    );
    expect(await fundsOf(ledger)).toEqual(both({ pending: 40n, posted: 0n }));
  });

  test('a release that names no reservation is refused: it would pass under no ceiling', async () => {
    const { ledger } = await emptyBooks();
    const { kind, debit, credit } = releaseOf('payment-1', '40');
    const released = rowOf(TRANCHE, 1, { postings: [{ kind, debit, credit, amount: '40' }] });
    await expect(appendRow(ledger, released)).rejects.toThrow(/posting_release_reserved/);
    expect(await getSubject(ledger, TRANCHE)).toBeUndefined();
  });
});

describe('When money moves', () => {
  test('both sides of the books are equal, whole won, and beyond what a JSON number can hold', async () => {
    const { ledger } = await emptyBooks();
    const amount = '9007199254740993';
    const posting = { kind: 'commit', debit: 'project/0001', credit: 'year/2026', amount } as const;
    await appendRow(ledger, rowOf(PROJECT, 1, { postings: [posting] }));
    const sums = await statement(ledger, { editionId: '2026' });
    const total = (side: 'debit' | 'credit') => sums.reduce((sum, account) => sum + account[side], 0n);
    expect([total('debit'), total('credit')]).toEqual([BigInt(amount), BigInt(amount)]);
  });

  test.each(['0', '-1', '1.5', 'many'])('an amount of %s is refused with its row', async (amount) => {
    const { ledger } = await emptyBooks();
    const posting = { kind: 'commit', debit: 'project/0001', credit: 'year/2026', amount } as const;
    await expect(appendRow(ledger, rowOf(PROJECT, 1, { postings: [posting] }))).rejects.toThrow();
    expect(await getSubject(ledger, PROJECT)).toBeUndefined();
  });
});
