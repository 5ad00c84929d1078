import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { agreementFund, reserve } from '../../src/ledger/funds.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { revokeRole } from '../../src/ledger/registers/revocations.js';
import { PROJECT, TRANCHE, emptyBooks, held, posted, rowOf } from './books.js';

const AGREEMENT = agreementFund(PROJECT);

const commit = (won: string) => posted('commit', ['company/c', 'year/2026/all', won]);
const decommit = (won: string) => posted('decommit', ['year/2026/all', 'company/c', won]);

/** Books in which an agreement over so many won is in force. */
async function agreedOver(won: string) {
  const { ledger } = await emptyBooks();
  await appendRow(ledger, rowOf(PROJECT, 1, { postings: [commit(won)] }));
  return ledger;
}

function ask(ledger: Ledger, key: string, amount: bigint) {
  return reserve(ledger, { key, amount, funds: [{ key: AGREEMENT }] });
}

async function capOf(ledger: Ledger): Promise<bigint | undefined> {
  const fund = await ledger.db
    .selectFrom('fund')
    .select('cap')
    .where('key', '=', AGREEMENT)
    .executeTakeFirst();
  return fund?.cap;
}

describe('An agreement’s ceiling', () => {
  test('is what its project was promised, to the last won', async () => {
    const ledger = await agreedOver('100');
    expect(await ask(ledger, 'a', 100n)).toEqual({ isHeld: true });
    const full = { isHeld: false, fund: { key: AGREEMENT, cap: 100n, used: 100n } };
    expect(await ask(ledger, 'b', 1n)).toEqual(full);
  });

  test('rises and falls with the agreement, whichever case of the project posts it', async () => {
    const ledger = await agreedOver('100');
    await appendRow(ledger, rowOf(PROJECT, 2, { postings: [commit('20')] }));
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [decommit('50')] }));
    expect(await capOf(ledger)).toBe(70n);
  });

  test('follows a reversal', async () => {
    const ledger = await agreedOver('100');
    await appendRow(ledger, rowOf(PROJECT, 2, { postings: [decommit('30')] }));
    const rows = await ledger.db.selectFrom('posting').select(['id', 'kind']).execute();
    for (const [index, { id }] of rows.toReversed().entries())
      await appendRow(
        ledger,
        rowOf(PROJECT, 3 + index, {
          postings: [{ kind: 'reverse', lines: [], reverses: id.toString() }],
        }),
      );
    expect(await capOf(ledger)).toBe(0n);
  });

  test('never falls below what is held or paid already: nothing more is held, and nothing is undone', async () => {
    const ledger = await agreedOver('100');
    await ask(ledger, 'a', 60n);
    await appendRow(ledger, rowOf(PROJECT, 2, { postings: [decommit('100')] }));
    expect(await capOf(ledger)).toBe(60n);
    expect(await ask(ledger, 'b', 1n)).toMatchObject({ isHeld: false });
  });

  test('leaves no room where nothing was ever promised', async () => {
    const { ledger } = await emptyBooks();
    expect(await ask(ledger, 'a', 1n)).toEqual({
      isHeld: false,
      fund: { key: AGREEMENT, cap: 0n, used: 0n },
    });
  });

  test('reached by two tranches at once has room for one', async () => {
    const ledger = await agreedOver('100');
    const answers = await Promise.all(['a', 'b'].map((key) => ask(ledger, key, 60n)));
    expect(answers.filter(({ isHeld }) => isHeld)).toHaveLength(1);
  });
});

describe('Who approved', () => {
  const approvers = [
    { person: 'approver-1', role: 'approver' },
    { person: 'finance-1', role: 'finance' },
  ];

  test('has to hold that role still when the money is held', async () => {
    const { ledger } = await emptyBooks();
    await revokeRole(ledger, { ...approvers[1]!, ground: '퇴직', madeBy: 'administrator-1' });
    const refused = { isHeld: false, revoked: approvers[1] };
    expect(await reserve(ledger, { ...held('payment-1', 40n), approvers })).toEqual(refused);
    expect(await ledger.db.selectFrom('reservation').selectAll().execute()).toEqual([]);
  });

  test.each([
    ['another person’s', { person: 'finance-2', role: 'finance' }],
    ['another role of the same person', { person: 'finance-1', role: 'officer' }],
    ['one from tomorrow on', { person: 'finance-1', role: 'finance', fromAt: '2999-01-01T00:00:00.000Z' }],
  ])('is not concerned by %s revocation', async (_, revoked) => {
    const { ledger } = await emptyBooks();
    await revokeRole(ledger, { ...revoked, ground: '전보', madeBy: 'administrator-1' });
    expect(await reserve(ledger, { ...held('payment-1', 40n), approvers })).toEqual({ isHeld: true });
  });

  test('is not asked again for what is held already', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, { ...held('payment-1', 40n), approvers });
    await revokeRole(ledger, { ...approvers[0]!, ground: '퇴직', madeBy: 'administrator-1' });
    expect(await reserve(ledger, { ...held('payment-1', 40n), approvers })).toEqual({ isHeld: true });
  });
});
