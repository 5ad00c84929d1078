import { expect, test } from 'vitest';
import { answerWords, operations } from '../../src/contract/http/operations.js';

test.each(Object.entries(operations))('%s is said in Korean and in English', (_, { ko, en }) => {
  expect(ko).toMatch(/[가-힣]/);
  expect(en).toMatch(/^[A-Z][^가-힣]*$/);
});

test('no two addresses have one name', () => {
  const ids = Object.values(operations).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what an answer means is said in both languages', () => {
  for (const words of Object.values(answerWords)) expect(words).toMatch(/^[^/]*[가-힣][^/]* \/ [^가-힣]+$/);
});
