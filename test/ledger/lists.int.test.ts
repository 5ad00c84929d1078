import { describe, expect, test } from 'vitest';
import { getList, listsOf, storeList } from '../../src/ledger/lists.js';
import { emptyBooks } from './books.js';
import { CALL, line } from './call-books.js';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];

const LIST = {
  ...{ sha256: A, callId: CALL, basedOn: null, madeBy: 'officer-1' },
  body: { callId: CALL, places: [line(1, 'selected')], note: '가' },
};

describe('When a ranked list is stored', () => {
  test('it is found by its hash, with everything that its maker said in it', async () => {
    const { ledger } = await emptyBooks();
    await storeList(ledger, LIST);
    expect(await getList(ledger, A)).toMatchObject(LIST);
    expect(await getList(ledger, B)).toBeUndefined();
  });

  test('the same list again is the same, and what stood first stands', async () => {
    const { ledger } = await emptyBooks();
    await storeList(ledger, LIST);
    const first = await getList(ledger, A);
    await storeList(ledger, { ...LIST, madeBy: 'officer-2' });
    expect(await getList(ledger, A)).toEqual(first);
  });

  test('a call’s lists come the newest first, each with the one that it makes exceptions to', async () => {
    const { ledger } = await emptyBooks();
    await storeList(ledger, { ...LIST, madeAt: '2026-06-01T00:00:00.000Z' });
    await storeList(ledger, { ...LIST, sha256: B, basedOn: A, madeAt: '2026-06-02T00:00:00.000Z' });
    await storeList(ledger, { ...LIST, sha256: 'c'.repeat(64), callId: 'call/2026/autonomous/selection' });
    expect(await listsOf(ledger, CALL)).toEqual([
      { sha256: B, callId: CALL, basedOn: A, madeBy: 'officer-1', madeAt: '2026-06-02T00:00:00.000Z' },
      { sha256: A, callId: CALL, basedOn: null, madeBy: 'officer-1', madeAt: '2026-06-01T00:00:00.000Z' },
    ]);
  });

  test('one that makes exceptions to a list that there isn’t, or that no hash names, is a defect', async () => {
    const { ledger } = await emptyBooks();
    await expect(storeList(ledger, { ...LIST, basedOn: B })).rejects.toMatchObject({ code: '23503' });
    await expect(storeList(ledger, { ...LIST, sha256: 'A' })).rejects.toMatchObject({ code: '23514' });
  });
});
