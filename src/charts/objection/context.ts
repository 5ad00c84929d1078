import type { Terms } from '../../program/types.js';
import type { DaysAdded } from '../../rules/counting.js';
import type { Duties } from '../clockwork/duties.js';
import { startedClock } from '../clockwork/running.js';
import type { Clocked } from '../clockwork/running.js';
import type { Bilingual, ChartEvent } from '../kernel/types.js';

/** What became of an objection; `score` in points where the board gave another one. */
export interface Decision {
  readonly outcome: 'upheld' | 'dismissed' | 'withdrawn';
  readonly score: number | null;
  readonly ground: string | null;
  readonly opinion: Partial<Bilingual> | null;
}

/**
 * What an objection is begun with: the decision that it is to, and who evaluated. `panel` are people's opaque ids;
 * `filedAt` is when the project received it, where that was before the objection was begun (ISO instant).
 */
export interface ObjectionInput {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly callId: string | null;
  readonly no: number;
  readonly ground: string;
  readonly statement: string;
  readonly decidedOn: 'selection' | 'roadmap';
  readonly panel: readonly string[];
  readonly filedAt?: string;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of an objection; plain JSON. `board` are the people who look at it, by opaque ids. */
export interface ObjectionContext extends Omit<ObjectionInput, 'filedAt' | 'daysAdded'>, Clocked {
  readonly filedAt: string;
  readonly board: readonly string[];
  readonly decision: Decision | null;
}

/** The thirty days are the agency's, and it still decides when they have passed. */
export const objectionDuties: Duties = {
  pending: { 'objection-decision': ['filed', 'underReview'] },
};

/** What an objection's guards, updates and delays look at. */
export interface ObjectionArgs {
  readonly context: ObjectionContext;
  readonly event: ChartEvent;
}

/** An objection at its beginning; its clock runs from the receipt (domain.md section 4). */
export function objectionContext(input: ObjectionInput): ObjectionContext {
  const { subjectId, projectId, companyId, partnerId, callId, no, openedAt, terms } = input;
  const { ground, statement, decidedOn, panel, filedAt = openedAt, daysAdded = {} } = input;
  return {
    ...{ subjectId, projectId, companyId, partnerId, callId, no, openedAt, terms },
    ...{ ground, statement, decidedOn, panel, filedAt },
    ...{ board: [], decision: null, daysAdded },
    clocks: { 'objection-decision': startedClock({ terms, daysAdded }, 'objection-decision', filedAt) },
  };
}
