import type { Entrant, RankingTerms } from './ranking-types.js';

type OrderTerms = Pick<RankingTerms, 'threshold' | 'mostPreferencePoints' | 'tieBreaks'>;

/** What parts two projects whose scores are all equal: the earlier application number. */
export const BY_NUMBER = 'number';

/** Hundredths of a point with preferences, which add no more than `mostPreferencePoints`. */
export function totalOf(entrant: Entrant, { mostPreferencePoints }: OrderTerms): number {
  return entrant.score + Math.min(entrant.preferencePoints, mostPreferencePoints) * 100;
}

/** Whether the score reaches the threshold; preferences lift nobody over it. */
export function isAboveThreshold({ score }: Entrant, { threshold }: OrderTerms): boolean {
  return score >= threshold * 100;
}

function partedBy(a: Entrant, b: Entrant, tieBreaks: readonly string[]): [by: string, order: number] {
  const by = tieBreaks.find((id) => (a.criteria[id] ?? 0) !== (b.criteria[id] ?? 0));
  if (by !== undefined) return [by, (b.criteria[by] ?? 0) - (a.criteria[by] ?? 0)];
  // Numbers are drawn once each; the id parts what a caller may have numbered alike.
  return [BY_NUMBER, a.number - b.number || (a.id < b.id ? -1 : 1)];
}

/**
 * Which of two projects stands first (negative: `a`): above the threshold before below, the higher total, the criteria
 * in the order of the tie-breaks, the earlier application.
 */
export function compareEntrants(a: Entrant, b: Entrant, terms: OrderTerms): number {
  if (a.id === b.id) return 0;
  const threshold = Number(isAboveThreshold(b, terms)) - Number(isAboveThreshold(a, terms));
  return threshold || totalOf(b, terms) - totalOf(a, terms) || partedBy(a, b, terms.tieBreaks)[1];
}

/** Projects by rank. */
export function ordered<One extends Entrant>(entrants: readonly One[], terms: OrderTerms): One[] {
  return entrants.toSorted((a, b) => compareEntrants(a, b, terms));
}

/**
 * What parted a project from its neighbour of equal total, the one above it first: a criterion's id, "number", or null
 * where no neighbour has the same total.
 */
export function tieBreakAt(order: readonly Entrant[], index: number, terms: OrderTerms): string | null {
  const one = order[index];
  if (one === undefined) return null;
  const ties = [order[index - 1], order[index + 1]].filter(
    (other) =>
      other !== undefined &&
      totalOf(other, terms) === totalOf(one, terms) &&
      isAboveThreshold(other, terms) === isAboveThreshold(one, terms),
  );
  return ties[0] === undefined ? null : partedBy(one, ties[0], terms.tieBreaks)[0];
}
