import { describe, expect, test } from 'vitest';
import type { Posting } from '../../src/contract/messages.js';
import { appendRow } from '../../src/ledger/append.js';
import { reserve } from '../../src/ledger/funds.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { postingBy } from '../../src/ledger/reads/postings.js';
import { trialBalance } from '../../src/ledger/reads/trial-balance.js';
import { PROJECT, TRANCHE, emptyBooks, held, posted, releaseOf, rowOf } from './books.js';

const SHARE = posted('share', ['cash/0001', 'own/0001', '70'], ['cash/0001', 'own/0001', '30']);

function reversalOf(id: bigint): Posting {
  return { kind: 'reverse', lines: [], reverses: id.toString() };
}

async function numbersOf(ledger: Ledger): Promise<bigint[]> {
  const rows = await ledger.db.selectFrom('posting').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Books in which a project's cash share was posted. */
async function withAShare() {
  const { ledger } = await emptyBooks();
  await appendRow(ledger, rowOf(PROJECT, 1, { postings: [SHARE] }));
  const [share = 0n] = await numbersOf(ledger);
  return { ledger, share };
}

describe('When a posting was wrong', () => {
  test('it stands, and a further posting takes the same won from the same accounts, line by line', async () => {
    const { ledger, share } = await withAShare();
    await appendRow(ledger, rowOf(PROJECT, 2, { postings: [reversalOf(share)] }));
    const { accounts, isBalanced } = await trialBalance(ledger);
    expect(accounts.map(({ account, debit, credit }) => [account, debit, credit])).toEqual([
      ['cash/0001', 100n, 100n],
      ['own/0001', 100n, 100n],
    ]);
    expect(isBalanced).toBe(true);
    const reversal = await postingBy(ledger, share);
    expect(reversal).toMatchObject({
      ...{ kind: 'share', amount: 100n, projectId: PROJECT, seq: 1, madeBy: 'officer-1' },
      reversedBy: (await numbersOf(ledger))[1],
    });
  });

  test('it is reversed once', async () => {
    const { ledger, share } = await withAShare();
    const rows = [2, 3].map((seq) => rowOf(PROJECT, seq, { postings: [reversalOf(share)] }));
    await appendRow(ledger, rows[0]!);
    await expect(appendRow(ledger, rows[1]!)).rejects.toThrow(/posting_reversed_once/);
    expect(await numbersOf(ledger)).toHaveLength(2);
  });

  test('a reversal is not reversed: what was right after all is posted anew', async () => {
    const { ledger, share } = await withAShare();
    await appendRow(ledger, rowOf(PROJECT, 2, { postings: [reversalOf(share)] }));
    const [, reversal = 0n] = await numbersOf(ledger);
    const again = rowOf(PROJECT, 3, { postings: [reversalOf(reversal)] });
    await expect(appendRow(ledger, again)).rejects.toMatchObject({ code: 'RL007' });
  });

  test('money that was paid isn’t unpaid by a word', async () => {
    const { ledger } = await emptyBooks();
    await reserve(ledger, held('payment-1', 40n));
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [releaseOf('payment-1', '40')] }));
    const [release = 0n] = await numbersOf(ledger);
    const reversal = rowOf(TRANCHE, 2, { postings: [reversalOf(release)] });
    await expect(appendRow(ledger, reversal)).rejects.toMatchObject({ code: 'RL007' });
  });

  test('no project reverses what another posted, and nobody what was never posted', async () => {
    const { ledger, share } = await withAShare();
    const other = 'project/2026/structured/0002';
    for (const wrong of [
      rowOf(other, 1, { postings: [reversalOf(share)] }),
      rowOf(PROJECT, 2, { postings: [reversalOf(99n)] }),
    ])
      await expect(appendRow(ledger, wrong)).rejects.toMatchObject({ code: 'RL007' });
    expect(await numbersOf(ledger)).toEqual([share]);
  });

  test('a project reverses what its own tranche posted', async () => {
    const { ledger } = await emptyBooks();
    await appendRow(ledger, rowOf(PROJECT, 1));
    await appendRow(ledger, rowOf(TRANCHE, 1, { postings: [SHARE] }));
    const [share = 0n] = await numbersOf(ledger);
    await appendRow(ledger, rowOf(PROJECT, 2, { postings: [reversalOf(share)] }));
    expect((await trialBalance(ledger)).accounts.map(({ balance }) => balance)).toEqual([0n, 0n]);
  });

  test('the database itself takes no reversal that doesn’t undo exactly what it names', async () => {
    const { ledger, share } = await withAShare();
    const forged = ledger.pool.query(
      `with made as (insert into posting (position, kind, reverses) select position, 'reverse', id from posting returning id)
        insert into posting_line (posting, no, debit, credit, amount) select id, 1, 'own/0001', 'cash/0001', 99 from made`,
    );
    await expect(forged).rejects.toMatchObject({ code: 'RL007' });
    expect(await numbersOf(ledger)).toEqual([share]);
  });
});
