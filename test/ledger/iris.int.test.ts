import { describe, expect, test } from 'vitest';
import { releaseRefused } from '../../src/ledger/draft-released.js';
import { getDraft, markSubmitted, storeDraft } from '../../src/ledger/drafts.js';
import { latestImport, takeTurn } from '../../src/ledger/import-turn.js';
import { storeImport } from '../../src/ledger/imports.js';
import { applicationsOf, bookReceipts, receiptsOf } from '../../src/ledger/iris.js';
import { together } from '../../src/ledger/ledger.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { receiveMany } from '../../src/ledger/receive-many.js';
import { upsertCompanies } from '../../src/ledger/registers/companies.js';
import { emptyBooks } from './books.js';

const OFFICER = { person: 'officer-1', role: 'officer', org: 'agency' } as const;
const APPLICANT = { person: 'applicant-1', role: 'applicant', org: 'company-2' } as const;

/** Stores an application of an officer's, or of a firm's own; gives back its command. */
async function applied(
  ledger: Ledger,
  key: string,
  {
    by = OFFICER,
    refusal,
    data = {},
  }: { by?: typeof OFFICER | typeof APPLICANT; refusal?: object; data?: object } = {},
): Promise<string> {
  const [received] = await receiveMany(ledger, [
    {
      ...{ kind: 'start', subjectId: 'applications', type: 'SUBMIT', by, key, bodySha256: key },
      draws: { editionId: '2026', track: 'structured' },
      data: { edition: '2026', track: 'structured', ...data },
      ...(refusal ? { refusal: { ...refusal } } : {}),
    },
  ]);
  if (received?.outcome !== 'stored') throw new Error('not stored');
  return received.stored.command.id;
}

const REFUSAL = { code: 'windowClosed', blockedBy: [], errors: [] };

describe('An IRIS receipt number', () => {
  test('belongs to one command of an edition', async () => {
    const { ledger } = await emptyBooks();
    const commandId = await applied(ledger, 'a');
    await bookReceipts(ledger, '2026', [{ number: 'I-1', saidSha256: 's', commandId }]);
    expect(await receiptsOf(ledger, '2026', ['I-1', 'I-2'])).toEqual([
      { number: 'I-1', saidSha256: 's', commandId, isRefused: false },
    ]);
    expect(await receiptsOf(ledger, '2027', ['I-1'])).toEqual([]);
  });

  test('whose command was refused is known as such, and gets the command that comes after', async () => {
    const { ledger } = await emptyBooks();
    const refused = await applied(ledger, 'a', { refusal: REFUSAL });
    await bookReceipts(ledger, '2026', [{ number: 'I-1', saidSha256: 's', commandId: refused }]);
    expect(await receiptsOf(ledger, '2026', ['I-1'])).toMatchObject([{ isRefused: true }]);
    const again = await applied(ledger, 'b');
    await bookReceipts(ledger, '2026', [{ number: 'I-1', saidSha256: 't', commandId: again }]);
    expect(await receiptsOf(ledger, '2026', ['I-1'])).toEqual([
      { number: 'I-1', saidSha256: 't', commandId: again, isRefused: false },
    ]);
  });
});

test('the applications to a track are those received and not refused, each its firm’s, whoever handed it in', async () => {
  const { ledger } = await emptyBooks();
  await upsertCompanies(
    ledger,
    [{ id: 'company-1', businessNumber: '1234567890', name: { ko: '하나', en: null } }],
    'officer-1',
  );
  const data = { companyId: 'company-1', irisReceivedAt: '2026-04-20T01:00:00.000Z' };
  const commandId = await applied(ledger, 'a', { data });
  await bookReceipts(ledger, '2026', [{ number: 'I-1', saidSha256: 's', commandId }]);
  await applied(ledger, 'b', { by: APPLICANT });
  await applied(ledger, 'c', { by: APPLICANT, refusal: REFUSAL });
  const found = await applicationsOf(ledger, { editionId: '2026', track: 'structured' });
  expect(
    found.map(({ id: _id, data: _said, receivedAt, ...rest }) => ({
      ...rest,
      isIris: receivedAt === data.irisReceivedAt,
    })),
  ).toEqual([
    { companyId: 'company-1', businessNumber: '1234567890', irisNumber: 'I-1', isIris: true },
    { companyId: 'company-2', businessNumber: null, irisNumber: null, isIris: false },
  ]);
  expect(await applicationsOf(ledger, { editionId: '2026', track: 'mitIlp' })).toEqual([]);
});

test('the latest import of a kind is found, and one import of a kind waits for the other', async () => {
  const { ledger } = await emptyBooks();
  const batch = {
    kind: 'companies',
    editionId: '2026',
    mode: 'all',
    rows: 1,
    accepted: 1,
    rejected: 0,
  } as const;
  const order: string[] = [];
  const take = (id: string) =>
    together(ledger, async (books) => {
      await takeTurn(books, 'companies');
      order.push(`${id} begins`);
      await storeImport(
        books,
        { ...batch, id, sha256: 'a', duplicates: 0, report: { id }, madeBy: 'officer-1' },
        [],
      );
      order.push(`${id} ends`);
    });
  await Promise.all([take('import-1'), take('import-2'), take('import-3')]);
  expect(order.map((each) => each.split(' ')[1])).toEqual(
    Array.from({ length: 3 }, () => ['begins', 'ends']).flat(),
  );
  const last = order.at(-1)?.split(' ')[0];
  expect(await latestImport(ledger, 'companies', '2026')).toMatchObject({
    id: last,
    sha256: 'a',
    report: { id: last },
  });
  expect(await latestImport(ledger, 'partners', '2026')).toBeUndefined();
});

test('a draft whose command was refused is its company’s again; one that was taken is not', async () => {
  const { ledger } = await emptyBooks();
  const draft = {
    companyId: 'company-2',
    editionId: '2026',
    track: 'structured',
    body: {},
    madeBy: 'applicant-1',
  };
  for (const [id, refusal] of [
    ['d-1', REFUSAL],
    ['d-2', undefined],
  ] as const) {
    await storeDraft(ledger, { ...draft, id });
    const command = await applied(ledger, id, { by: APPLICANT, ...(refusal ? { refusal } : {}) });
    await markSubmitted(ledger, 'company-2', id, command);
    await releaseRefused(ledger, 'company-2', id);
    const { submittedAs } = (await getDraft(ledger, 'company-2', id)) ?? {};
    expect(submittedAs).toBe(refusal ? null : command);
  }
});
