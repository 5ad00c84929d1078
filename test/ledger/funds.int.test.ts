import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { companyFund, releaseReservation, reserve, usedOf } from '../../src/ledger/funds.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { COMPANY, TRANCHE, YEAR, both, emptyBooks, fundsOf, held, releaseOf, rowOf } from './books.js';

describe('When money is reserved', () => {
  test('it is held under every ceiling, and asked for twice it is held once', async () => {
    const { ledger } = await emptyBooks();
    expect(await reserve(ledger, held('payment-1', 40n))).toEqual({ isHeld: true });
    expect(await reserve(ledger, held('payment-1', 40n))).toEqual({ isHeld: true });
    expect(await usedOf(ledger, [YEAR, COMPANY])).toEqual({ [YEAR]: 40n, [COMPANY]: 40n });
  });

  test.each([0n, -1n])('%s won can not be held', async (amount) => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await expect(reserve(ledger, held('payment-2', amount))).rejects.toThrow(/reservation_amount_check/);
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
