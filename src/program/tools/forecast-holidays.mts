/** Days off of years that the gazette has not listed yet, from the dates and substitute rules fixed by law. */

/** One forecast day off: the day, its Korean name and whether it is a substitute. */
export interface Forecast {
  readonly date: string;
  readonly ko: string;
  readonly substitute: boolean;
}

type Rule = 'none' | 'sunday' | 'weekend';

const FIXED: readonly [string, string, Rule][] = [
  ['01-01', '1월 1일', 'none'],
  ['03-01', '3ㆍ1절', 'weekend'],
  ['05-01', '노동절', 'weekend'],
  ['05-05', '어린이날', 'weekend'],
  ['06-06', '현충일', 'none'],
  ['07-17', '제헌절', 'weekend'],
  ['08-15', '광복절', 'weekend'],
  ['10-03', '개천절', 'weekend'],
  ['10-09', '한글날', 'weekend'],
  ['12-25', '기독탄신일', 'weekend'],
];

const DAY_MS = 86_400_000;
const lunar = new Intl.DateTimeFormat('en-u-ca-dangi', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function shift(date: string, days: number): string {
  return iso(Date.parse(date) + days * DAY_MS);
}

/** The solar day of a day of the Korean lunar calendar ("1/1" is Seollal); leap months don't match. */
function solarOf(year: number, lunarDay: string): string {
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += DAY_MS) {
    if (lunar.format(ms) === lunarDay) return iso(ms);
  }
  throw new Error(`No lunar day ${lunarDay} in ${year}`);
}

function threeDays(middle: string, ko: string): { date: string; ko: string; rule: Rule; of: string }[] {
  return [
    { date: shift(middle, -1), ko: `${ko} 전날`, rule: 'sunday', of: ko },
    { date: middle, ko, rule: 'sunday', of: ko },
    { date: shift(middle, 1), ko: `${ko} 다음 날`, rule: 'sunday', of: ko },
  ];
}

function namedDays(year: number): { date: string; ko: string; rule: Rule; of: string }[] {
  const fixed = FIXED.map(([day, ko, rule]) => ({ date: `${year}-${day}`, ko, rule, of: ko }));
  const buddha = '부처님 오신 날';
  return [
    ...fixed,
    ...threeDays(solarOf(year, '1/1'), '설날'),
    { date: solarOf(year, '4/8'), ko: buddha, rule: 'weekend' as const, of: buddha },
    ...threeDays(solarOf(year, '8/15'), '추석'),
  ].toSorted((a, b) => a.date.localeCompare(b.date));
}

function needsSubstitute(day: { date: string; rule: Rule }, twice: boolean): boolean {
  const weekday = new Date(day.date).getUTCDay();
  if (day.rule === 'none') return false;
  return twice || weekday === 0 || (weekday === 6 && day.rule === 'weekend');
}

/** Every day off that law fixes for `year`; elections and one-off days are left for staff to add. */
export function forecast(year: number): Forecast[] {
  const named = namedDays(year);
  const taken = new Set(named.map((day) => day.date));
  const substitutes: Forecast[] = [];
  const counted = new Set<string>();
  for (const day of named) {
    const twice = counted.has(day.date);
    counted.add(day.date);
    if (!needsSubstitute(day, twice)) continue;
    let date = shift(day.date, 1);
    while (taken.has(date) || [0, 6].includes(new Date(date).getUTCDay())) date = shift(date, 1);
    taken.add(date);
    substitutes.push({ date, ko: `대체공휴일(${day.of})`, substitute: true });
  }
  const days = named.map(({ date, ko }) => ({ date, ko, substitute: false }));
  return [...days, ...substitutes].toSorted((a, b) => a.date.localeCompare(b.date));
}
