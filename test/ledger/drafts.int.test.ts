import { describe, expect, test } from 'vitest';
import {
  changeDraft,
  draftsOf,
  dropDraft,
  getDraft,
  markSubmitted,
  storeDraft,
} from '../../src/ledger/drafts.js';
import { getImport, importRowsOf, storeImport } from '../../src/ledger/imports.js';
import type { ImportBatch, ImportRow } from '../../src/ledger/imports.js';
import { together } from '../../src/ledger/ledger.js';
import { emptyBooks } from './books.js';

const MINE = 'company-0001';
const OTHERS = 'company-0002';

const draft = (id: string, companyId = MINE) => ({
  ...{ id, companyId, editionId: '2026', track: 'structured', madeBy: 'person-1' },
  body: { title: { ko: '가' } },
});

const changed = { body: { title: { ko: '나' } }, track: 'autonomous' };

describe('When a company keeps a draft', () => {
  test('it finds its own, page by page, and nobody else does', async () => {
    const { ledger } = await emptyBooks();
    for (const id of ['d-1', 'd-2', 'd-3']) await storeDraft(ledger, draft(id));
    await storeDraft(ledger, draft('d-4', OTHERS));
    expect((await draftsOf(ledger, MINE, { limit: 2 })).map(({ id }) => id)).toEqual(['d-1', 'd-2']);
    expect((await draftsOf(ledger, MINE, { limit: 2, after: 'd-2' })).map(({ id }) => id)).toEqual(['d-3']);
    expect(await getDraft(ledger, MINE, 'd-1')).toMatchObject({
      version: 1,
      submittedAs: null,
      body: draft('').body,
    });
    expect(await getDraft(ledger, OTHERS, 'd-1')).toBeUndefined();
  });

  test('it changes its own, and each change is a version', async () => {
    const { ledger } = await emptyBooks();
    await storeDraft(ledger, draft('d-1'));
    expect(await changeDraft(ledger, OTHERS, 'd-1', changed)).toBeUndefined();
    expect(await changeDraft(ledger, MINE, 'd-1', changed)).toMatchObject({ version: 2, ...changed });
  });

  test('of two who change the same version, one is told', async () => {
    const { ledger } = await emptyBooks();
    await storeDraft(ledger, draft('d-1'));
    const both = [1, 2].map(async () => changeDraft(ledger, MINE, 'd-1', { ...changed, version: 1 }));
    expect((await Promise.all(both)).filter((each) => each === undefined)).toHaveLength(1);
    expect((await getDraft(ledger, MINE, 'd-1'))?.version).toBe(2);
  });

  test('it throws its own away', async () => {
    const { ledger } = await emptyBooks();
    await storeDraft(ledger, draft('d-1'));
    expect(await dropDraft(ledger, OTHERS, 'd-1')).toBe(false);
    expect(await dropDraft(ledger, MINE, 'd-1')).toBe(true);
    expect(await getDraft(ledger, MINE, 'd-1')).toBeUndefined();
  });

  test('one that was sent is sent once, and stays as it was sent', async () => {
    const { ledger } = await emptyBooks();
    await storeDraft(ledger, draft('d-1'));
    expect(await markSubmitted(ledger, MINE, 'd-1', 'command-1')).toBe(true);
    expect(await markSubmitted(ledger, MINE, 'd-1', 'command-1')).toBe(true);
    expect(await markSubmitted(ledger, MINE, 'd-1', 'command-2')).toBe(false);
    expect(await changeDraft(ledger, MINE, 'd-1', changed)).toBeUndefined();
    expect(await dropDraft(ledger, MINE, 'd-1')).toBe(false);
    expect(await getDraft(ledger, MINE, 'd-1')).toMatchObject({
      submittedAs: 'command-1',
      body: draft('').body,
    });
  });
});

const BATCH: Omit<ImportBatch, 'madeAt'> = {
  ...{ id: 'import-1', kind: 'proposals', editionId: '2026', sha256: 'a', mode: 'valid' },
  ...{ rows: 3, accepted: 1, rejected: 1, duplicates: 1, report: { errors: [] }, madeBy: 'officer-1' },
};

const ROWS: ImportRow[] = [
  { row: 1, outcome: 'accepted', became: 'P-1', errors: [] },
  { row: 2, outcome: 'rejected', became: null, errors: [{ column: 'id', message: { ko: '가', en: 'a' } }] },
  { row: 3, outcome: 'duplicate', became: 'P-1', errors: [] },
];

describe('When a file was imported', () => {
  test('what became of each row is found, page by page', async () => {
    const { ledger } = await emptyBooks();
    await storeImport(ledger, BATCH, ROWS);
    expect(await getImport(ledger, 'import-1')).toMatchObject(BATCH);
    expect(await importRowsOf(ledger, 'import-1', { limit: 2 })).toEqual(ROWS.slice(0, 2));
    expect(await importRowsOf(ledger, 'import-1', { limit: 2, after: 2 })).toEqual(ROWS.slice(2));
    expect(await getImport(ledger, 'import-2')).toBeUndefined();
  });

  test('an import that is broken off leaves nothing', async () => {
    const { ledger } = await emptyBooks();
    const half = together(ledger, async (books) => storeImport(books, BATCH, [...ROWS, ROWS[0]!]));
    await expect(half).rejects.toMatchObject({ code: '23505' });
    expect(await getImport(ledger, 'import-1')).toBeUndefined();
  });
});
