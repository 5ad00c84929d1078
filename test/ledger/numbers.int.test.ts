import { describe, expect, test } from 'vitest';
import { receive } from '../../src/ledger/inbox.js';
import type { StoredCommand, Wish } from '../../src/ledger/inbox.js';
import type { Ledger } from '../../src/ledger/ledger.js';
import { receiveMany } from '../../src/ledger/receive-many.js';
import { emptyBooks, wishOf } from './books.js';

const STRUCTURED = { editionId: '2026', track: 'structured' } as const;

function application(said: Partial<Wish> = {}): Wish {
  return wishOf({ kind: 'start', type: 'SUBMIT', draws: STRUCTURED, ...said });
}

async function applied(ledger: Ledger, said: Partial<Wish> = {}): Promise<StoredCommand> {
  const answer = await receive(ledger, application(said));
  if (answer.outcome !== 'stored') throw new Error(answer.outcome);
  return answer.stored;
}

const idOf = (number: number): string => `project/2026/structured/${String(number).padStart(4, '0')}`;

describe('When an application is received', () => {
  test('it has its project’s number, the next of its edition and track, from 1', async () => {
    const { ledger } = await emptyBooks();
    expect((await applied(ledger)).subjectId).toBe(idOf(1));
    expect((await applied(ledger)).subjectId).toBe(idOf(2));
    const mit = { editionId: '2026', track: 'mitIlp' } as const;
    expect((await applied(ledger, { draws: mit })).subjectId).toBe('project/2026/mit-ilp/0001');
    const pocket = { editionId: '2026-pocket', track: 'structured' } as const;
    expect((await applied(ledger, { draws: pocket })).subjectId).toBe('project/2026-pocket/structured/0001');
  });

  test('each has a number of its own, however many come at once, the very first too', async () => {
    const { ledger } = await emptyBooks();
    const all = await Promise.all(Array.from({ length: 200 }, () => applied(ledger)));
    const ids = all.map(({ subjectId }) => subjectId).sort();
    expect(ids).toEqual(Array.from({ length: 200 }, (_, index) => idOf(index + 1)));
  });

  test('a repeated key finds the same project, and uses up no number', async () => {
    const { ledger } = await emptyBooks();
    const first = await applied(ledger, { key: 'key-1' });
    expect((await applied(ledger, { key: 'key-1' })).subjectId).toBe(first.subjectId);
    expect((await applied(ledger)).subjectId).toBe(idOf(2));
  });

  test('the ten thousandth has five digits', async () => {
    const { ledger } = await emptyBooks();
    await applied(ledger);
    await ledger.pool.query(`select setval(number_sequence('2026', 'structured')::regclass, 9999)`);
    expect((await applied(ledger)).subjectId).toBe('project/2026/structured/10000');
  });

  test('a file’s rows have numbers in the order of the rows', async () => {
    const { ledger } = await emptyBooks();
    const all = await receiveMany(
      ledger,
      Array.from({ length: 50 }, () => application()),
    );
    expect(all.map((each) => each.outcome === 'stored' && each.stored.subjectId)).toEqual(
      Array.from({ length: 50 }, (_, index) => idOf(index + 1)),
    );
  });
});
