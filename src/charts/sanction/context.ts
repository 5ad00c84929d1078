import type { Terms } from '../../program/types.js';
import type { DaysAdded } from '../../rules/counting.js';
import type { WonText } from '../../rules/won.js';
import type { Duties } from '../clockwork/duties.js';
import { startedClock } from '../clockwork/running.js';
import type { Clocked } from '../clockwork/running.js';
import type { Bilingual, ChartEvent } from '../kernel/types.js';

/** How hard a sanction is: the `months` of a ban from taking part, or the `amount` of a recovery or levy in won. */
export interface Measure {
  readonly months: number | null;
  readonly amount: WonText | null;
}

/** What was decided, and how hard it is by then. */
export interface SanctionDecision extends Measure {
  readonly outcome: 'imposed' | 'reduced' | 'dropped';
  readonly opinion: Partial<Bilingual>;
}

/**
 * What a sanction is begun with: its kind and measure as they were proposed, why, and when the firm was given prior notice
 * (ISO instant).
 */
export interface SanctionInput extends Measure {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly no: number;
  readonly kind: 'ban' | 'recovery' | 'levy';
  readonly ground: string;
  readonly noticedAt: string;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a sanction; plain JSON, money as digits. */
export interface SanctionContext extends Omit<SanctionInput, 'daysAdded'>, Clocked {
  readonly reconsideration: { readonly statement: string; readonly askedAt: string } | null;
  readonly decision: SanctionDecision | null;
}

/** What a sanction's guards, updates and delays look at. */
export interface SanctionArgs {
  readonly context: SanctionContext;
  readonly event: ChartEvent;
}

/** A decision is still made late; a right to ask for a reconsideration is lost (domain.md section 4). */
export const sanctionDuties: Duties = {
  pending: { 'sanction-reconsideration': ['notified'], 'sanction-decision': ['deciding'] },
  late: ['sanction-decision'],
};

/** A sanction at its beginning; a reconsideration can be asked for within 20 days of the prior notice. */
export function sanctionContext(input: SanctionInput): SanctionContext {
  const { subjectId, projectId, companyId, partnerId, no, openedAt, terms, daysAdded = {} } = input;
  const { kind, months, amount, ground, noticedAt } = input;
  const asking = startedClock({ terms, daysAdded }, 'sanction-reconsideration', noticedAt);
  return {
    ...{ subjectId, projectId, companyId, partnerId, no, openedAt, terms, daysAdded },
    ...{ kind, months, amount, ground, noticedAt, reconsideration: null, decision: null },
    clocks: { 'sanction-reconsideration': asking },
  };
}
