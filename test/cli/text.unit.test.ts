import { describe, expect, it } from 'vitest';
import { columnsOf, koreanTime, table, won } from '../../src/cli/text.js';

describe('a table', () => {
  it('stays in line though some cells are in Hangul, which takes two columns a syllable', () => {
    const text = table(
      ['상태', 'n'],
      [
        ['철회', '1'],
        ['selected', '22'],
      ],
    );
    expect(text.split('\n')).toEqual(['상태      n', '────────  ──', '철회      1', 'selected  22']);
    const starts = text.split('\n').map((line) => columnsOf(line.replace(/\S+$/, '')));
    expect(new Set(starts)).toEqual(new Set([10]));
  });
});

describe('an amount', () => {
  it('has its thousands parted and loses no digit', () => {
    expect(won('1500000000')).toBe('1,500,000,000');
    expect(won(123456789012345678901n)).toBe('123,456,789,012,345,678,901');
    expect(won('0')).toBe('0');
  });
});

describe('an instant', () => {
  it('is shown in Korean time', () => {
    expect(koreanTime('2026-04-24T09:00:00.000Z')).toBe('2026-04-24 18:00:00 KST');
    expect(koreanTime('2026-12-31T15:00:00.000Z')).toBe('2027-01-01 00:00:00 KST');
  });
});
