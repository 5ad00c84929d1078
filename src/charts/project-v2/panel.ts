import type { TermsCriterion, TermsEvaluation } from '../../program/types.js';
import { memberScore, panelResult } from '../../rules/panel.js';
import type { PanelResult } from '../../rules/panel.js';
import type { Bilingual } from '../kernel/types.js';
import type { Evaluation, ProjectContextV2 } from './context.js';
import { competitionOf } from './place.js';

/** A member's score: points a criterion, the weighted total in hundredths of a point, and when it was received. */
export interface Score {
  readonly scores: Readonly<Record<string, number>>;
  readonly total: number;
  readonly justification: Partial<Bilingual>;
  readonly at: string;
  /** The total before moderation. */
  readonly revisedFrom?: number;
}

/** One who was assigned; who was replaced or stood aside stays on record, and doesn't count. Opaque ids only. */
export interface Member {
  readonly person: string;
  readonly score: Score | null;
  readonly replacedBy: string | null;
  readonly recused: string | null;
}

/** The panel (평가단) that evaluates a project. */
export interface Panel {
  readonly members: readonly Member[];
}

/** What a member says of a project: points from 0 to 100 for each criterion, and why. */
export interface Scoring {
  readonly scores: Readonly<Record<string, number>>;
  readonly justification: Partial<Bilingual>;
}

type Evaluated = Pick<ProjectContextV2, 'terms' | 'resumeTo' | 'subjectId'>;

/** Somebody who was just assigned. */
export function newMember(person: string): Member {
  return { person, score: null, replacedBy: null, recused: null };
}

/** The members who count: neither replaced nor recused. */
export function sitting(panel: Panel | null): readonly Member[] {
  return (panel?.members ?? []).filter(({ replacedBy, recused }) => replacedBy === null && recused === null);
}

/** The edition's rules for panels; throws a plain Error where a case of an edition without any is to be evaluated. */
export function evaluationTerms({ terms, subjectId }: Evaluated): TermsEvaluation {
  if (!terms.evaluation) throw new Error(`the edition of ${subjectId} knows no panels`);
  return terms.evaluation;
}

/** What the panel scores now, with weights; throws a plain Error where the track has no such competition. */
export function criteriaOf(context: Evaluated): readonly TermsCriterion[] {
  const criteria = evaluationTerms(context).criteria[competitionOf(context)];
  if (!criteria) throw new Error(`${context.subjectId} has no criteria for its roadmap`);
  return criteria;
}

/** The panel after one of its members changed. */
export function withMember(panel: Panel | null, person: string, change: (member: Member) => Member): Panel {
  return {
    members: (panel?.members ?? []).map((one) => (one.person === person ? change(one) : one)),
  };
}

/** A member's score as it is kept. */
export function scoreOf(context: Evaluated, { scores, justification }: Scoring, at: string): Score {
  return { scores, total: memberScore(scores, criteriaOf(context)), justification, at };
}

/** Whether the panel has come to an end: it is large enough, and everybody who counts has scored. */
export function isComplete(context: Evaluated, panel: Panel): boolean {
  const counted = sitting(panel);
  const isEnough = counted.length >= evaluationTerms(context).panelMinimum;
  return isEnough && counted.every(({ score }) => score !== null);
}

function scored(panel: Panel): readonly Score[] {
  return sitting(panel).flatMap(({ score }) => (score ? [score] : []));
}

/** What the scores that count come to, and whether they are so far apart that the panel has to meet again. */
export function resultOf(context: Evaluated, panel: Panel): PanelResult {
  const sheets = scored(panel).map(({ scores }) => scores);
  return panelResult(sheets, criteriaOf(context), evaluationTerms(context));
}

// Opinions go to the firm without names (domain.md section 2), in an order that says nothing of who sat where.
function joined(scores: readonly Score[], language: keyof Bilingual): string {
  const texts = scores.flatMap(({ justification }) => justification[language] ?? []);
  return texts.toSorted().join('\n\n');
}

/** What a complete panel came to. */
export function evaluationBy(context: Evaluated, panel: Panel): Evaluation {
  const { score, criteria } = resultOf(context, panel);
  const [ko, en] = [joined(scored(panel), 'ko'), joined(scored(panel), 'en')];
  return { score: score / 100, opinion: { ko, ...(en === '' ? {} : { en }) }, criteria };
}
