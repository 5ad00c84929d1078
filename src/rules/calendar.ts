/**
 * Korean calendar days without a library. Temporal's workflow bundler doesn't shake trees, and temporal-polyfill cost
 * 173 KB in every bundle for two additions; the tests hold this file to temporal-polyfill instead.
 * Korea has stood at UTC+9 without summer time since 1988-10-09, so the zone is the constant below.
 */
const SEOUL_AHEAD_MS = 9 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A calendar day in Asia/Seoul, "2026-04-06". */
export type Day = string;

/** Days off as "MM-DD" under each year: `Terms['holidays']`. */
export type DaysOff = Readonly<Record<string, readonly string[]>>;

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

function parts(day: Day): { year: number; month: number; date: number } {
  const found = DAY_SHAPE.exec(day);
  if (found === null) throw new Error(`Not a calendar day: ${day}`);
  return { year: Number(found[1]), month: Number(found[2]), date: Number(found[3]) };
}

function utcMidnight(day: Day): number {
  const { year, month, date } = parts(day);
  const midnight = Date.UTC(year, month - 1, date);
  if (dayFromUtc(midnight) !== day) throw new Error(`No such calendar day: ${day}`);
  return midnight;
}

function dayFromUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 of a UTC moment; throws a plain Error on anything that is not one. */
export function msOf(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms) || !instant.endsWith('Z')) throw new Error(`Not a UTC moment: ${instant}`);
  return ms;
}

/** The Korean calendar day in which a UTC moment falls. */
export function dayOf(instant: string): Day {
  return dayFromUtc(msOf(instant) + SEOUL_AHEAD_MS);
}

/** The first moment (UTC) of a Korean calendar day. */
export function startOfDay(day: Day): string {
  return new Date(utcMidnight(day) - SEOUL_AHEAD_MS).toISOString();
}

/** The last millisecond (UTC) of a Korean calendar day: what is received in it is still in time. */
export function endOfDay(day: Day): string {
  return new Date(utcMidnight(day) + DAY_MS - SEOUL_AHEAD_MS - 1).toISOString();
}

/** The day `count` days after `day`, or before it if negative. */
export function addDays(day: Day, count: number): Day {
  return dayFromUtc(utcMidnight(day) + count * DAY_MS);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return new Date(utcMidnight(day)).getUTCDay();
}

/**
 * The last day of a period of calendar months whose first day is `first` (Civil Act article 160): the day before the
 * same date in the last month, or that month's last day where it lacks the date (1 September + 6 → 28 February;
 * 31 August + 6 → 28 February; 1 May + 6 → 31 October).
 */
export function lastDayOfMonths(first: Day, months: number): Day {
  const { year, month, date } = parts(first);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const monthEnd = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  const firstOfTarget = dayFromUtc(target.getTime());
  return date > monthEnd ? addDays(firstOfTarget, monthEnd - 1) : addDays(firstOfTarget, date - 2);
}

/** Whether people work that day: no Saturday, Sunday or day off. Throws an Error naming a year without a table. */
export function isWorkingDay(day: Day, daysOff: DaysOff): boolean {
  const year = day.slice(0, 4);
  const table = daysOff[year];
  if (table === undefined) throw new Error(`The edition has no table of days off for ${year}`);
  const inWeek = weekday(day);
  return inWeek !== 0 && inWeek !== 6 && !table.includes(day.slice(5));
}

/** `day` itself if people work on it, else the next day on which they do. */
export function rollToWorkingDay(day: Day, daysOff: DaysOff): Day {
  let rolled = day;
  while (!isWorkingDay(rolled, daysOff)) rolled = addDays(rolled, 1);
  return rolled;
}
