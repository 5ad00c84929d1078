import { expect, test } from 'vitest';
import { postingOf } from '../../src/contract/postings.js';

const line = { debit: 'company/c', credit: 'year/2026/all', amount: '40' };

test.each([
  ['with its lines', { kind: 'commit', lines: [line, line] }, { kind: 'commit', lines: [line, line] }],
  ['that is one line', { kind: 'commit', ...line }, { kind: 'commit', lines: [line] }],
  [
    'out of a reservation',
    { kind: 'release', ...line, reservation: 'r' },
    { kind: 'release', lines: [line], reservation: 'r' },
  ],
  [
    'that reverses another',
    { kind: 'reverse', reverses: '7' },
    { kind: 'reverse', lines: [], reverses: '7' },
  ],
])('a posting %s is posted as it was ordered', (_, ordered, posting) => {
  expect(postingOf(ordered)).toEqual(posting);
});
