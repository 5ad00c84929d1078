import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { releaseReservation, reserve } from '../../src/ledger/funds.js';
import { getSubject } from '../../src/ledger/reads/subjects.js';
import { trialBalance } from '../../src/ledger/reads/trial-balance.js';
import { PROJECT, TRANCHE, both, emptyBooks, fundsOf, held, posted, releaseOf, rowOf } from './books.js';

describe('When a tranche is released', () => {
  test('its money is posted in the transaction that shows it as released', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await appendRow(ledger, rowOf(TRANCHE, 1, { to: 'released', postings: [releaseOf('payment-1', '40')] }));
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
    expect((await getSubject(ledger, TRANCHE))?.state).toBe('released');
    expect((await trialBalance(ledger, { projectId: PROJECT })).accounts).toEqual([
      { account: 'company/company-0001', kind: 'company', debit: 0n, credit: 40n, balance: -40n },
      { account: `tranche/${TRANCHE}`, kind: 'tranche', debit: 40n, credit: 0n, balance: 40n },
    ]);
  });

  test('what the firm and its partner were promised is one release of two lines, out of one reservation', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    const tranche = `tranche/${TRANCHE}`;
    const release = posted('release', [tranche, 'company/c', '30'], [tranche, 'partner/p', '10']);
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [{ ...release, reservation: 'payment-1' }] }));
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
    const { accounts } = await trialBalance(ledger);
    expect(accounts.map(({ account, balance }) => [account, balance])).toEqual([
      ['company/c', -30n],
      ['partner/p', -10n],
      [tranche, 40n],
    ]);
  });

  test('it is released once, whatever else was held for it', async () => {
    const { ledger } = await emptyBooks();
    for (const key of ['payment-1', 'payment-2']) await reserve(ledger, held(key, 40n));
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] }));
    const again = rowOf(TRANCHE, 2, { postings: [releaseOf('payment-2', '40')] });
    await expect(appendRow(ledger, again)).rejects.toThrow(/tranche_release_pkey/);
    expect(await fundsOf(ledger)).toEqual(both({ pending: 40n, posted: 40n }));
  });

  test('the same release twice posts once', async () => {
    const { ledger } = await emptyBooks();
    const released = rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] });
    await reserve(ledger, held('payment-1', 40n));
    await Promise.all([appendRow(ledger, released), appendRow(ledger, released)]);
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
    expect(await ledger.db.selectFrom('posting_line').select('amount').execute()).toEqual([{ amount: 40n }]);
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
      rowOf(id, 1, { to: 'released', postings: [releaseOf('payment-1', '40', id)] }),
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
    const { kind, lines } = releaseOf('payment-1', '40');
    const released = rowOf(TRANCHE, 1, { postings: [{ kind, lines }] });
    await expect(appendRow(ledger, released)).rejects.toThrow(/posting_release_reserved/);
    expect(await getSubject(ledger, TRANCHE)).toBeUndefined();
  });
});

describe('When money moves', () => {
  test('both sides of the books are equal, whole won, and beyond what a JSON number can hold', async () => {
    const { ledger } = await emptyBooks();
    const amount = '9007199254740993';
    const commit = posted('commit', ['company/0001', 'year/2026/all', amount]);
    await appendRow(ledger, rowOf(PROJECT, 1, { postings: [commit] }));
    const { debit, credit, isBalanced } = await trialBalance(ledger, { editionId: '2026' });
    expect([debit, credit, isBalanced]).toEqual([BigInt(amount), BigInt(amount), true]);
  });

  test.each(['0', '-1', '1.5', 'many'])('an amount of %s is refused with its row', async (amount) => {
    const { ledger } = await emptyBooks();
    const commit = posted('commit', ['company/0001', 'year/2026/all', amount]);
    await expect(appendRow(ledger, rowOf(PROJECT, 1, { postings: [commit] }))).rejects.toThrow();
    expect(await getSubject(ledger, PROJECT)).toBeUndefined();
  });

  test.each([
    ['an account of no kind', posted('commit', ['pocket/of-somebody', 'year/2026/all', '1']), '23514'],
    ['one account on both sides', posted('commit', ['year/2026/all', 'year/2026/all', '1']), '23514'],
    ['no lines', posted('commit'), 'RL007'],
  ])('a posting with %s is refused with its row', async (_, posting, code) => {
    const { ledger } = await emptyBooks();
    const row = rowOf(PROJECT, 1, { postings: [posting] });
    await expect(appendRow(ledger, row)).rejects.toMatchObject({ code });
    expect(await getSubject(ledger, PROJECT)).toBeUndefined();
  });
});
