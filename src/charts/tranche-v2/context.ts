import type { Terms } from '../../program/types.js';
import type { Promised } from '../../rules/accounts.js';
import { dayOf } from '../../rules/calendar.js';
import type { WonText } from '../../rules/won.js';
import type { ChartEvent } from '../kernel/types.js';
import type { Approval } from './approval.js';

/** A document of a claim: its kind as the edition lists it, its SHA-256, and the last Korean day on which it is valid. */
export interface ClaimDocument {
  readonly kind: string;
  readonly sha256: string;
  readonly expiresOn?: string;
}

/** The firm's claim: whose it is (opaque ids: who made it, and whom a delegation let them act for) and what proves it. */
export interface ClaimV2 {
  readonly by: readonly string[];
  readonly documents: readonly ClaimDocument[];
  /** Everybody who amended it since. */
  readonly amendedBy: readonly string[];
}

/** What the ledger said when a claim was checked, in won: the company's sum, the year's and the agreement's. */
export interface SumsV2 {
  readonly companySum: WonText;
  readonly yearSum: WonText;
  readonly agreementSum: WonText;
}

/** Cash of the firm's own that an officer saw come in; `reference` is the bank's, where it was given. */
export interface Deposit {
  readonly amount: WonText;
  readonly reference: string | null;
  readonly by: readonly string[];
}

/**
 * What a tranche is begun with: its project's plan for it. `partnerAmount` is the part of `amount` that pays the foreign
 * partner's cost, `grant` all of the agreement's money.
 */
export interface TrancheInputV2 {
  readonly subjectId: string;
  readonly projectId: string;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly editionId: string;
  readonly no: number;
  readonly amount: WonText;
  readonly partnerAmount: WonText;
  readonly grant: WonText;
  readonly terms: Terms;
  readonly openedAt: string;
}

/** Everything that is known of a tranche; plain JSON, money as digits. */
export interface TrancheContextV2 extends TrancheInputV2 {
  readonly stage: number | null;
  readonly cashShareDue: WonText;
  readonly cashShareReceived: WonText;
  readonly deposits: readonly Deposit[];
  readonly claim: ClaimV2 | null;
  /** The Korean calendar year, "2027", against whose budget the claim was checked. */
  readonly year: string | null;
  readonly sums: SumsV2 | null;
  /** Exactly what is to be approved, and its SHA-256; every change makes another. */
  readonly approval: Approval | null;
  readonly firstApprover: readonly string[];
  readonly secondApprover: readonly string[];
  /** What had no room, or who had lost their role (`approver`), when the funds were to be reserved. */
  readonly refusedLimit: string | null;
  readonly ground: string | null;
  /** Why the portal didn't pay, or didn't say whether it had. */
  readonly portalSaid: string | null;
  readonly payment: { readonly id: string; readonly paidAt: string } | null;
  readonly resumeTo: 'scheduled' | 'claimable';
  /** Asked for while a payment was under way, which nothing stops any more. */
  readonly isFrozen: boolean;
  readonly isCancelled: boolean;
  /** How often funds were held and given back: the next hold has a name of its own. */
  readonly holds: number;
}

/** What a tranche's guards, updates and orders look at. */
export interface TrancheArgsV2 {
  readonly context: TrancheContextV2;
  readonly event: ChartEvent;
}

type NotYet = Omit<TrancheContextV2, keyof TrancheInputV2>;

const nothingYet: NotYet = {
  ...{ stage: null, cashShareDue: '0', cashShareReceived: '0', deposits: [] },
  ...{ claim: null, year: null, sums: null, approval: null, firstApprover: [], secondApprover: [] },
  ...{ refusedLimit: null, ground: null, portalSaid: null, payment: null },
  ...{ resumeTo: 'scheduled', isFrozen: false, isCancelled: false, holds: 0 },
};

/** A tranche at its beginning. */
export function trancheContextV2(input: TrancheInputV2): TrancheContextV2 {
  const { subjectId, projectId, companyId, partnerId, editionId, no, terms, openedAt } = input;
  const { amount, partnerAmount, grant } = input;
  return {
    ...{ subjectId, projectId, companyId, partnerId, editionId, no, terms, openedAt },
    ...{ amount, partnerAmount, grant, ...nothingYet },
  };
}

/** The Korean calendar year of an event as it is applied, "2027". */
export function yearOf({ at }: Pick<ChartEvent, 'at'>): string {
  return dayOf(at).slice(0, 4);
}

/** The program's budget of a year in won, or undefined where the edition names none. */
export function budgetOf({ terms }: Pick<TrancheContextV2, 'terms'>, year: string): string | undefined {
  return terms.money.yearBudgets?.[year];
}

/** What the agreement promised with this tranche. */
export function promisedBy(context: TrancheContextV2): Promised {
  const { editionId, projectId, companyId, partnerId, amount, partnerAmount } = context;
  return { editionId, projectId, companyId, partnerId, amount, partnerAmount };
}
