import type { TermsCriterion, TermsEvaluation } from '../program/types.js';

/** Points of 100 by criterion id, as a member gives them; up to two decimals count. */
export type Scores = Readonly<Record<string, number>>;

/** What the counting of a panel needs of the terms: counts of members, and a spread in points. */
export type PanelTerms = Pick<TermsEvaluation, 'trimFrom' | 'moderationSpread'>;

/**
 * What a panel's scores come to, all in hundredths of a point. `counted` and `leftOut` are indexes into the scores that
 * were given; `spread` lies between the highest and the lowest of all of them.
 */
export interface PanelScore {
  readonly score: number;
  readonly counted: readonly number[];
  readonly leftOut: readonly number[];
  readonly spread: number;
  readonly needsModeration: boolean;
}

/** A panel's score with the mean of each criterion over the members that count, in hundredths of a point. */
export interface PanelResult extends PanelScore {
  readonly criteria: Readonly<Record<string, number>>;
}

const HUNDREDTHS = 100;
const ALL_BASIS_POINTS = 10_000;

function hundredthsOf(scores: Scores, criterion: string): number {
  const points = scores[criterion];
  if (points === undefined || !(points >= 0 && points <= 100))
    throw new Error(`Criterion ${criterion} has no score from 0 to 100: ${String(points)}`);
  return Math.round(points * HUNDREDTHS);
}

/** Divides whole numbers, none negative, and rounds half up. */
function dividedHalfUp(total: number, by: number): number {
  return Math.floor((2 * total + by) / (2 * by));
}

/**
 * One member's score in hundredths of a point: the criteria's points by their weights, rounded half up.
 * Throws a plain Error if a criterion has no score from 0 to 100.
 */
export function memberScore(scores: Scores, criteria: readonly TermsCriterion[]): number {
  const weighted = criteria.map(({ id, weight }) => hundredthsOf(scores, id) * weight);
  return dividedHalfUp(
    weighted.reduce((sum, part) => sum + part, 0),
    ALL_BASIS_POINTS,
  );
}

/** The mean of whole numbers, rounded half up; throws a plain Error if there are none. */
function mean(numbers: readonly number[]): number {
  if (numbers.length === 0) throw new Error('A panel without scores has no score');
  return dividedHalfUp(
    numbers.reduce((sum, one) => sum + one, 0),
    numbers.length,
  );
}

// Of equal scores it is the first that is the highest and the last that is the lowest, so that two are always left out.
function extremes(scores: readonly number[]): number[] {
  const [highest, lowest] = [Math.max(...scores), Math.min(...scores)];
  return [scores.indexOf(highest), scores.lastIndexOf(lowest)];
}

/**
 * What the members' scores (hundredths of a point) come to: their mean, rounded half up, from `trimFrom` scores on
 * without the highest and the lowest. The panel meets again where they lie `moderationSpread` points or more apart.
 * Throws a plain Error without any score.
 */
export function panelScore(memberScores: readonly number[], terms: PanelTerms): PanelScore {
  const leftOut = memberScores.length >= terms.trimFrom ? extremes(memberScores) : [];
  const counted = [...memberScores.keys()].filter((index) => !leftOut.includes(index));
  const score = mean(counted.map((index) => memberScores[index] ?? 0));
  const spread = Math.max(...memberScores) - Math.min(...memberScores);
  const needsModeration = spread >= terms.moderationSpread * HUNDREDTHS;
  return { score, counted, leftOut, spread, needsModeration };
}

/** What the members' sheets come to, with each criterion's mean over the members that count. */
export function panelResult(
  sheets: readonly Scores[],
  criteria: readonly TermsCriterion[],
  terms: PanelTerms,
): PanelResult {
  const result = panelScore(
    sheets.map((sheet) => memberScore(sheet, criteria)),
    terms,
  );
  const counted = sheets.filter((_, index) => result.counted.includes(index));
  const means = criteria.map(
    ({ id }) => [id, mean(counted.map((sheet) => hundredthsOf(sheet, id)))] as const,
  );
  return { ...result, criteria: Object.fromEntries(means) };
}
