/**
 * What a rule says about numbers it was given. `code` is the rule's predicate, as guards and refusals name it; `evidence`
 * holds what was compared: won as digits, shares in basis points, days as ISO dates, counts as numbers.
 */
export interface Verdict<Code extends string = string> {
  readonly code: Code;
  readonly ok: boolean;
  readonly evidence: Readonly<Record<string, string | number>>;
}

/** The verdicts that say no, in the order in which they were asked. */
export function failing<Code extends string>(verdicts: readonly Verdict<Code>[]): Verdict<Code>[] {
  return verdicts.filter((verdict) => !verdict.ok);
}
