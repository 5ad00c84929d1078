import type { Terms } from '../../program/types.js';
import type { DaysAdded } from '../../rules/counting.js';
import type { Duties } from '../clockwork/duties.js';
import { startedClock } from '../clockwork/running.js';
import type { Clocked } from '../clockwork/running.js';
import type { Bilingual, ChartEvent } from '../kernel/types.js';
import type { ChangeFact } from '../project-v2/life-context.js';

/** Clauses of the agreement that are reviewed again where a partner is replaced (domain.md section 2). */
export const CLAUSES = ['roadmap', 'intellectual-property'] as const;
export type Clauses = (typeof CLAUSES)[number];

/** That some clauses were reviewed again: by whom (opaque id), with the document that says so. */
export interface ClauseReview {
  readonly of: Clauses;
  readonly documentSha256: string;
  readonly opinion: Partial<Bilingual>;
  readonly by: string;
  readonly at: string;
}

/** What became of a change that was asked for. */
export interface ChangeDecision {
  readonly outcome: 'approved' | 'rejected' | 'withdrawn';
  readonly ground: string | null;
  readonly opinion: Partial<Bilingual> | null;
  readonly by: string;
}

/**
 * What a change of agreement is begun with. `partnerId`: the partner that is party to it, where one is replaced the new one;
 * `filedAt`: when the project received it, ISO; without a reason and a document a committee imposed it.
 */
export interface ChangeInput extends Pick<
  ChangeFact,
  'no' | 'kind' | 'importance' | 'decidedBy' | 'particulars' | 'imposedBy'
> {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly reason: string | null;
  readonly documentSha256: string | null;
  readonly filedAt?: string;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a change of agreement; plain JSON. `coSignedBy`: a person of the new partner, by opaque id. */
export interface ChangeContext extends Omit<ChangeInput, 'filedAt' | 'daysAdded'>, Clocked {
  readonly filedAt: string;
  readonly reviews: readonly ClauseReview[];
  readonly coSignedBy: string | null;
  readonly decision: ChangeDecision | null;
}

/** The fifteen days are the agency's, extended with notice; it still decides when they have passed. */
export const changeDuties: Duties = {
  pending: { 'change-decision': ['underReview'] },
  late: ['change-decision'],
};

/** What a change's guards, updates and orders look at. */
export interface ChangeArgs {
  readonly context: ChangeContext;
  readonly event: ChartEvent;
}

/** Whether another partner comes into the agreement: then its clauses are reviewed again, and it signs. */
export function bringsPartner({ kind }: Pick<ChangeInput, 'kind'>): boolean {
  return kind === 'institution';
}

/** Whether somebody has to decide on a change before it is made; what was imposed waits only for another partner. */
export function isToBeReviewed(change: Pick<ChangeInput, 'kind' | 'importance' | 'imposedBy'>): boolean {
  return change.importance === 'important' && (change.imposedBy === null || bringsPartner(change));
}

/** A change at its beginning; where it is to be decided on, its clock runs from the receipt (domain.md section 4). */
export function changeContext(input: ChangeInput): ChangeContext {
  const { subjectId, projectId, companyId, partnerId, no, openedAt, terms } = input;
  const { kind, importance, decidedBy, particulars, imposedBy, reason, documentSha256 } = input;
  const { filedAt = openedAt, daysAdded = {} } = input;
  const counting = { terms, daysAdded };
  const clocks = isToBeReviewed(input)
    ? { 'change-decision': startedClock(counting, 'change-decision', filedAt) }
    : {};
  return {
    ...{ subjectId, projectId, companyId, partnerId, no, openedAt, terms, daysAdded, clocks },
    ...{ kind, importance, decidedBy, particulars, imposedBy, reason, documentSha256, filedAt },
    ...{ reviews: [], coSignedBy: null, decision: null },
  };
}
