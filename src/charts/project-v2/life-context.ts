import type { WonText } from '../../rules/won.js';
import type { SpecialEvaluation } from '../project/context.js';

/** Which of a project's institutions: the firm (주관연구개발기관), or its foreign partner. */
export type Party = 'firm' | 'partner';

/** What a kind of change says besides its name, such as {months: 6}; its shape is held at the door. */
export type Particulars = Readonly<Record<string, unknown>>;

/** What an agreement is to be changed to, and how: `important` needs approval before the fact, `minor` is registered. */
export interface Change {
  readonly kind: string;
  readonly particulars: Particulars;
}

/**
 * A change of agreement (협약변경) of the project, its first, second and so on. `inapplicable`: it was approved, and could not
 * be applied any more when that was told. `imposedBy`: the lawful basis where a committee decided on it, not the firm asked.
 */
export interface ChangeFact extends Change {
  readonly no: number;
  readonly importance: 'important' | 'minor';
  /** Who decides on it; nobody where it is registered only, or was decided already. */
  readonly decidedBy: 'officer' | 'committee' | null;
  readonly imposedBy: string | null;
  readonly state: 'underReview' | 'registered' | 'applied' | 'inapplicable' | 'rejected' | 'withdrawn';
}

/** A special evaluation (특별평가) under way: of one institution, by its id, which alone may spend nothing meanwhile. */
export interface SpecialEvaluationV2 extends SpecialEvaluation {
  readonly party: Party;
  readonly institution: string;
  readonly statement: string | null;
}

/** An institution, by its id, that may spend nothing of the project's money: from an ISO instant, until one or for good. */
export interface Freeze {
  readonly institution: string;
  readonly from: string;
  readonly until: string | null;
  readonly cause: 'special-evaluation' | 'stopped' | 'replaced';
}

/** The latest special evaluation that was decided: on which ground, of whom, and what came of it. */
export interface Evaluated {
  readonly ground: string;
  readonly institution: string;
  readonly outcome: 'continue' | 'stop' | 'cut' | 'change';
  readonly at: string;
}

/** A decision against a project, with the lawful basis that it names (domain.md section 2); `grant` in won after a cut. */
export interface BasedDecision {
  readonly event: string;
  readonly basis: string;
  readonly grant: WonText | null;
  readonly at: string;
}

/** What is known of a project's life after its agreement. */
export interface LifeFacts {
  readonly changes: readonly ChangeFact[];
  readonly freezes: readonly Freeze[];
  readonly evaluated: Evaluated | null;
  readonly basedDecisions: readonly BasedDecision[];
}

/** A project whose life has not begun. */
export const nothingChanged: LifeFacts = { changes: [], freezes: [], evaluated: null, basedDecisions: [] };
