import type { z } from 'zod';
import { inconsistenciesOf } from './consistency.js';
import type { EditionError } from './consistency.js';
import { editionSchema } from './schema.js';
import type { CurrentEdition } from './types.js';

/** Whether an edition is fit to use; if not, every error with its place. */
export type EditionCheck =
  | { readonly ok: true; readonly edition: CurrentEdition; readonly errors: readonly [] }
  | { readonly ok: false; readonly errors: readonly EditionError[] };

type RawIssue = Parameters<NonNullable<z.core.$ZodErrorMap>>[0];

const KINDS: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  string: ['글자', 'text in quotes'],
  int: ['정수', 'a whole number'],
  number: ['숫자', 'a number'],
  boolean: ['true 또는 false', 'true or false'],
  array: ['목록', 'a list'],
  object: ['항목 묶음', 'a group of entries'],
  record: ['항목 묶음', 'a group of entries'],
};

function wrongKind(expected: string): string {
  const [ko, en] = KINDS[expected] ?? [expected, expected];
  return `형식이 다릅니다(필요한 형식: ${ko}) / it must be ${en}`;
}

/** Says in Korean and English what a value should have been; the schemas' own messages come first. */
function inWords(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return '필수 항목이 없습니다 / it is missing';
      return wrongKind(issue.expected);
    case 'unrecognized_keys':
      return `알 수 없는 항목: ${issue.keys.join(', ')} / unknown entry: ${issue.keys.join(', ')}`;
    case 'too_small':
      if (issue.minimum === 1 && issue.origin !== 'int' && issue.origin !== 'number')
        return '비워 둘 수 없습니다 / it must not be empty';
      return `${issue.minimum} 이상이어야 합니다 / it must be at least ${issue.minimum}`;
    case 'too_big':
      return `${issue.maximum} 이하여야 합니다 / it must be at most ${issue.maximum}`;
    case 'invalid_value':
      return `다음 중 하나여야 합니다: ${issue.values.join(', ')} / it must be one of these`;
    default:
      return undefined;
  }
}

const escaped = (key: PropertyKey): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Checks any parsed JSON as an edition. Errors name the field twice: `path` is its JSON pointer ("" for the whole), and
 * `message` begins with it, then says what is wrong in Korean and English.
 */
export function checkEdition(json: unknown): EditionCheck {
  const parsed = editionSchema.safeParse(json, { error: inWords });
  const errors = parsed.success
    ? inconsistenciesOf(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({
        path: path.map((key) => `/${escaped(key)}`).join(''),
        message,
      }));
  if (parsed.success && errors.length === 0) return { ok: true, edition: parsed.data, errors: [] };
  return {
    ok: false,
    errors: errors.map(({ path, message }) => ({ path, message: `${path || '/'}: ${message}` })),
  };
}
