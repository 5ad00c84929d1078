import type { Conflict, Criterion, Edition, Evaluation, RankingSettings, TrackId } from './types.js';

/** A criterion as a workflow carries it; `weight` in basis points. */
export type TermsCriterion = Pick<Criterion, 'id' | 'weight'>;

/** How a track's panels score; `roadmap` only where the track has a second competition. */
export type TermsEvaluation = Readonly<Omit<Evaluation, 'criteria'>> & {
  readonly criteria: {
    readonly selection: readonly TermsCriterion[];
    readonly roadmap?: readonly TermsCriterion[];
  };
};

/** How a track's scores become a list; `tieBreaks`: criteria that part equal totals, in their order. */
export type TermsRanking = Readonly<Omit<RankingSettings, 'tieBreaks'>> & {
  readonly tieBreaks: { readonly selection: readonly string[]; readonly roadmap?: readonly string[] };
};

/** A reason for which a panel member is left out. */
export type TermsConflict = Readonly<Pick<Conflict, 'id' | 'excludes'>>;

/** What a case knows of the competition it stands in; nothing of an edition from before calls existed. */
export interface CompetitionTerms {
  readonly evaluation?: TermsEvaluation;
  readonly ranking?: TermsRanking;
  readonly conflicts?: readonly TermsConflict[];
}

/** Only the structured track goes through a second competition, over roadmaps (domain.md section 1). */
const hasRoadmap = (track: TrackId): boolean => track === 'structured';

function evaluationTerms({ criteria, ...settings }: Evaluation, track: TrackId): TermsEvaluation {
  const carried = (list: readonly Criterion[]): TermsCriterion[] =>
    list.map(({ id, weight }) => ({ id, weight }));
  const selection = carried(criteria[track]);
  const second = hasRoadmap(track) ? { roadmap: carried(criteria.roadmap) } : {};
  return { ...settings, criteria: { selection, ...second } };
}

function rankingTerms({ tieBreaks, ...settings }: RankingSettings, track: TrackId): TermsRanking {
  const second = hasRoadmap(track) ? { roadmap: tieBreaks.roadmap } : {};
  return { ...settings, tieBreaks: { selection: tieBreaks[track], ...second } };
}

/** The terms of competition that one track takes along; empty for an edition from before calls existed. */
export function competitionTerms(edition: Edition, track: TrackId): CompetitionTerms {
  const { evaluation, ranking, conflicts } = edition;
  return {
    ...(evaluation ? { evaluation: evaluationTerms(evaluation, track) } : {}),
    ...(ranking ? { ranking: rankingTerms(ranking, track) } : {}),
    ...(conflicts ? { conflicts: conflicts.map(({ id, excludes }) => ({ id, excludes })) } : {}),
  };
}
