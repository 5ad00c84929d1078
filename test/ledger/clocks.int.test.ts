import { describe, expect, test } from 'vitest';
import type { ClockLine, LedgerRow } from '../../src/contract/messages.js';
import { appendRow } from '../../src/ledger/append.js';
import { listClocks } from '../../src/ledger/reads/clocks.js';
import type { ClockFilter } from '../../src/ledger/reads/clocks.js';
import { getSubject, listSubjects } from '../../src/ledger/reads/subjects.js';
import { PROJECT, TRANCHE, emptyBooks, identityOf, rowOf } from './books.js';

const OTHER = 'project/2026/structured/0002';

function running(clock: string, due: string, said: Partial<ClockLine> = {}): ClockLine {
  return {
    ...{ clock, from: '2026-04-06T00:00:00.000Z', due, rule: 'duty', whose: ['firm'] },
    ...{ isPending: true, isProvisional: false, suspendedAt: null, overdueSince: null },
    ...said,
  };
}

const MAY = '2026-05-01T14:59:59.999Z';
const JUNE = '2026-06-01T14:59:59.999Z';
const PAGE = { limit: 100 };

async function given(...rows: readonly (readonly [id: string, seq: number, said: Partial<LedgerRow>])[]) {
  const { ledger } = await emptyBooks();
  for (const [id, seq, said] of rows) await appendRow(ledger, rowOf(id, seq, said));
  const names = async (filter: ClockFilter = {}) =>
    (await listClocks(ledger, filter, PAGE)).map(({ subjectId, clock }) => `${clock} of ${subjectId}`);
  return { ledger, names };
}

describe('The clocks in the books', () => {
  test('are those of the last row: what it doesn’t name is gone, what it says stands', async () => {
    const before = { clocks: [running('agreement', MAY), running('objection', MAY)] };
    const after = { clocks: [running('agreement', JUNE, { overdueSince: MAY })] };
    const { ledger } = await given([PROJECT, 1, before], [PROJECT, 2, after]);
    expect(await listClocks(ledger, {}, PAGE)).toEqual([
      {
        ...{ subjectId: PROJECT, subject: 'structuredProject', track: 'structured', editionId: '2026' },
        ...{ companyId: 'company-0001', partnerId: 'partner-csem', state: 'screened', clock: 'agreement' },
        ...{ from: '2026-04-06T00:00:00.000Z', due: JUNE, rule: 'duty', whose: ['firm'], isPending: true },
        ...{ isProvisional: false, suspendedAt: null, overdueSince: MAY },
      },
    ]);
  });

  test('of a chart that keeps none are left alone', async () => {
    const { names } = await given([PROJECT, 1, { clocks: [running('agreement', MAY)] }], [PROJECT, 2, {}]);
    expect(await names()).toEqual([`agreement of ${PROJECT}`]);
  });

  test('are nobody’s move any more once their case is over', async () => {
    const { names } = await given([PROJECT, 1, { clocks: [running('agreement', MAY)], done: true }]);
    expect(await names()).toEqual([]);
    expect(await names({ isOver: true })).toEqual([`agreement of ${PROJECT}`]);
  });

  test('are listed as they are due, page by page', async () => {
    const two = [running('stage', JUNE), running('agreement', MAY)];
    const { ledger } = await given([PROJECT, 1, { clocks: two }], [OTHER, 1, { clocks: two }]);
    const all = await listClocks(ledger, {}, PAGE);
    expect(all.map(({ due }) => due)).toEqual([MAY, MAY, JUNE, JUNE]);
    const [, second] = all;
    expect(await listClocks(ledger, {}, { limit: 1, after: second })).toEqual([all[2]]);
  });

  test.each<[string, ClockFilter, readonly string[]]>([
    ['due by a date', { dueBefore: MAY }, ['agreement', 'report']],
    ['overdue', { overdueAt: JUNE }, ['agreement']],
    ['the agency’s', { whose: ['agency', 'ministry'] }, ['report']],
    ['a partner’s', { party: { partnerId: 'partner-csem' } }, ['agreement', 'report', 'stage']],
    ['another company’s', { party: { companyId: 'company-0002' } }, []],
    ['one case’s', { subjectId: OTHER }, []],
    ['another edition’s', { editionId: '2027' }, []],
  ])('are found where they are %s', async (_, filter, found) => {
    const clocks = [
      running('agreement', MAY),
      running('stage', JUNE, { whose: ['firm', 'partner'] }),
      running('report', MAY, { whose: ['agency'], suspendedAt: MAY }),
      running('objection', MAY, { isPending: false }),
    ];
    const { ledger } = await given([PROJECT, 1, { clocks }]);
    const read = await listClocks(ledger, filter, PAGE);
    expect(read.map(({ clock }) => clock).toSorted()).toEqual(found);
  });
});

describe('The next date of a case', () => {
  test('is no date at which something is merely said of a clock', async () => {
    const deadlines = {
      TEND_CLOCKS: { name: 'tending', due: '2026-04-24T14:59:59.999Z' },
      AGREEMENT_DUE: { name: 'agreement', due: MAY },
    };
    const { ledger } = await given([PROJECT, 1, { deadlines }]);
    expect(await getSubject(ledger, PROJECT)).toMatchObject({ nextDue: MAY, deadlines });
  });
});

describe('The partner of a case', () => {
  const named = (partnerId: string | null) => ({ facts: { title: 'x', partnerId } });

  test('is whom its project names now, and what goes on beside the project follows', async () => {
    const { ledger } = await given(
      [PROJECT, 1, named('partner-csem')],
      [TRANCHE, 1, {}],
      [`${PROJECT}/tranche/2`, 1, { done: true }],
      [PROJECT, 2, named('partner-tno')],
    );
    const of = async (partnerId: string) =>
      (await listSubjects(ledger, { partnerId }, PAGE)).map(({ identity }) => identity.id);
    expect(await of('partner-tno')).toEqual([PROJECT, TRANCHE]);
    expect(await of('partner-csem')).toEqual([`${PROJECT}/tranche/2`]);
  });

  test('of what is begun later, or goes on, is the project’s', async () => {
    const { ledger } = await given([PROJECT, 1, named('partner-tno')], [TRANCHE, 1, {}], [TRANCHE, 2, {}]);
    expect((await getSubject(ledger, TRANCHE))?.identity.partnerId).toBe('partner-tno');
  });

  test('of a change that brings a new one is the new one, before and after', async () => {
    const change = 'change/2026/structured/0001/1';
    const identity = identityOf(change, { subject: 'change', parentId: PROJECT });
    const { ledger } = await given(
      [PROJECT, 1, named('partner-csem')],
      [change, 1, { identity, ...named('partner-tno') }],
      [PROJECT, 2, named('partner-empa')],
    );
    expect((await getSubject(ledger, change))?.identity.partnerId).toBe('partner-tno');
  });

  test('whose facts say nothing of one is who it began with', async () => {
    const { ledger } = await given([PROJECT, 1, {}]);
    expect((await getSubject(ledger, PROJECT))?.identity).toEqual(identityOf(PROJECT));
  });
});
