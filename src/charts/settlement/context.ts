import type { Terms } from '../../program/types.js';
import type { DaysAdded } from '../../rules/counting.js';
import type { Settlement, Spent } from '../../rules/settlement.js';
import type { WonText } from '../../rules/won.js';
import type { Duties } from '../clockwork/duties.js';
import { startedClock } from '../clockwork/running.js';
import type { Clocked } from '../clockwork/running.js';
import type { Bilingual, ChartEvent } from '../kernel/types.js';

/**
 * What has been released of a stage's money, in won: all of the government's in `released`, and in `partnerReleased` the
 * part of it for the foreign partner's cost; `trancheState` says whether more may be.
 */
export interface Release {
  readonly released: WonText;
  readonly partnerReleased: WonText;
  readonly trancheState: string;
}

/** The cost report (사용실적보고) in won: what was spent, what the government's money earned, and the document behind both. */
export interface CostReport {
  readonly spent: Spent;
  readonly interest: WonText;
  readonly documentSha256: string;
}

/** The firm's objection to the settlement, and what came of it. */
export interface SettlementObjection {
  readonly statement: string;
  readonly filedAt: string;
  readonly outcome: 'upheld' | 'dismissed' | null;
  readonly opinion: Partial<Bilingual> | null;
}

/**
 * What a settlement is begun with: the stage by its tranche's number, when it ended (ISO instant), what was released by
 * then, and the firm's cash share of the stage in won.
 */
export interface SettlementInput extends Release {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly no: number;
  readonly stage: number;
  readonly stageEnd: string;
  readonly cashShare: WonText;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a settlement; plain JSON, money as digits. */
export interface SettlementContext extends Omit<SettlementInput, 'daysAdded'>, Clocked {
  readonly costs: CostReport | null;
  readonly returnedFor: string | null;
  readonly figures: Settlement | null;
  readonly opinion: Partial<Bilingual> | null;
  /** When the firm was told what the settlement comes to (ISO instant). */
  readonly noticedAt: string | null;
  readonly objection: SettlementObjection | null;
}

/** What a settlement's guards, updates and delays look at. */
export interface SettlementArgs {
  readonly context: SettlementContext;
  readonly event: ChartEvent;
}

/** A cost report and a decision are still taken late; a right to object is not. */
export const settlementDuties: Duties = {
  pending: {
    'cost-report': ['awaitingCosts'],
    'settlement-objection': ['notified'],
    repayment: ['notified'],
    'settlement-decision': ['objected'],
  },
  late: ['cost-report', 'settlement-decision'],
};

/** A settlement at its beginning; the cost report is due three months from the stage's end (domain.md section 3). */
export function settlementContext(input: SettlementInput): SettlementContext {
  const { subjectId, projectId, companyId, partnerId, no, stage, stageEnd, openedAt, terms } = input;
  const { released, partnerReleased, trancheState, cashShare, daysAdded = {} } = input;
  return {
    ...{ subjectId, projectId, companyId, partnerId, no, stage, stageEnd, openedAt, terms, daysAdded },
    ...{ released, partnerReleased, trancheState, cashShare },
    ...{ costs: null, returnedFor: null, figures: null, opinion: null, noticedAt: null, objection: null },
    clocks: { 'cost-report': startedClock({ terms, daysAdded }, 'cost-report', stageEnd) },
  };
}
