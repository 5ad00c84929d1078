import type { Actor, ChartEvent, ChartState, Deadline, Evidence, Order } from '../charts/kernel/types.js';
import type { Subject } from './names.js';

/**
 * One wish of a person or an outside system, as the inbox stored it. `id` is unique for ever and is the
 * Update id; `receivedAt` (ISO instant) is stamped by the intake, never by the caller.
 */
export interface Command {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly by: Actor;
  readonly receivedAt: string;
  /** What the books said at its receipt, where its chart judges by them; stamped by the intake, never by the caller. */
  readonly books?: Evidence;
}

/** What a decision led to; returned when its ledger row is committed. */
export interface Decided {
  readonly subjectId: string;
  readonly seq: number;
  readonly state: string;
}

/** What is known of a subject for as long as it lives; the same in every row and projection. */
export interface SubjectIdentity {
  readonly id: string;
  readonly subject: Subject;
  readonly chartId: string;
  readonly editionId: string;
  readonly editionHash: string;
  readonly track: string;
  readonly companyId: string;
  /** The partner at its beginning; who it is now, its facts and its projection say. */
  readonly partnerId: string | null;
  /** The project that a tranche, or what runs beside a project, belongs to. */
  readonly parentId: string | null;
}

/**
 * A subject's workflow input. At first `facts` is the chart's input and `command` what started it;
 * after continue-as-new `carried` holds the state and the ids of commands already applied.
 */
export interface SubjectInput {
  readonly identity: SubjectIdentity;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly command: Command;
  readonly carried?: Carried;
}

/** What continue-as-new carries over so that nothing is lost and nothing is applied twice. */
export interface Carried {
  readonly state: ChartState;
  readonly applied: Readonly<Record<string, Decided>>;
  /** What was announced and hadn't been let in yet, in its order; absent in a run that began before anything waited. */
  readonly waiting?: readonly Command[];
}

/** What a posting is for (domain.md section 3); `reverse` corrects an earlier one. */
export type PostingKind =
  'commit' | 'decommit' | 'share' | 'release' | 'draw' | 'return' | 'recover' | 'reverse';

/** `amount` in whole won, as digits, from the credited account to the debited one. */
export interface PostingLine {
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
}

/**
 * Money moved by a transition. A release names the reservation that it pays out, all of it and once; a reversal names the
 * posting that it reverses (its number as digits) and has no lines: the ledger swaps that one's. The ledger refuses any other.
 */
export interface Posting {
  readonly kind: PostingKind;
  readonly lines: readonly PostingLine[];
  readonly reservation?: string;
  readonly reverses?: string;
}

/**
 * A running clock as lists show it. Instants are ISO, in UTC. `isPending`: somebody's move is waited for; `isProvisional`:
 * counted by days off that are not officially published yet.
 */
export interface ClockLine {
  readonly clock: string;
  readonly from: string;
  readonly due: string;
  readonly rule: string;
  readonly whose: readonly string[];
  readonly isPending: boolean;
  readonly isProvisional: boolean;
  readonly suspendedAt: string | null;
  readonly overdueSince: string | null;
}

/**
 * One row of the ledger with the projection it leads to, appended in one transaction.
 * `outcome` is `applied`, or `ignored` for an announcement that the chart didn't take (with `reason`).
 * `facts` is the chart's context without the edition's terms, which the hash identifies.
 */
export interface LedgerRow {
  readonly identity: SubjectIdentity;
  readonly seq: number;
  readonly outcome: 'applied' | 'ignored';
  readonly reason: string | null;
  readonly event: ChartEvent;
  readonly from: string | null;
  readonly to: string;
  readonly orders: readonly Order[];
  readonly postings: readonly Posting[];
  /** The subject's clocks after the row; absent in a chart that keeps none. */
  readonly clocks?: readonly ClockLine[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly done: boolean;
}

/** What stands in the ledger at a number that a workflow wanted to write: the event, and whether it was applied. */
export type StandingRow = Pick<LedgerRow, 'event' | 'outcome'>;

/** An effect to perform. `key` is `subject/seq.i`: the same order always has the same key. */
export interface EffectOrder {
  readonly key: string;
  readonly subjectId: string;
  /** The chart that gave the order, and gets its reply. */
  readonly chartId: string;
  readonly companyId: string;
  readonly editionId: string;
  readonly at: string;
  readonly name: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An effect's answer, which comes back to the chart as an event; null where nothing is to be said. */
export type Reply = { readonly type: string; readonly data: Readonly<Record<string, unknown>> } | null;

/** The activities that the workflows call; those of the ledger lane run as local activities. */
export interface LedgerActivities {
  /** Appends a row with its projection; what already stands from its number on is left as it is and given back. */
  appendRow(row: LedgerRow): Promise<readonly StandingRow[]>;
  /** Whether a command for this subject was received by `due` and hasn't reached its workflow yet. */
  isAwaited(subjectId: string, due: string): Promise<boolean>;
}

/** The effects that leave the workflow; idempotent by `key`. */
export interface EffectActivities {
  perform(order: EffectOrder): Promise<Reply>;
}
