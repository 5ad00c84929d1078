import { z } from 'zod';

/** What is said where a cell is not what its column needs: Korean and English, parted by " / ". */
type Said = string;

function read<Value>(said: Said, reading: (text: string) => Value | undefined) {
  return z.string().transform((text, context): Value => {
    const value = reading(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: said });
    return z.NEVER;
  });
}

/** An instant by the Korean clock where the cell names no other, as ISO in UTC. */
export const koreanInstant = read(
  '일시는 2026-04-24 17:59:58 형식이어야 합니다 / a date with its time looks like 2026-04-24 17:59:58',
  (text) => {
    const parts =
      /^(\d{4})[-./]\s?(\d{1,2})[-./]\s?(\d{1,2})\.?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(
        text,
      );
    if (!parts) return undefined;
    const [, year, month, date, hour, minute, second = '00', zone = '+09:00'] = parts;
    const day = realDay(year, month, date);
    const instant = Date.parse(`${day}T${hour?.padStart(2, '0')}:${minute}:${second}${zone}`);
    return day === undefined || Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
  },
);

/** A calendar day, as people write it: 2026-04-24, 2026.4.24. or 20260424. */
export const calendarDay = read(
  '날짜는 2026-04-24 형식이어야 합니다 / a calendar day looks like 2026-04-24',
  (text) => {
    const parts = /^(\d{4})[-./]?\s?(\d{1,2})[-./]?\s?(\d{1,2})\.?$/.exec(text);
    return parts ? realDay(parts[1], parts[2], parts[3]) : undefined;
  },
);

function realDay(year = '', month = '', date = ''): string | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${day}T00:00:00Z`);
  // 31 April is a text that looks like a day.
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(day) ? day : undefined;
}

/** A whole number of something, none where the cell is empty. */
export const count = read('0 이상의 정수여야 합니다 / it must be a whole number, 0 or more', (text) =>
  /^\d{1,6}$/.test(text) ? Number(text) : undefined,
);

/** Won as digits, from a cell that counts in units of `unit` won: "1,500" thousand is 1500000. Undefined for no amount. */
export function wonIn(text: string, unit: bigint): string | undefined {
  const plain = text.replaceAll(/[,\s]/g, '').replace(/(원|krw)$/i, '');
  const parts = /^(\d{1,15})(?:\.(\d{1,9}))?$/.exec(plain);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  const scaled = BigInt(whole + fraction) * unit;
  const scale = 10n ** BigInt(fraction.length);
  // A fraction of a won is none.
  return scaled % scale === 0n ? (scaled / scale).toString() : undefined;
}
