import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { companyFund, releaseReservation, reserve, usedOf, yearFund } from '../../src/ledger/funds.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { statement } from '../../src/ledger/reads/statement.js';
import { getSubject } from '../../src/ledger/reads/subjects.js';
import { PROJECT, TRANCHE, emptyBooks, releaseOf, rowOf } from './books.js';

const YEAR = yearFund('2026');
const COMPANY = companyFund('2026', 'company-0001');

const held = (key: string, amount: bigint, caps: { year?: bigint; company?: bigint } = {}) => ({
  ...{ key, amount },
  funds: [
    { key: YEAR, cap: caps.year ?? 100n },
    { key: COMPANY, cap: caps.company ?? 100n },
  ],
});

async function fundsOf(ledger: Ledger) {
  const rows = await ledger.db.selectFrom('fund').selectAll().orderBy('key').execute();
  return Object.fromEntries(rows.map(({ key, pending, posted }) => [key, { pending, posted }]));
}

const both = (sums: { pending: bigint; posted: bigint }) => ({ [YEAR]: sums, [COMPANY]: sums });

describe('When money is reserved', () => {
  test('it is held under every ceiling, and asked for twice it is held once', async () => {
    const { ledger } = await emptyBooks();
    expect(await reserve(ledger, held('payment-1', 40n))).toEqual({ isHeld: true });
    expect(await reserve(ledger, held('payment-1', 40n))).toEqual({ isHeld: true });
    expect(await usedOf(ledger, [YEAR, COMPANY])).toEqual({ [YEAR]: 40n, [COMPANY]: 40n });
  });

  test('a ceiling may be reached to the last won, and not passed by one', async () => {
    const { ledger } = await emptyBooks();
    expect(await reserve(ledger, held('payment-1', 100n))).toEqual({ isHeld: true });
    const full = { isHeld: false, fund: { key: COMPANY, cap: 100n, used: 100n } };
    expect(await reserve(ledger, held('payment-2', 1n))).toEqual(full);
  });

  test('where one ceiling has no room, nothing is held under the others', async () => {
    const { ledger } = await emptyBooks();
    const refused = await reserve(ledger, held('payment-1', 40n, { company: 39n }));
    expect(refused).toEqual({ isHeld: false, fund: { key: COMPANY, cap: 39n, used: 0n } });
    expect(await usedOf(ledger, [YEAR, COMPANY])).toEqual({ [YEAR]: 0n, [COMPANY]: 0n });
  });

  test('of two at once that both want the last of a ceiling, exactly one has it', async () => {
    const { ledger, url } = await emptyBooks();
    const other = openLedger(url);
    try {
      const answers = await Promise.all([
        reserve(ledger, held('payment-1', 60n)),
        reserve(other, held('payment-2', 60n)),
      ]);
      expect(answers.filter(({ isHeld }) => isHeld)).toHaveLength(1);
      expect(await fundsOf(ledger)).toEqual(both({ pending: 60n, posted: 0n }));
    } finally {
      await other.close();
    }
  });

  test('forty at once, each under its company’s ceiling and the year’s in either order, fill the year and no more', async () => {
    const { ledger } = await emptyBooks();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const funds = [
          { key: companyFund('2026', `company-${index % 5}`), cap: 1_000n },
          { key: YEAR, cap: 100n },
        ];
        const request = { key: `payment-${index}`, amount: 10n };
        return reserve(ledger, { ...request, funds: index % 2 === 0 ? funds : funds.toReversed() });
      }),
    );
    expect(answers.filter(({ isHeld }) => isHeld)).toHaveLength(10);
    expect(await usedOf(ledger, [YEAR])).toEqual({ [YEAR]: 100n });
  });

  test('one key with another amount is a defect, and is loud', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await expect(reserve(ledger, held('payment-1', 41n))).rejects.toThrow(/another/);
    expect(await usedOf(ledger, [YEAR])).toEqual({ [YEAR]: 40n });
  });

  test('a case whose own ceiling is lower is held to that one', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n, { company: 100n }));
    const low = { isHeld: false, fund: { key: COMPANY, cap: 50n, used: 40n } };
    expect(await reserve(ledger, held('payment-2', 11n, { company: 50n }))).toEqual(low);
    const still = { isHeld: false, fund: { key: COMPANY, cap: 100n, used: 40n } };
    expect(await reserve(ledger, held('payment-3', 61n, { company: 900n, year: 900n }))).toEqual(still);
  });

  test('the database holds the ceiling against whoever writes past the guard', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    const past = ledger.pool.query('update fund set posted = posted + 61 where key = $1', [YEAR]);
    await expect(past).rejects.toThrow(/fund_within_cap/);
  });
});

describe('When a reservation is given back', () => {
  test('its won are free again, once', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 100n));
    await Promise.all([releaseReservation(ledger, 'payment-1'), releaseReservation(ledger, 'payment-1')]);
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 0n }));
    expect(await reserve(ledger, held('payment-2', 100n))).toEqual({ isHeld: true });
  });

  test('its key holds nothing any more, and asking for it again is a defect', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await releaseReservation(ledger, 'payment-1');
    await expect(reserve(ledger, held('payment-1', 40n))).rejects.toThrow(/given back/);
  });

  test('one that was paid, or was never made, can’t be given back', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] }));
    for (const key of ['payment-1', 'payment-2'])
      await expect(releaseReservation(ledger, key)).rejects.toMatchObject({ code: 'RL004' });
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted: 40n }));
  });

  test('of a payment and a giving back at once, one happens', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    const [paid, freed] = await Promise.allSettled([
      appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] })),
      releaseReservation(ledger, 'payment-1'),
    ]);
    expect([paid.status, freed.status].sort()).toEqual(['fulfilled', 'rejected']);
    const posted = paid.status === 'fulfilled' ? 40n : 0n;
    expect(await fundsOf(ledger)).toEqual(both({ pending: 0n, posted }));
  });
});

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
