import { editionIds, loadEdition, termsOf } from '../../program/load.js';
import type { ClockName, Length, Terms, Words } from '../../program/types.js';
import { startOfDay } from '../../rules/calendar.js';
import { countClock, NoTableOfDaysOff } from '../../rules/counting.js';
import type { Counted, CountingRule, DaysAdded } from '../../rules/counting.js';
import type { Context } from '../context.js';
import { EXIT, Failure, usage } from '../failure.js';
import { koreanInstant, koreanTime } from '../text.js';

/**
 * Which clock, from when (a day in Korea or an ISO instant), by which edition. `length`: another than the clock's own,
 * such as 14d; `until`: the day or instant that a notice states; `addHoliday`: further days off; `forecast`: years that
 * aren't gazetted are counted by the forecast.
 */
export interface ClockOptions {
  readonly clock: string;
  readonly from: string;
  readonly edition: string;
  readonly length?: string;
  readonly until?: string;
  readonly addHoliday?: readonly string[];
  readonly forecast?: boolean;
}

const RULES: Readonly<Record<CountingRule, Words>> = {
  civil: {
    ko: '첫날 불산입, 말일이 휴일이면 다음 근무일까지',
    en: 'the first day is not counted, a last day off moves to the next working day',
  },
  duty: { ko: '첫날 산입, 말일 고정', en: 'the first day counts, the end does not move' },
  exact: { ko: '그 시각부터 정확히 계산', en: 'exactly from the moment' },
  stated: { ko: '통지서에 정한 날', en: 'the day that the notice states' },
  resumed: { ko: '재개 후 남은 기간', en: 'what was left of it' },
};

/** `rnd clock explain`: when a clock runs out, by which rule, with its arithmetic and its clause (domain.md section 4). */
export function clockExplain({ terminal }: Context, options: ClockOptions): void {
  const terms = termsOf(editionNamed(options.edition), 'structured');
  const counted = countedBy(terms, clockNamed(options.clock, terms), options);
  const { clock, from, due, lastDay, rule, provisional, steps, clause } = counted;
  const answer = {
    ...{ clock, from: koreanInstant(from), due: koreanInstant(due), lastDay },
    ...{ rule, provisional, steps, clause },
  };
  terminal.answer(answer, () =>
    [
      ...steps.map((step) => `  ${terminal.say(step)}`),
      `→ ${koreanTime(due)} (${rule}: ${terminal.say(RULES[rule])})`,
      terminal.say(clause),
    ].join('\n'),
  );
}

function countedBy(terms: Terms, clock: ClockName, options: ClockOptions): Counted {
  const { from, length, until, addHoliday = [], forecast = false } = options;
  try {
    return countClock(terms, clock, instantOf(from), {
      ...(length === undefined ? {} : { length: lengthOf(length) }),
      ...(until === undefined ? {} : { statedDue: A_DAY.test(until) ? dayOff(until) : instantOf(until) }),
      daysAdded: daysAdded(addHoliday),
      allowForecast: forecast,
    });
  } catch (error) {
    if (error instanceof NoTableOfDaysOff) throw noTable(error.year, terms);
    throw error;
  }
}

function noTable(year: string, { holidays, forecast = {}, editionId }: Terms): Failure {
  const gazetted = Object.keys(holidays).toSorted();
  const [first = '', last = ''] = [gazetted[0], gazetted.at(-1)];
  const help = Object.hasOwn(forecast, year)
    ? {
        ko: '--forecast 를 붙이면 예상표로 잠정 기한을 계산합니다.',
        en: 'With --forecast it is counted provisionally, by the forecast.',
      }
    : { ko: '사업 연도 판에 그 해의 공휴일을 추가하십시오.', en: "Add that year's days off to the edition." };
  return new Failure(
    EXIT.usage,
    {
      ko: `${editionId} 판에 ${year}년의 고시된 공휴일이 없습니다(${first}~${last}년만 있습니다). ${help.ko}`,
      en: `Edition ${editionId} has no gazetted days off for ${year}, only for ${first} to ${last}. ${help.en}`,
    },
    { code: 'noTableOfDaysOff', year, edition: editionId, gazetted },
  );
}

function editionNamed(id: string) {
  if (editionIds().includes(id)) return loadEdition(id);
  const ids = editionIds().join(', ');
  throw usage({
    ko: `사업 연도 판이 아닙니다: ${id}. 가능한 판: ${ids}`,
    en: `${id} is no edition; there are ${ids}`,
  });
}

function clockNamed(name: string, { clocks }: Terms): ClockName {
  const found = (Object.keys(clocks) as ClockName[]).find((clock) => clock === name);
  if (found !== undefined) return found;
  const names = Object.keys(clocks).join(', ');
  throw usage({
    ko: `기한 이름이 아닙니다: ${name}. 가능한 이름: ${names}`,
    en: `${name} is no clock; there are ${names}`,
  });
}

const A_DAY = /^\d{4}-\d{2}-\d{2}$/;
const A_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

// A day is taken as its beginning in Korea.
function instantOf(from: string): string {
  if (A_DAY.test(from)) return startOfDay(dayOff(from));
  const ms = A_MOMENT.test(from) ? Date.parse(from) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  throw usage({
    ko: `날짜나 시각이 아닙니다: ${from} (예: 2026-08-31 또는 2026-08-31T10:00:00+09:00)`,
    en: `${from} is no day and no moment; they look like 2026-08-31 and 2026-08-31T10:00:00+09:00`,
  });
}

// JavaScript takes 2026-02-30 for 2 March.
function dayOff(day: string): string {
  const ms = A_DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day)) return day;
  throw usage({
    ko: `없는 날짜입니다: ${day} (예: 2026-08-31)`,
    en: `${day} is no day; one looks like 2026-08-31`,
  });
}

function daysAdded(days: readonly string[]): DaysAdded {
  const added: Record<string, string[]> = {};
  for (const day of days.map(dayOff)) (added[day.slice(0, 4)] ??= []).push(day.slice(5));
  return added;
}

const UNITS = { mo: 'months', d: 'days', h: 'hours', s: 'seconds' } as const;

function lengthOf(text: string): Length {
  const found = /^(\d{1,5})(mo|d|h|s)$/.exec(text);
  const unit = UNITS[(found?.[2] ?? '') as keyof typeof UNITS];
  if (found?.[1] !== undefined && unit !== undefined) return { unit, count: Number(found[1]) };
  throw usage({
    ko: `기간이 아닙니다: ${text} (예: 6mo, 14d, 36h)`,
    en: `${text} is no length; they look like 6mo, 14d or 36h`,
  });
}
