import { describe, expect, test } from 'vitest';
import { appendRow } from '../../src/ledger/append.js';
import { bookDocument, documentsBySha256, isNamedInCaseOf } from '../../src/ledger/documents.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { bookNotice, noticesFor } from '../../src/ledger/notices.js';
import { getSubject, listSubjects, tranchesOf } from '../../src/ledger/reads/subjects.js';
import type { SubjectFilter } from '../../src/ledger/reads/subjects.js';
import { timeline } from '../../src/ledger/reads/timeline.js';
import { PROJECT, emptyBooks, eventOf, identityOf, rowOf } from './books.js';

const idOf = (number: number): string => `project/2026/structured/${String(number).padStart(4, '0')}`;

async function pagesOf(ledger: Ledger, filter: SubjectFilter, limit: number, between?: () => Promise<void>) {
  const ids: string[] = [];
  for (;;) {
    const page = await listSubjects(ledger, filter, { limit, after: ids.at(-1) });
    ids.push(...page.map(({ identity }) => identity.id));
    if (page.length < limit) return ids;
    await between?.();
  }
}

describe('When cases are listed', () => {
  test('pages neither lose nor repeat a case while others come in, before and behind the cursor', async () => {
    const { ledger } = await emptyBooks();
    const even = Array.from({ length: 20 }, (_, index) => idOf((index + 1) * 2));
    await Promise.all(even.map((id) => appendRow(ledger, rowOf(id, 1))));
    let odd = 1;
    const between = async (): Promise<void> => {
      for (const number of [odd, 41 - odd]) await appendRow(ledger, rowOf(idOf(number), 1));
      odd += 2;
    };
    const read = await pagesOf(ledger, {}, 3, between);
    expect(read.filter((id) => even.includes(id))).toEqual(even);
    expect(new Set(read).size).toBe(read.length);
  });

  test('a case that moves on while pages are read is neither lost nor repeated', async () => {
    const { ledger } = await emptyBooks();
    const ids = Array.from({ length: 12 }, (_, index) => idOf(index + 1));
    for (const id of ids) await appendRow(ledger, rowOf(id, 1));
    let moved = 0;
    const between = async (): Promise<void> => void (await appendRow(ledger, rowOf(ids[(moved += 3)]!, 2)));
    expect(await pagesOf(ledger, {}, 4, between)).toEqual(ids);
  });

  test('each filter finds its own cases and no others', async () => {
    const { ledger } = await emptyBooks();
    const put = (number: number, said: Partial<Parameters<typeof identityOf>[1]>, to = 'submitted') =>
      appendRow(ledger, rowOf(idOf(number), 1, { identity: identityOf(idOf(number), said), to }));
    await put(1, {}, 'research');
    await put(2, { companyId: 'company-0002' }, 'research.underWay');
    await put(3, { track: 'mitIlp' }, 'researching');
    await put(4, { partnerId: null, companyId: 'partner-csem' });
    const due = { WINDOW: { name: 'window', due: '2026-05-01T00:00:00.000Z' } };
    await appendRow(
      ledger,
      rowOf(idOf(5), 1, { deadlines: due, identity: identityOf(idOf(5), { editionId: '2027' }) }),
    );
    await appendRow(ledger, rowOf(idOf(6), 1, { done: true, to: 'withdrawn' }));
    await appendRow(ledger, rowOf(`${PROJECT}/tranche/1`, 1, { to: 'scheduled' }));
    const found = async (filter: SubjectFilter): Promise<number[]> =>
      (await pagesOf(ledger, { kind: 'project', ...filter }, 10)).map((id) => Number(id.slice(-4)));
    expect(await found({ state: 'research' })).toEqual([1, 2]);
    expect(await found({ states: ['research', 'withdrawn'] })).toEqual([1, 6]);
    expect(await found({ states: [] })).toEqual([]);
    expect(await found({ track: 'mitIlp' })).toEqual([3]);
    expect(await found({ companyId: 'company-0002' })).toEqual([2]);
    expect(await found({ partnerId: 'partner-csem' })).toEqual([1, 2, 3, 5, 6]);
    expect(await found({ party: { partnerId: 'partner-csem' } })).toEqual([1, 2, 3, 5, 6]);
    expect(await found({ party: { companyId: 'partner-csem' } })).toEqual([4]);
    expect(await found({ party: { companyId: 'company-0002' }, companyId: 'company-0001' })).toEqual([]);
    expect(await found({ editionId: '2027' })).toEqual([5]);
    expect(await found({ dueBefore: '2026-05-01T00:00:00.000Z' })).toEqual([5]);
    expect(await found({ dueBefore: '2026-04-30T23:59:59.999Z' })).toEqual([]);
    expect(await found({ isOpen: false })).toEqual([6]);
    expect(await found({ isOpen: true })).toEqual([1, 2, 3, 4, 5]);
    expect(await pagesOf(ledger, { kind: 'tranche' }, 10)).toEqual([`${PROJECT}/tranche/1`]);
  });

  test('a project has its own tranches, by number', async () => {
    const { ledger } = await emptyBooks();
    for (const id of [idOf(1), idOf(2)])
      for (const no of [3, 1, 2]) await appendRow(ledger, rowOf(`${id}/tranche/${no}`, 1));
    const tranches = await tranchesOf(ledger, idOf(1));
    expect(tranches.map(({ identity }) => identity.id)).toEqual(
      [1, 2, 3].map((no) => `${idOf(1)}/tranche/${no}`),
    );
  });

  test('a case that there isn’t is not found', async () => {
    const { ledger } = await emptyBooks();
    expect(await getSubject(ledger, PROJECT)).toBeUndefined();
  });
});

describe('When a case’s history is read', () => {
  test('its rows come by number, page by page, while more are written', async () => {
    const { ledger } = await emptyBooks();
    for (let seq = 1; seq <= 5; seq += 1) await appendRow(ledger, rowOf(PROJECT, seq));
    const first = await timeline(ledger, PROJECT, { limit: 3 });
    await appendRow(ledger, rowOf(PROJECT, 6));
    const rest = await timeline(ledger, PROJECT, { limit: 10, after: first.at(-1)!.seq });
    expect([...first, ...rest].map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('a row says what happened, who did it, where it led and when it was recorded', async () => {
    const { ledger } = await emptyBooks();
    const [event, orders] = [eventOf({ data: { text: 'hi' } }), [{ name: 'notify', params: { to: 'x' } }]];
    await appendRow(ledger, rowOf(PROJECT, 1, { event, orders }));
    const [row] = await timeline(ledger, PROJECT, { limit: 1 });
    expect(row).toMatchObject({ seq: 1, event, orders, outcome: 'applied', from: null, to: 'submitted' });
    expect(row?.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });
});

describe('When an organisation is told something', () => {
  const notice = { subjectId: PROJECT, org: 'company-0001', notice: 'selected', params: { rank: '3' } };

  test('the same notice twice is one notice', async () => {
    const { ledger } = await emptyBooks();
    for (let count = 0; count < 2; count += 1) await bookNotice(ledger, { key: 'a/1.0', ...notice });
    expect(await noticesFor(ledger, 'company-0001', { limit: 10 })).toMatchObject([
      { key: 'a/1.0', ...notice },
    ]);
  });

  test('it reads its own letter-box only, the newest first, page by page', async () => {
    const { ledger } = await emptyBooks();
    for (const key of ['a', 'b', 'c']) await bookNotice(ledger, { key, ...notice });
    await bookNotice(ledger, { key: 'd', ...notice, org: 'company-0002' });
    const page = await noticesFor(ledger, 'company-0001', { limit: 2 });
    const next = await noticesFor(ledger, 'company-0001', { limit: 2, before: page.at(-1)!.key });
    expect([...page, ...next].map(({ key }) => key)).toEqual(['c', 'b', 'a']);
  });
});

describe('When a document is stored', () => {
  const report = { sha256: 'ab12', size: 20_971_520n, mediaType: 'application/pdf', person: 'person-1' };

  test('the same document of one organisation is one, and each organisation has its own row of it', async () => {
    const { ledger } = await emptyBooks();
    for (const org of ['company-0001', 'company-0001', 'company-0002'])
      await bookDocument(ledger, { ...report, org });
    const rows = await documentsBySha256(ledger, ['ab12']);
    expect(rows.map(({ org, size }) => [org, size])).toEqual([
      ['company-0001', 20_971_520n],
      ['company-0002', 20_971_520n],
    ]);
    expect(await documentsBySha256(ledger, [])).toEqual([]);
  });

  test('the parties of a case that names it, however deep, are known; others are not', async () => {
    const { ledger } = await emptyBooks();
    const event = eventOf({ data: { reports: [{ sha256: 'ab12' }] } });
    await appendRow(ledger, rowOf(PROJECT, 1, { event }));
    expect(await isNamedInCaseOf(ledger, 'ab12', { companyId: 'company-0001' })).toBe(true);
    expect(await isNamedInCaseOf(ledger, 'ab12', { partnerId: 'partner-csem' })).toBe(true);
    expect(await isNamedInCaseOf(ledger, 'ab12', { companyId: 'partner-csem' })).toBe(false);
    expect(await isNamedInCaseOf(ledger, 'ab12', { companyId: 'company-0002' })).toBe(false);
    expect(await isNamedInCaseOf(ledger, 'cd34', { companyId: 'company-0001' })).toBe(false);
  });
});
