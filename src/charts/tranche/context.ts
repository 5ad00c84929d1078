import type { Terms } from '../../program/types.js';
import type { WonText } from '../../rules/won.js';
import type { ChartEvent } from '../kernel/types.js';

/**
 * The firm's claim to a tranche: whose it is (opaque ids: who made it, and whom a delegation let them act for) and the
 * documents behind it, by SHA-256.
 */
export interface Claim {
  readonly by: readonly string[];
  readonly documentSha256s: readonly string[];
}

/** What the ledger said when a claim was checked, in won without this tranche: the company's sum and the year's. */
export interface Sums {
  readonly companySum: WonText;
  readonly yearSum: WonText;
}

/** What a tranche is begun with: its project's plan for it. */
export interface TrancheInput {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly editionId: string;
  readonly no: number;
  readonly amount: WonText;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a tranche; plain JSON, money as digits, `approvers` in the order in which they approved. */
export interface TrancheContext extends TrancheInput {
  readonly stage: number | null;
  readonly cashShareDue: WonText;
  readonly cashShareReceived: WonText;
  readonly claim: Claim | null;
  readonly sums: Sums | null;
  readonly firstApprover: readonly string[];
  readonly secondApprover: readonly string[];
  /** The ceiling that had no room when the funds were to be reserved. */
  readonly refusedLimit: string | null;
  readonly ground: string | null;
  readonly payment: { readonly id: string; readonly paidAt: string } | null;
  readonly resumeTo: 'scheduled' | 'claimable';
  /** Asked for while a payment was under way, which nothing stops any more. */
  readonly isFrozen: boolean;
  readonly isCancelled: boolean;
  /** Funds are held though nothing is being paid: a freeze came between, and the next payment is made from them. */
  readonly isReserved: boolean;
}

/** What a tranche's guards and updates look at. */
export interface TrancheArgs {
  readonly context: TrancheContext;
  readonly event: ChartEvent;
}

/** A tranche at its beginning. */
export function trancheContext(input: TrancheInput): TrancheContext {
  const { subjectId, projectId, companyId, editionId, no, amount, terms, openedAt } = input;
  return {
    ...{ subjectId, projectId, companyId, editionId, no, amount, terms, openedAt },
    ...{ stage: null, cashShareDue: '0', cashShareReceived: '0' },
    ...{ claim: null, sums: null, firstApprover: [], secondApprover: [] },
    ...{ refusedLimit: null, ground: null, payment: null },
    ...{ resumeTo: 'scheduled', isFrozen: false, isCancelled: false, isReserved: false },
  };
}
