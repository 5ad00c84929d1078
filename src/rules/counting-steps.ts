import type { Length, Words } from '../program/types.js';
import { weekday } from './calendar.js';
import type { Day } from './calendar.js';
import type { Remaining } from './counting-types.js';

const KOREAN_WEEKDAYS = ['일', '월', '화', '수', '목', '금', '토'];
const ENGLISH_WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const KOREAN_UNITS = { months: '개월', days: '일', hours: '시간', seconds: '초' };

function ko(day: Day): string {
  return `${day}(${KOREAN_WEEKDAYS[weekday(day)]})`;
}

function en(day: Day): string {
  return `${day} (${ENGLISH_WEEKDAYS[weekday(day)]})`;
}

const list = (days: readonly Day[], say: (day: Day) => string): string => days.map(say).join(', ');

/** A length in words: 1개월, 1 month. */
export function lengthWords({ unit, count }: Length): Words {
  return {
    ko: `${count}${KOREAN_UNITS[unit]}`,
    en: `${count} ${count === 1 ? unit.slice(0, -1) : unit}`,
  };
}

/** That the due date is the one which a notice states. */
export function statedStep(name: Words, last: Day): Words {
  return {
    ko: `${name.ko}: 통지서에 정한 날 ${ko(last)}까지`,
    en: `${name.en}: until the day that the notice states, ${en(last)}`,
  };
}

/** That days were passed over which became days off only after the edition. */
export function addedStep(days: readonly Day[]): Words {
  return {
    ko: `추가로 지정된 공휴일 반영: ${list(days, ko)}`,
    en: `Days off that were added later: ${list(days, en)}`,
  };
}

/** That a year's days off are a forecast, and the date provisional. */
export function forecastStep(years: readonly string[]): Words {
  const named = years.join(', ');
  return {
    ko: `${named}년 공휴일은 아직 관보에 고시되지 않아 예상표로 계산한 잠정 기한`,
    en: `The days off of ${named} are not yet gazetted: the date is provisional, by the forecast`,
  };
}

/** That a clock was extended, and to which day. */
export function extendedStep(by: Length | undefined, last: Day, ground: string): Words {
  const length = by && lengthWords(by);
  return {
    ko: `${length ? `${length.ko} 연장하여 ` : '기한을 연장하여 '}${ko(last)}까지 (사유: ${ground})`,
    en: `Extended${length ? ` by ${length.en}` : ''} to ${en(last)} (ground: ${ground})`,
  };
}

/** That an extension changed nothing, because the clock already ran longer. */
export function outrunStep(last: Day): Words {
  return {
    ko: `연장한 날보다 늦은 ${ko(last)}이(가) 이미 기한이므로 그대로 둠`,
    en: `The extension ends earlier than ${en(last)}, which stands`,
  };
}

function remainingWords({ unit, count }: Remaining): Words {
  if (unit === 'days') return lengthWords({ unit, count });
  const seconds = Math.floor(count / 1000);
  return { ko: `${seconds}초`, en: `${seconds} second${seconds === 1 ? '' : 's'}` };
}

/** That a clock was stopped on a day, and what was left of it. */
export function suspendedStep(on: Day, remaining: Remaining): Words {
  const left = remainingWords(remaining);
  return {
    ko: `${ko(on)}에 정지, 남은 기간 ${left.ko}`,
    en: `Suspended on ${en(on)} with ${left.en} left`,
  };
}

/** That a clock went on with what was left of it. */
export function resumedStep(on: Day, remaining: Remaining, last: Day): Words {
  const left = remainingWords(remaining);
  return {
    ko: `${ko(on)}에 재개, 남은 ${left.ko}의 마지막 날은 ${ko(last)}`,
    en: `Resumed on ${en(on)}: the ${left.en} left end on ${en(last)}`,
  };
}

/** That the day from which a clock runs was corrected. */
export function correctedStep(from: Day, to: Day, ground: string): Words {
  return {
    ko: `기산일을 ${ko(from)}에서 ${ko(to)}로 정정 (사유: ${ground})`,
    en: `The day it starts from was corrected from ${en(from)} to ${en(to)} (ground: ${ground})`,
  };
}
