import { createEvents } from 'ics';
import type { EventAttributes } from 'ics';
import type { Bilingual } from '../charts/kernel/types.js';
import { addDays, dayOf, endOfDay, msOf } from '../rules/calendar.js';

/** Something that is to be done by an instant (ISO): in which case, what, and what the case is called. */
export interface CalendarEntry {
  readonly case: string;
  /** What it is waited for, by the name of its clock or date: one entry of a case and a name. */
  readonly name: string;
  readonly what: Bilingual;
  readonly title: Bilingual | null;
  readonly due: string;
  readonly overdue: boolean;
  readonly provisional: boolean;
}

const PRODUCT = '-//R&D Tracks//Deadlines//KO';

const CALENDAR = '글로벌 협력 R&D 기한 (R&D Tracks)';

/**
 * A calendar (RFC 5545) of what is to be done: a day of its own for what is due at the end of a Korean day, the instant for
 * anything else. Names nobody: ids and titles of cases only.
 */
export function calendarOf(entries: readonly CalendarEntry[]): string {
  const { error, value } = createEvents(entries.map(eventOf), { productId: PRODUCT, calName: CALENDAR });
  if (error || value === null) throw new Error('a calendar can not be written', { cause: error });
  return refolded(value);
}

/** RFC 5545 counts a line's octets; the package folds by characters, of which a Korean one has three. */
const MOST_OCTETS = 75;

function refolded(calendar: string): string {
  const whole = calendar.replaceAll('\r\n\t', '');
  return whole
    .split('\r\n')
    .map((line) => foldedLine(line))
    .join('\r\n');
}

function foldedLine(line: string): string {
  const parts: string[] = [''];
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      parts.push('');
      // The tab that a line goes on with is one of its octets.
      octets = 1;
    }
    parts[parts.length - 1] += character;
    octets += size;
  }
  return parts.join('\r\n\t');
}

function eventOf(entry: CalendarEntry): EventAttributes {
  const { what, title, overdue, provisional } = entry;
  const marks = [...(overdue ? ['[지남 Overdue]'] : []), ...(provisional ? ['[잠정 Provisional]'] : [])];
  const about = title ? ` · ${title.ko}` : '';
  return {
    uid: `${entry.case}/${entry.name}@rnd-tracks`,
    ...whenOf(entry.due),
    title: [...marks, `${what.ko} (${what.en})${about}`].join(' '),
    description: [...(title ? [`${title.ko} / ${title.en}`] : []), entry.case].join('\n'),
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
  };
}

/** Where nothing longer is known, what is due at an instant is shown for a quarter of an hour from it on. */
const SHOWN_MINUTES = 15;

/** When an event is: a day from its beginning to the next one's, or an instant and how long it is shown. */
type When = Pick<EventAttributes, 'start' | 'startInputType' | 'startOutputType'> &
  ({ readonly end: Day } | { readonly duration: { readonly minutes: number } });
type Day = [year: number, month: number, date: number];

function whenOf(due: string): When {
  const day = dayOf(due);
  if (msOf(endOfDay(day)) === msOf(due)) return { start: dateOf(day), end: dateOf(addDays(day, 1)) };
  return {
    ...{ start: msOf(due), startInputType: 'utc', startOutputType: 'utc' },
    duration: { minutes: SHOWN_MINUTES },
  };
}

function dateOf(day: string): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
}
