import type { Terms } from '../program/types.js';
import { addDays, weekday } from './calendar.js';
import type { Day, DaysOff } from './calendar.js';

/** Days off that were decided after the edition, as "MM-DD" under each year. */
export type DaysAdded = Readonly<Record<string, readonly string[]>>;

/** The tables that a count looks at: the official ones, the forecast where it may be used, and the days added since. */
export interface Tables {
  readonly official: DaysOff;
  readonly forecast: DaysOff;
  readonly added: DaysAdded;
}

/** Says that a count ended in a year for which there is no table of days off; `year`: "2028". */
export class NoTableOfDaysOff extends Error {
  readonly year: string;

  constructor(year: string) {
    super(`The edition has no table of days off for ${year}`);
    this.name = 'NoTableOfDaysOff';
    this.year = year;
  }
}

/**
 * A last day after it was moved off days off. `over`: the days it was moved over; `added`: those of them that only days
 * added later made days off; `forecast`: the years that were looked up in a forecast.
 */
export interface Rolled {
  readonly day: Day;
  readonly over: readonly Day[];
  readonly added: readonly Day[];
  readonly forecast: readonly string[];
}

const yearOf = (day: Day): string => day.slice(0, 4);

/** The tables of some terms; the forecast only where a provisional date will do. */
export function tablesOf(
  { holidays, forecast }: Pick<Terms, 'holidays' | 'forecast'>,
  added: DaysAdded,
  allowForecast: boolean,
): Tables {
  return { official: holidays, forecast: allowForecast ? (forecast ?? {}) : {}, added };
}

function tableFor(day: Day, { official, forecast }: Tables): readonly string[] {
  const table = official[yearOf(day)] ?? forecast[yearOf(day)];
  if (table === undefined) throw new NoTableOfDaysOff(yearOf(day));
  return table;
}

function whyOff(day: Day, tables: Tables): 'table' | 'added' | false {
  const table = tableFor(day, tables);
  const date = day.slice(5);
  if ([0, 6].includes(weekday(day)) || table.includes(date)) return 'table';
  return (tables.added[yearOf(day)] ?? []).includes(date) && 'added';
}

/** `last` itself if people work on it, else the next day on which they do. Throws NoTableOfDaysOff for a year without one. */
export function rolledOff(last: Day, tables: Tables): Rolled {
  const over: Day[] = [];
  const added: Day[] = [];
  let day = last;
  for (let why = whyOff(day, tables); why !== false; why = whyOff(day, tables)) {
    over.push(day);
    if (why === 'added') added.push(day);
    day = addDays(day, 1);
  }
  const years = new Set([...over, day].map(yearOf));
  return { day, over, added, forecast: [...years].filter((year) => tables.official[year] === undefined) };
}
