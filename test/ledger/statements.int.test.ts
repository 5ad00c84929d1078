import { describe, expect, test } from 'vitest';
import type { LedgerRow, Posting } from '../../src/contract/messages.js';
import { appendRow } from '../../src/ledger/append.js';
import { reserve } from '../../src/ledger/funds.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { statementLines, statementSums } from '../../src/ledger/reads/statement.js';
import type { StatementFilter, StatementLine } from '../../src/ledger/reads/statement.js';
import { trialBalance } from '../../src/ledger/reads/trial-balance.js';
import { emptyBooks, eventOf, identityOf, posted, rowOf } from './books.js';

const ONE = 'project/2026/structured/0001';
const TWO = 'project/2026/autonomous/0001';
// In Korea it is the first of January 2027 already.
const NEW_YEAR = '2026-12-31T15:00:00.000Z';

async function put(
  ledger: Ledger,
  [id, seq]: readonly [id: string, seq: number],
  postings: readonly Posting[],
  at = '2026-12-31T14:59:59.999Z',
): Promise<void> {
  const isTwo = id.startsWith(TWO);
  const whose = isTwo ? { companyId: 'company-0002', track: 'autonomous' } : {};
  const said: Partial<LedgerRow> = { identity: identityOf(id, whose), event: eventOf({ at }), postings };
  await appendRow(ledger, rowOf(id, seq, said));
}

const promised = (id: string, won: string) => posted('commit', [`company/${id}`, 'year/2026/all', won]);

/** Two projects of two companies; the first one's tranche was released the year after, half of it drawn, some of that returned. */
async function twoProjects() {
  const { ledger } = await emptyBooks();
  const tranche = `${ONE}/tranche/1`;
  await put(ledger, [ONE, 1], [promised(ONE, '500')]);
  await put(
    ledger,
    [TWO, 1],
    [promised(TWO, '300'), posted('decommit', ['year/2026/all', `company/${TWO}`, '50'])],
  );
  await reserve(ledger, { key: tranche, amount: 200n, funds: [{ key: 'year/2026/2027', cap: 900n }] });
  const release = posted('release', [`tranche/${tranche}`, `company/${ONE}`, '200']);
  await put(ledger, [tranche, 1], [{ ...release, reservation: tranche }], NEW_YEAR);
  await put(ledger, [ONE, 2], [posted('draw', ['drawn/firm/1', `tranche/${tranche}`, '100'])], NEW_YEAR);
  await put(ledger, [ONE, 3], [posted('return', ['year/2026/all', 'drawn/firm/1', '30'])], NEW_YEAR);
  return ledger;
}

const nothing = {
  ...{ committed: 0n, decommitted: 0n, released: 0n, open: 0n, drawn: 0n },
  ...{ returned: 0n, recovered: 0n, cashShare: 0n },
};
const first = { ...nothing, committed: 500n, released: 200n, open: 300n, drawn: 100n, returned: 30n };
const second = { ...nothing, committed: 300n, decommitted: 50n, open: 250n };

describe('A statement', () => {
  test.each([
    ['company', 'company-0001', 'company-0002'],
    ['project', ONE, TWO],
    ['track', 'structured', 'autonomous'],
  ] as const)('sums what was promised, released, drawn and returned for each %s', async (by, one, two) => {
    const sums = await statementSums(await twoProjects(), {}, by);
    const [a, b] = [
      { group: one, ...first },
      { group: two, ...second },
    ];
    expect(sums).toEqual([a, b].toSorted((x, y) => (x.group < y.group ? -1 : 1)));
  });

  test('sums each year by the Korean calendar', async () => {
    const ledger = await twoProjects();
    expect(await statementSums(ledger, {}, 'year')).toEqual([
      { group: '2026', ...nothing, committed: 800n, decommitted: 50n, open: 750n },
      { group: '2027', ...nothing, released: 200n, open: -200n, drawn: 100n, returned: 30n },
    ]);
  });

  test('takes off again what was reversed', async () => {
    const ledger = await twoProjects();
    const { rows } = await ledger.pool.query<{ id: bigint }>(`select id from posting where kind = 'return'`);
    const reverses = String(rows[0]?.id);
    await put(ledger, [ONE, 4], [{ kind: 'reverse', lines: [], reverses }]);
    const [sums] = await statementSums(ledger, { projectId: ONE }, 'project');
    expect(sums).toMatchObject({ returned: 0n, drawn: 100n });
  });

  test.each<[string, StatementFilter, number]>([
    ['a company', { companyId: 'company-0002' }, 2],
    ['a track', { track: 'structured' }, 4],
    ['a year', { year: 2027 }, 3],
    ['a project with its tranches', { projectId: ONE }, 4],
    ['an edition that has nothing', { editionId: '2027' }, 0],
    ['a company in a year', { companyId: 'company-0001', year: 2026 }, 1],
  ])('of %s has its lines and no others', async (_, filter, number) => {
    const lines = await statementLines(await twoProjects(), filter, { limit: 100 });
    expect(lines).toHaveLength(number);
  });

  test('says of each line when, by whom, in which row, and from which account to which', async () => {
    const lines = await statementLines(await twoProjects(), { year: 2027 }, { limit: 1 });
    const tranche = `${ONE}/tranche/1`;
    expect(lines).toMatchObject([
      {
        ...{ no: 1, kind: 'release', reverses: null, postedOn: '2027-01-01', companyId: 'company-0001' },
        ...{ track: 'structured', projectId: ONE, subjectId: tranche, seq: 1, person: 'officer-1' },
        ...{ debit: `tranche/${tranche}`, credit: `company/${ONE}`, amount: 200n },
      },
    ]);
  });

  test('comes page by page, each line once', async () => {
    const ledger = await twoProjects();
    const read: StatementLine[] = [];
    for (;;) {
      const page = await statementLines(ledger, {}, { limit: 2, after: read.at(-1) });
      if (page.length === 0) break;
      read.push(...page);
    }
    expect(read).toEqual(await statementLines(ledger, {}, { limit: 100 }));
    expect(read).toHaveLength(6);
  });
});

describe('The trial balance', () => {
  test('is balanced in all, and in each company and project', async () => {
    const ledger = await twoProjects();
    for (const filter of [{}, { companyId: 'company-0001' }, { projectId: TWO }, { editionId: '2026' }]) {
      const { debit, credit, isBalanced, accounts } = await trialBalance(ledger, filter);
      expect([isBalanced, debit], JSON.stringify(filter)).toEqual([true, credit]);
      expect(accounts.length).toBeGreaterThan(1);
    }
  });

  test('says of each account what it is for and what stands on it', async () => {
    const { accounts } = await trialBalance(await twoProjects(), { projectId: ONE });
    expect(accounts.map(({ kind, balance }) => [kind, balance])).toEqual([
      ['company', 300n],
      ['drawn', 70n],
      ['tranche', 100n],
      ['budget', -470n],
    ]);
  });

  test('of books with nothing in them is balanced', async () => {
    const { ledger } = await emptyBooks();
    expect(await trialBalance(ledger)).toEqual({ accounts: [], debit: 0n, credit: 0n, isBalanced: true });
  });
});
