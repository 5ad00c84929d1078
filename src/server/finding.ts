/** One thing that the service or its tests need: whether it is there, and what to do if not, in both languages. */
export interface Finding {
  readonly name: string;
  readonly isFound: boolean;
  /** `service`: nothing runs without it; `tests`: `npm test` needs it; `nothing`: good to know. */
  readonly neededFor: 'service' | 'tests' | 'nothing';
  /** What was found: a version, a path, a number. */
  readonly detail: string;
  readonly help: { readonly ko: string; readonly en: string };
}

/** A finding for a person, in one of the languages: what it is, what was found, and, where it is missing, what to do. */
export function describeFinding(
  { name, isFound, neededFor, detail, help }: Finding,
  language: 'ko' | 'en',
): string {
  const tests = { ko: ' (시험에 필요)', en: ' (for the tests)' }[language];
  const line = `${isFound ? '✓' : neededFor === 'nothing' ? '·' : '✗'} ${name}${neededFor === 'tests' ? tests : ''}: ${detail}`;
  return isFound ? line : `${line}\n    ${help[language]}`;
}
