import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/api/calendar.js';
import type { CalendarEntry } from '../../src/api/calendar.js';

const ENTRY: CalendarEntry = {
  case: 'project/2026/structured/0042',
  name: 'agreement',
  what: { ko: '협약 체결', en: 'Agreement' },
  title: { ko: '저전력 엣지 AI 반도체', en: 'Low-power edge AI chip' },
  due: '2026-07-01T14:59:59.999Z',
  overdue: false,
  provisional: false,
};

/** The lines of a calendar as a reader sees them: folded lines are one, and what is escaped is itself. */
function linesOf(calendar: string): string[] {
  return calendar
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.replaceAll('\\,', ','));
}

describe('A calendar of what is to be done', () => {
  test('what is due at the end of a Korean day takes that day, and nobody is busy for it', () => {
    const lines = linesOf(calendarOf([ENTRY]));
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'DTSTART;VALUE=DATE:20260701', 'DTEND;VALUE=DATE:20260702'],
        ...['SUMMARY:협약 체결 (Agreement) · 저전력 엣지 AI 반도체', 'TRANSP:TRANSPARENT', 'END:VCALENDAR'],
        'UID:project/2026/structured/0042/agreement@rnd-tracks',
      ]),
    );
  });

  test('what is due at an instant begins then', () => {
    const lines = linesOf(calendarOf([{ ...ENTRY, due: '2026-07-01T05:00:00.000Z' }]));
    expect(lines).toContain('DTSTART:20260701T050000Z');
  });

  test('what is late, and what is counted by days off that are only forecast, says so', () => {
    const [summary] = linesOf(calendarOf([{ ...ENTRY, overdue: true, provisional: true }])).filter((line) =>
      line.startsWith('SUMMARY:'),
    );
    expect(summary).toBe(
      'SUMMARY:[지남 Overdue] [잠정 Provisional] 협약 체결 (Agreement) · 저전력 엣지 AI 반도체',
    );
  });

  test('where nothing is to be done it is empty, and still a calendar', () => {
    expect(linesOf(calendarOf([]))).not.toContain('BEGIN:VEVENT');
    expect(linesOf(calendarOf([])).at(-1)).toBe('END:VCALENDAR');
  });

  test('no line is longer than the 75 octets that a calendar may have', () => {
    const lines = calendarOf([{ ...ENTRY, title: { ko: '가'.repeat(200), en: 'a'.repeat(200) } }]).split(
      '\r\n',
    );
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
