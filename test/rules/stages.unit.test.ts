import { describe, expect, it } from 'vitest';
import { loadEdition, termsOf } from '../../src/program/load.js';
import { stageDates } from '../../src/rules/stages.js';

const terms = termsOf(loadEdition('2026'), 'structured');
const lastDays = (lengths: readonly (number | null)[]): string[] =>
  stageDates(
    terms,
    '2026-08-01T01:00:00.000Z',
    lengths.map((count) => (count === null ? null : { unit: 'months', count })),
  ).map(({ due }) => new Date(Date.parse(due) + 9 * 3_600_000).toISOString().slice(0, 10));

describe('The stages of an agreement', () => {
  it('follow one another, twelve months each, over three years', () => {
    expect(lastDays([null, null, null])).toEqual(['2027-07-31', '2028-07-31', '2029-07-31']);
  });

  it('move with a stage that is extended', () => {
    expect(lastDays([null, 15, null])).toEqual(['2027-07-31', '2028-10-31', '2029-10-31']);
  });

  it('begin as the one before ends', () => {
    const [first, second] = stageDates(terms, '2026-08-01T01:00:00.000Z', [null, null]);
    expect(first).toEqual({ no: 1, from: '2026-08-01T01:00:00.000Z', due: '2027-07-31T14:59:59.999Z' });
    expect(second).toMatchObject({ no: 2, from: '2027-07-31T15:00:00.000Z' });
  });
});
