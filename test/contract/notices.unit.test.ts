import { expect, test } from 'vitest';
import { chartOf, charts } from '../../src/charts/registry.js';
import { notices, noticeText } from '../../src/contract/notices.js';
import { tendingNotices } from '../../src/contract/notices-clocks.js';
import { ordersIn } from './chart-parts.js';

// Whom a notice goes to may hang on a special evaluation; what it says doesn't.
const context = { specialEvaluation: { institution: 'company-0001' } };

const ordered = charts.flatMap(({ id }) =>
  ordersIn(chartOf(id))
    .filter(({ name }) => name === 'sendNotice')
    .map(({ params }) => String(params({ context, event: { data: {} } })['notice'])),
);

test('every notice that a chart orders, or that is due of a clock, has its words, and no other has', () => {
  expect([...new Set([...ordered, ...Object.values(tendingNotices)])].sort()).toEqual(
    Object.keys(notices).sort(),
  );
});

test.each(Object.entries(notices))('%s is said in Korean and in English', (_, { ko, en }) => {
  expect(ko).toMatch(/^[^a-z]*[가-힣][^a-z]*\.$/);
  expect(en).toMatch(/^[A-Z][^가-힣]*\.$/);
});

test('a notice without words is a defect', () => {
  expect(() => noticeText('toString')).toThrow('no notice toString');
});
