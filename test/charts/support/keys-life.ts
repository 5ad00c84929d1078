import type { ChangeContext } from '../../../src/charts/change/context.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a change of agreement hangs on: its clauses, its signature. */
export function changeSubject(facts: Facts): unknown {
  const { reviews, coSignedBy } = facts as unknown as ChangeContext;
  return [reviews.map(({ of }) => of).toSorted(), coSignedBy !== null];
}
