import * as gazette from '@hyunbinseo/holidays-kr/all';
import type { Holiday } from '../types.js';
import { forecast } from './forecast-holidays.mjs';

const ENGLISH: Readonly<Record<string, string>> = {
  '1월 1일': "New Year's Day",
  '설날 전날': 'Day before Seollal',
  설날: 'Seollal (Lunar New Year)',
  '설날 다음 날': 'Day after Seollal',
  '3ㆍ1절': 'Independence Movement Day',
  노동절: 'Labour Day',
  어린이날: "Children's Day",
  '부처님 오신 날': "Buddha's Birthday",
  현충일: 'Memorial Day',
  제헌절: 'Constitution Day',
  광복절: 'Liberation Day',
  '추석 전날': 'Day before Chuseok',
  추석: 'Chuseok',
  '추석 다음 날': 'Day after Chuseok',
  개천절: 'National Foundation Day',
  한글날: 'Hangeul Day',
  기독탄신일: 'Christmas Day',
  임시공휴일: 'One-off government holiday',
  '임시공휴일(대통령선거)': 'Presidential election',
  전국동시지방선거: 'Local elections',
  제22대국회의원선거: '22nd National Assembly election',
};

const ONE_OFF = /^임시공휴일|선거/;
const SUBSTITUTE = /^대체공휴일\((.+)\)$/;

function english(ko: string): string {
  const substituted = SUBSTITUTE.exec(ko)?.[1];
  const found = ENGLISH[substituted ?? ko];
  if (found === undefined) throw new Error(`No English name for ${ko}: add it to ENGLISH`);
  return substituted === undefined ? found : `Substitute for ${found}`;
}

function holiday(date: string, names: readonly string[]): Holiday {
  const kind = names.some((ko) => SUBSTITUTE.test(ko))
    ? 'substitute'
    : names.every((ko) => ONE_OFF.test(ko))
      ? 'one-off'
      : 'public';
  return { date, name: { ko: names.join('·'), en: names.map(english).join(' and ') }, kind };
}

function gazetted(year: number): Holiday[] | undefined {
  const all = gazette as unknown as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  const days = all[`y${year}`];
  return days === undefined ? undefined : Object.entries(days).map(([date, names]) => holiday(date, names));
}

function forecasted(year: number): Holiday[] {
  const byDate = new Map<string, string[]>();
  for (const { date, ko } of forecast(year)) byDate.set(date, [...(byDate.get(date) ?? []), ko]);
  return [...byDate].map(([date, names]) => holiday(date, names));
}

/** Days off by year, both years included: the gazette's where it has the year, forecast by law where it has not. */
export function tableOf(from: number, to: number): Record<string, Holiday[]> {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return Object.fromEntries(years.map((year) => [String(year), gazetted(year) ?? forecasted(year)]));
}
