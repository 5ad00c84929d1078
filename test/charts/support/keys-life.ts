import type { ChangeContext } from '../../../src/charts/change/context.js';
import type { ProjectContextV2 } from '../../../src/charts/project-v2/context.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a change of agreement hangs on: its clauses, its signature. */
export function changeSubject(facts: Facts): unknown {
  const { reviews, coSignedBy } = facts as unknown as ChangeContext;
  return [reviews.map(({ of }) => of).toSorted(), coSignedBy !== null];
}

/** Which changes are under way beside a project, what was agreed, and what may follow from what was decided. */
export function life(facts: Facts): unknown {
  const { changes = [], evaluated, settlements = [] } = facts as unknown as Partial<ProjectContextV2>;
  const open = changes.filter(({ state }) => state === 'underReview').map(({ kind }) => kind);
  return [
    [...new Set(open)].toSorted(),
    ...[changes.length > 0, changes.some(({ kind, state }) => kind === 'termination' && state === 'applied')],
    ...[evaluated?.ground, evaluated?.outcome === 'stop'],
    settlements.some(({ state, toReturn }) => state === 'settled' && toReturn !== '0'),
  ];
}
