import * as gazette from '@hyunbinseo/holidays-kr/all';
import { describe, expect, it } from 'vitest';
import { loadEdition } from '../../src/program/load.js';
import { forecast } from '../../src/program/tools/forecast-holidays.mjs';
import { tableOf } from '../../src/program/tools/holiday-table.mjs';

const { holidays, forecast: ahead } = loadEdition('2026');
const { years } = holidays;
const dates = (year: number): string[] => (years[year] ?? []).map((day) => day.date);

describe('The table of days off', () => {
  it.each([2023, 2024, 2025, 2026, 2027] as const)('of %i is the official gazette’s', (year) => {
    expect(dates(year)).toEqual(Object.keys(gazette[`y${year}`]));
  });

  it('goes from 2023 to the last year that was gazetted, and no further', () => {
    expect(Object.keys(years)).toEqual(['2023', '2024', '2025', '2026', '2027']);
    const gazetted = Object.keys(gazette).filter((name) => /^y\d{4}$/.test(name));
    expect(Math.max(...gazetted.map((name) => Number(name.slice(1))))).toBe(2027);
  });

  it('and the forecast after it cover three years of stages, the roadmap before and the settlement after', () => {
    expect(Object.keys(ahead.years)).toEqual(['2028', '2029', '2030', '2031', '2032']);
  });

  it('and the forecast are what the committed tool makes of its sources', () => {
    expect(tableOf(2023, 2027)).toEqual(years);
    expect(tableOf(2028, 2032)).toEqual(ahead.years);
  });

  it('tells public holidays from substitutes and one-off days', () => {
    const kind = (date: string): string | undefined =>
      years[date.slice(0, 4)]?.find((day) => day.date === date)?.kind;
    expect(kind('2026-02-17')).toBe('public');
    expect(kind('2026-03-02')).toBe('substitute');
    expect(kind('2025-01-27')).toBe('one-off');
    expect(kind('2024-04-10')).toBe('one-off');
    expect(kind('2025-05-05')).toBe('public');
  });

  it.each([2026, 2027] as const)('the forecast for %i would have been right but for elections', (year) => {
    const oneOff = (years[year] ?? []).filter((day) => day.kind === 'one-off').map((day) => day.date);
    const expected = dates(year).filter((date) => !oneOff.includes(date));
    expect([...new Set(forecast(year).map((day) => day.date))]).toEqual(expected);
  });
});
