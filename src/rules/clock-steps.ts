import type { Length, Words } from '../program/types.js';
import { weekday } from './calendar.js';
import type { Day } from './calendar.js';

const KOREAN_WEEKDAYS = ['일', '월', '화', '수', '목', '금', '토'];
const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const KOREAN_UNITS = { months: '개월', days: '일', hours: '시간', seconds: '초' };

function ko(day: Day): string {
  return `${day}(${KOREAN_WEEKDAYS[weekday(day)]})`;
}

function en(day: Day): string {
  return `${day} (${ENGLISH_WEEKDAYS[weekday(day)]})`;
}

function lengthWords(length: Length): Words {
  const unit = length.count === 1 ? length.unit.slice(0, -1) : length.unit;
  return { ko: `${length.count}${KOREAN_UNITS[length.unit]}`, en: `${length.count} ${unit}` };
}

/** "Starts on this day." */
export function startStep(name: Words, from: Day): Words {
  return {
    ko: `${name.ko}: 기산 사유 발생일 ${ko(from)}`,
    en: `${name.en}: the day it starts from is ${en(from)}`,
  };
}

/** Whether the first day is counted, and so which day is day one. */
export function firstDayStep(counting: 'civil' | 'duty', first: Day): Words {
  return counting === 'civil'
    ? {
        ko: `첫날은 산입하지 않아 ${ko(first)}부터 계산`,
        en: `The first day is not counted: day one is ${en(first)}`,
      }
    : { ko: `첫날을 산입하여 ${ko(first)}부터 계산`, en: `The first day counts: day one is ${en(first)}` };
}

/** Where the length ends before any day off is looked at. */
export function lengthStep(length: Length, last: Day): Words {
  const words = lengthWords(length);
  if (length.count === 0) return { ko: `당일 ${ko(last)}에 만료`, en: `It ends that same day, ${en(last)}` };
  return { ko: `${words.ko}의 마지막 날은 ${ko(last)}`, en: `${words.en} end on ${en(last)}` };
}

/** That a last day off moved to the next working day. */
export function rollStep(last: Day, rolled: Day): Words {
  return {
    ko: `${ko(last)}은 토요일 또는 공휴일이므로 다음 근무일 ${ko(rolled)}까지`,
    en: `${en(last)} is a day off, so it ends on the next working day, ${en(rolled)}`,
  };
}

/** That a `duty` period's end stays although it is on a day off or not. */
export function stayStep(): Words {
  return {
    ko: '말일이 휴일이어도 만료일은 옮기지 않음',
    en: 'The last day does not move, even on a day off',
  };
}

/** A clock of hours or seconds, counted from the moment itself. */
export function exactStep(name: Words, from: string, length: Length): Words {
  const words = lengthWords(length);
  return {
    ko: `${name.ko}: ${from}부터 정확히 ${words.ko}`,
    en: `${name.en}: exactly ${words.en} from ${from}`,
  };
}
