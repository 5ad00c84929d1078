import type { Terms } from '../../program/types.js';
import type { Sum } from '../../rules/accounts.js';
import type { DaysAdded } from '../../rules/counting.js';
import type { Instalment } from '../../rules/instalments.js';
import { sumWon, won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { Duties } from '../clockwork/duties.js';
import { startedClock } from '../clockwork/running.js';
import type { Clocked, TendedClock } from '../clockwork/running.js';
import type { ChartEvent } from '../kernel/types.js';

/** Money that has come in: whole won, by the reference of its transfer, on a Korean day. */
export interface Receipt {
  readonly amount: WonText;
  readonly reference: string;
  readonly receivedOn: string;
}

/**
 * A plan of instalments (분할납부): who proposed it (opaque ids), why, and who approved it. `before`: what had come in by then,
 * in won; the plan is of the rest.
 */
export interface Plan {
  readonly instalments: readonly Instalment[];
  readonly reason: string;
  readonly proposedBy: readonly string[];
  readonly approvedBy: readonly string[];
  readonly before: WonText;
}

/**
 * What a recovery is begun with: the amount in won, and the accounts that it is taken off as it comes in, in their order.
 * `noticedAt` is when the firm was told (ISO instant); `repayment` the clock that the notice of a settlement started.
 */
export interface RecoveryInput {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly no: number;
  readonly cause: 'settlement' | 'sanction';
  readonly stage: number | null;
  readonly amount: WonText;
  readonly sources: readonly Sum[];
  readonly noticedAt: string;
  readonly repayment?: TendedClock | null;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a recovery; plain JSON, money as digits. */
export interface RecoveryContext extends Omit<RecoveryInput, 'repayment' | 'daysAdded'>, Clocked {
  readonly receipts: readonly Receipt[];
  readonly plan: Plan | null;
  /** Why a plan was refused, or one that was approved is over. */
  readonly ground: string | null;
}

/** What a recovery's guards, updates and delays look at. */
export interface RecoveryArgs {
  readonly context: RecoveryContext;
  readonly event: ChartEvent;
}

/** What is owed is still taken late, and dunned meanwhile (domain.md section 4). */
export const recoveryDuties: Duties = {
  pending: { repayment: ['owed', 'instalmentsProposed'], instalment: ['instalments'] },
  late: ['repayment', 'instalment'],
};

/** What has come in so far, in won. */
export function receivedOf({ receipts }: Pick<RecoveryContext, 'receipts'>): WonText {
  return sumWon(receipts.map(({ amount }) => amount));
}

/** What is still to come in, in won. */
export function outstandingOf(context: Pick<RecoveryContext, 'receipts' | 'amount'>): WonText {
  return wonText(won(context.amount) - won(receivedOf(context)));
}

/** A recovery at its beginning; it is due one month from the notice (domain.md section 3). */
export function recoveryContext(input: RecoveryInput): RecoveryContext {
  const { subjectId, projectId, companyId, partnerId, no, openedAt, terms, daysAdded = {} } = input;
  const { cause, stage, amount, sources, noticedAt, repayment } = input;
  return {
    ...{ subjectId, projectId, companyId, partnerId, no, openedAt, terms, daysAdded },
    ...{ cause, stage, amount, sources, noticedAt, receipts: [], plan: null, ground: null },
    clocks: { repayment: repayment ?? startedClock({ terms, daysAdded }, 'repayment', noticedAt) },
  };
}
