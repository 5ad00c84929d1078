import { z } from 'zod';

type RawIssue = Parameters<NonNullable<z.core.$ZodErrorMap>>[0];

const KINDS: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  string: ['문자열', 'text'],
  int: ['정수', 'a whole number'],
  number: ['숫자', 'a number'],
  boolean: ['true 또는 false', 'true or false'],
  array: ['목록', 'a list'],
  object: ['객체', 'an object'],
  record: ['객체', 'an object'],
};

const COUNTED: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  string: ['자', ' characters'],
  array: ['개', ' entries'],
};

function ofKind(expected: string): string {
  const [ko, en] = KINDS[expected] ?? [expected, expected];
  return `형식이 맞지 않습니다 (필요한 형식: ${ko}) / it must be ${en}`;
}

function bounded(origin: string, bound: unknown, [ko, en]: readonly [string, string]): string {
  const [unitKo, unitEn] = COUNTED[origin] ?? ['', ''];
  return `${String(bound)}${unitKo} ${ko} 합니다 / it must be at ${en} ${String(bound)}${unitEn}`;
}

/** What is wrong with a field, in Korean and in English; a schema's own message comes before it. */
export function inWords(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '필수 항목이 없습니다 / it is missing' : ofKind(issue.expected);
    case 'too_small':
      return bounded(issue.origin, issue.minimum, ['이상이어야', 'least']);
    case 'too_big':
      return bounded(issue.origin, issue.maximum, ['이하여야', 'most']);
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return `알 수 없는 항목입니다: ${keys} / unknown: ${keys}`;
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return `다음 중 하나여야 합니다: ${values} / it must be one of: ${values}`;
    }
    case 'invalid_union':
      return '정해진 종류 가운데 하나가 아닙니다 / it is none of the kinds that there are';
    default:
      return '형식이 맞지 않습니다 / it does not have the form that it needs';
  }
}

/** Makes every schema of this process say what is wrong in both languages of the program. */
export function speakBothLanguages(): void {
  z.config({ localeError: inWords });
}
