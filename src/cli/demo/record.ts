import type { Bilingual } from '../../charts/kernel/types.js';
import type { Explained } from '../../contract/http/problem.js';

/** One thing that was done or became so; `who` is null where the service or time did it. Instants are ISO. */
export interface Entry {
  readonly at: string;
  readonly script: string;
  readonly case: string;
  readonly who: { readonly person: string; readonly role: string } | null;
  readonly event: string | null;
  readonly label: Bilingual | null;
  /** What was sent with it, in a few words. */
  readonly said: string;
  readonly state: string;
  readonly stateLabel: Bilingual;
  readonly refusal?: Explained;
}

/** How a tranche ended; `amount` in whole won as digits. */
export interface EndedTranche {
  readonly id: string;
  readonly state: string;
  readonly stateLabel: Bilingual;
  readonly amount: string;
}

/** How a project ended; `released` in whole won as digits. */
export interface Ended {
  readonly script: string;
  readonly id: string;
  readonly track: string;
  readonly state: string;
  readonly stateLabel: Bilingual;
  readonly tranches: readonly EndedTranche[];
  readonly released: string;
}

/** Sums of the money that moved by kind, in whole won as digits. */
export interface Sums {
  readonly committed: string;
  readonly released: string;
  readonly returned: string;
}

/** The whole demonstration. `differences` names everything that isn't what the charts promise; none is success. */
export interface DemoReport {
  readonly edition: string;
  readonly startedAt: string;
  readonly tookMs: number;
  readonly entries: readonly Entry[];
  readonly projects: readonly Ended[];
  readonly sums: Sums;
  readonly differences: readonly string[];
}
