import { repeated, said } from './found.js';
import type { Found } from './found.js';
import type { Clock, CurrentEdition, Edition, Length } from './types.js';

function lengthErrors(path: string, { length, counting, opensBefore }: Clock): Found[] {
  return [
    counting === 'duty' &&
      length.count === 0 &&
      said(
        `${path}/length/count`,
        '첫날을 세는 기간은 1 이상입니다',
        'a period whose first day counts is at least 1',
      ),
    opensBefore?.unit === 'months' &&
      said(`${path}/opensBefore/unit`, '개월이 아니라 일로 적으십시오', 'say it in days, not months'),
  ];
}

// A mark is known by its length or by who is told: two alike would be one.
function tendingErrors(path: string, { remind = [], escalate = [] }: Clock): Found[] {
  return [
    repeated(
      `${path}/remind`,
      remind.map(({ unit, count }) => `${count} ${unit}`),
    ),
    ...remind.map(
      ({ count }, index) =>
        count === 0 &&
        said(
          `${path}/remind/${index}/count`,
          '알림은 기한보다 앞서야 합니다',
          'a reminder comes before the due date',
        ),
    ),
    repeated(
      `${path}/escalate`,
      escalate.map(({ to }) => to),
    ),
  ];
}

function clockErrors(edition: Edition): Found[] {
  return Object.entries(edition.clocks).flatMap(([id, clock]) => [
    ...lengthErrors(`/clocks/${id}`, clock),
    ...tendingErrors(`/clocks/${id}`, clock),
  ]);
}

const inDays = ({ unit }: Length): boolean => unit === 'days' || unit === 'months';

function periodErrors({ payment, recovery, claim }: CurrentEdition): Found[] {
  return [
    payment.quietPeriod.unit === 'months' &&
      said('/payment/quietPeriod/unit', '개월이 아니라 일로 적으십시오', 'say it in days, not months'),
    !inDays(recovery.latestAfter) &&
      said(
        '/recovery/latestAfter/unit',
        '분할납부 기일은 날짜이므로 일 또는 개월로 적으십시오',
        'instalments fall due on days: say it in days or months',
      ),
    ...claim.documents.map(
      ({ validFor }, index) =>
        validFor !== undefined &&
        !inDays(validFor) &&
        said(
          `/claim/documents/${index}/validFor/unit`,
          '유효기간은 일 또는 개월로 적으십시오',
          'say in days or months how long a document is valid',
        ),
    ),
  ];
}

// Roadmap, three years of stages, final report and settlement of a project that applies in the edition's year.
const YEARS_AHEAD = [0, 1, 2, 3, 4, 5];

/** The calendar years in which a project may have money or a deadline that applies in the edition's year. */
export function yearsOf({ year }: Edition): string[] {
  return YEARS_AHEAD.map((ahead) => String(year + ahead));
}

function missingYears(edition: CurrentEdition): Found[] {
  const { holidays, forecast } = edition;
  const has = (table: CurrentEdition['holidays'], year: string): boolean => Object.hasOwn(table.years, year);
  return [
    ...yearsOf(edition).map(
      (year) =>
        !has(holidays, year) &&
        !has(forecast, year) &&
        said('/holidays/years', `${year}년 공휴일이 없습니다`, `there is no table of days off for ${year}`),
    ),
    ...Object.keys(forecast.years).map(
      (year) =>
        has(holidays, year) &&
        said(
          `/forecast/years/${year}`,
          '고시된 공휴일이 이미 있습니다',
          'there already is the gazetted table of that year',
        ),
    ),
  ];
}

function tableErrors(path: string, table: CurrentEdition['holidays']): Found[] {
  return Object.entries(table.years).flatMap(([year, days]) => [
    repeated(
      `${path}/years/${year}`,
      days.map((day) => day.date),
    ),
    ...days.map(
      (day, index) =>
        !day.date.startsWith(`${year}-`) &&
        said(
          `${path}/years/${year}/${index}/date`,
          `${year}년의 날이 아닙니다`,
          `it is not a day of ${year}`,
        ),
    ),
  ]);
}

/** What clocks, periods and tables of days off take for granted of one another. */
export function calendarErrors(edition: CurrentEdition): Found[] {
  return [
    ...clockErrors(edition),
    ...periodErrors(edition),
    ...missingYears(edition),
    ...tableErrors('/holidays', edition.holidays),
    ...tableErrors('/forecast', edition.forecast),
  ];
}
