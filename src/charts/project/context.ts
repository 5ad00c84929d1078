import type { ClockName, Terms, TrackId } from '../../program/types.js';
import type { Due } from '../../rules/clocks.js';
import type { Funding } from '../../rules/money.js';
import type { WonText } from '../../rules/won.js';
import type { Bilingual, ChartEvent } from '../kernel/types.js';

/** A running clock: UTC instants and how it was counted; `stated`: a date that a decision named, `resumed`: what a hold left. */
export interface RunningClock {
  readonly from: string;
  readonly due: string;
  readonly rule: Due['rule'] | 'stated' | 'resumed';
}

/** What the project knows of one of its tranches. */
export interface TrancheFact {
  readonly no: number;
  readonly amount: WonText;
  readonly state: string;
  readonly released: WonText;
}

/** A document that the firm drafts and its partner signs with it; `coSignedBy` is a person's opaque id. */
export interface JointDocument {
  readonly documentSha256: string;
  readonly coSignedBy: string | null;
}

/** The agreement (협약): signed by the firm, then by the agency, which puts it in force. */
export interface Agreement {
  readonly documentSha256: string;
  readonly signedBy: string;
  readonly countersignedBy: string | null;
  readonly inForceFrom: string | null;
}

/** A special evaluation under way: `cause` says whose step led to it. */
export interface SpecialEvaluation {
  readonly ground: string;
  readonly cause: 'agency' | 'firm' | 'noGo';
  readonly explanationSha256: string | null;
}

/** What the settlement (정산) came to, in whole won. */
export interface Settlement {
  readonly released: WonText;
  readonly spent: WonText;
  readonly disallowed: WonText | null;
  readonly toReturn: WonText | null;
}

/**
 * A condition of a CONDITIONAL_GO; `due` is a Korean calendar day, `metBySha256` the document that shows it was met,
 * `lapsedAt` the instant at which its day had passed without.
 */
export interface Condition {
  readonly id: string;
  readonly text: Bilingual;
  readonly due: string;
  readonly metBySha256: string | null;
  readonly lapsedAt: string | null;
}

/** A regulator's hold: the milliseconds that were left of the stage (null where it wasn't running) and where to go on. */
export interface ClinicalHold {
  readonly authority: string;
  readonly reference: string;
  readonly remainingMs: number | null;
  readonly resumeTo: string;
}

/** A match with a researcher, by an opaque reference; `acceptedBy` are the roles that have agreed to it. */
export interface Match {
  readonly researcherRef: string;
  readonly acceptedBy: readonly string[];
}

/** What a project is begun with: its application, who it belongs to, and the edition's terms. Instants are ISO, UTC. */
export interface ProjectInput {
  readonly subjectId: string;
  readonly track: TrackId;
  readonly number: number;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly title: Bilingual;
  readonly sector: string;
  readonly money: Funding;
  readonly openedAt: string;
  readonly terms: Terms;
  readonly proposalId?: string;
  readonly preferences?: readonly string[];
  readonly partnerEvidenceSha256?: string;
  readonly entryStage?: string;
  readonly targetStage?: string;
}

/** How a project whose agreement came into force ended. */
export type Outcome = 'completed' | 'stopped' | 'terminated' | 'discontinued';

/** Everything that is known of a project; plain JSON, money as digits. `stage` is 0 until the agreement is in force. */
export interface ProjectContext {
  readonly subjectId: string;
  readonly track: TrackId;
  readonly number: number;
  readonly companyId: string;
  readonly partnerId: string | null;
  readonly title: Bilingual;
  readonly sector: string;
  readonly requested: Funding;
  readonly proposalId: string | null;
  readonly preferences: readonly string[];
  readonly partnerEvidenceSha256: string | null;
  readonly openedAt: string;
  readonly terms: Terms;
  readonly clocks: Readonly<Partial<Record<ClockName, RunningClock>>>;
  readonly stage: number;
  readonly grant: WonText | null;
  readonly tranches: readonly TrancheFact[];
  /** The highest number of a tranche that the project has opened; 0 for none. */
  readonly openedTranches: number;
  readonly evaluation: { readonly score: number; readonly opinion: Partial<Bilingual> } | null;
  readonly refusedFor: { readonly ground: string; readonly opinion: Partial<Bilingual> | null } | null;
  readonly objectionFiled: boolean;
  readonly objection: { readonly ground: string; readonly statement: string } | null;
  readonly roadmap: JointDocument | null;
  readonly agenda: JointDocument | null;
  readonly planRevisionSha256: string | null;
  readonly agreement: Agreement | null;
  readonly reports: readonly { readonly stage: number; readonly documentSha256: string }[];
  readonly grades: readonly { readonly stage: number; readonly grade: string }[];
  readonly finalReportSha256: string | null;
  readonly finalGrade: string | null;
  readonly specialEvaluation: SpecialEvaluation | null;
  /** The state in which a special evaluation, or an objection, found the project. */
  readonly resumeTo: string | null;
  readonly settlement: Settlement | null;
  readonly outcome: Outcome | null;
  readonly match: Match | null;
  readonly exploration: string | null;
  readonly confirmedBySha256: string | null;
  readonly entryStage: string | null;
  readonly targetStage: string | null;
  readonly clinicalStage: string | null;
  readonly criteriaSha256: string | null;
  readonly gateDataSha256: string | null;
  readonly conditions: readonly Condition[];
  readonly clinicalHold: ClinicalHold | null;
}

/** What a project's guards, updates and delays look at. */
export interface ProjectArgs {
  readonly context: ProjectContext;
  readonly event: ChartEvent;
}

function notYet(input: ProjectInput) {
  return {
    ...{ clocks: {}, stage: 0, grant: null, tranches: [], openedTranches: 0 },
    ...{ evaluation: null, refusedFor: null, objectionFiled: false, objection: null },
    ...{ roadmap: null, agenda: null, planRevisionSha256: null, agreement: null },
    ...{ reports: [], grades: [], finalReportSha256: null, finalGrade: null },
    ...{ specialEvaluation: null, resumeTo: null, settlement: null, outcome: null },
    ...{ match: null, exploration: null, confirmedBySha256: null },
    ...{ clinicalStage: input.entryStage ?? null, criteriaSha256: null, gateDataSha256: null },
    ...{ conditions: [], clinicalHold: null },
  };
}

/** A project at its beginning. */
export function projectContext(input: ProjectInput): ProjectContext {
  const { subjectId, track, number, companyId, partnerId, title, sector, money, openedAt, terms } = input;
  return {
    ...{ subjectId, track, number, companyId, partnerId, title, sector, openedAt, terms },
    requested: money,
    proposalId: input.proposalId ?? null,
    preferences: input.preferences ?? [],
    partnerEvidenceSha256: input.partnerEvidenceSha256 ?? null,
    entryStage: input.entryStage ?? null,
    targetStage: input.targetStage ?? null,
    ...notYet(input),
  };
}
