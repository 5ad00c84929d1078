import type { Sum } from '../../rules/accounts.js';
import type { WonText } from '../../rules/won.js';

/**
 * What a project knows of the settlement (정산) of one of its stages, by the number of the stage's tranche. `state` as the
 * settlement says it; `toReturn` in won, nothing until it was settled.
 */
export interface SettlementFact {
  readonly stage: number;
  readonly state: string;
  readonly toReturn: WonText;
}

/**
 * A recovery (환수) of the project: its first, second and so on. `sources`: the accounts that the money is taken off as it
 * comes back, in that order; `stage` of the settlement that it comes from, null for one after a sanction.
 */
export interface RecoveryFact {
  readonly no: number;
  readonly cause: 'settlement' | 'sanction';
  readonly stage: number | null;
  readonly amount: WonText;
  readonly outstanding: WonText;
  readonly state: string;
  readonly sources: readonly Sum[];
}

/** A sanction (제재처분) as it was proposed, and what it came to; `months` of a ban, `amount` in won of the others. */
export interface SanctionFact {
  readonly no: number;
  readonly kind: 'ban' | 'recovery' | 'levy';
  readonly state: 'notified' | 'imposed' | 'reduced' | 'dropped';
  readonly months: number | null;
  readonly amount: WonText | null;
}

/** What stands open, or was closed, beside a project whose money is settled. */
export interface ClosingFacts {
  readonly settlements: readonly SettlementFact[];
  readonly recoveries: readonly RecoveryFact[];
  readonly sanctions: readonly SanctionFact[];
}

/** A project of which nothing was settled yet. */
export const nothingToClose: ClosingFacts = { settlements: [], recoveries: [], sanctions: [] };
