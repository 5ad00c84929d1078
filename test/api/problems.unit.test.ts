import { describe, expect, test } from 'vitest';
import { explained, languageOf } from '../../src/api/problems.js';
import { atTheDoor } from '../../src/api/refused.js';

describe('the language of an answer', () => {
  test.each([
    [undefined, 'ko'],
    ['', 'ko'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['fr, en;q=0.3, ko;q=0.8', 'ko'],
    ['ko;q=0, en;q=0.1', 'en'],
    ['de', 'ko'],
    ['*', 'ko'],
  ] as const)('%j is answered in %s', (header, language) => expect(languageOf(header)).toBe(language));
});

test('a refusal is told in the language asked for, with its title in both', () => {
  const kept = atTheDoor('windowClosed', { closes: '2026-04-24T09:00:00.000Z' });
  const [ko, en] = [explained(kept, 'ko'), explained(kept, 'en')];
  expect(ko.titles).toEqual(en.titles);
  expect([ko.title, en.title]).toEqual([ko.titles.ko, en.titles.en]);
  expect(ko.detail).not.toBe(en.detail);
  expect(en.blockedBy).toMatchObject([
    { code: 'windowClosed', evidence: { closes: '2026-04-24T09:00:00.000Z' } },
  ]);
});
