import { addDays, dayOf, startOfDay, weekday } from '../../rules/calendar.js';
import type { Day } from '../../rules/calendar.js';

/** The hour (Korean time) at which people act: once a day, so that a round has all of them. */
const OFFICE_OPENS_MS = 10 * 3_600_000;

const MONDAY = 1;
const WEEK = 7;

/** The instant (ISO) at which a day's round begins. */
export function roundOf(day: Day): string {
  return new Date(Date.parse(startOfDay(day)) + OFFICE_OPENS_MS).toISOString();
}

/** The first Monday from a day on: whoever isn't pressed acts on Mondays, and a year has fifty rounds. */
export function mondayFrom(day: Day): Day {
  return addDays(day, (MONDAY - weekday(day) + WEEK) % WEEK);
}

/** A day some days after another; after a year and longer too. */
export function after(day: Day, days: number): Day {
  return addDays(day, days);
}

/** The Korean day of an instant. */
export const koreanDay = dayOf;

/** The earliest of some days, or undefined. */
export function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((day): day is Day => day !== undefined).sort()[0];
}
