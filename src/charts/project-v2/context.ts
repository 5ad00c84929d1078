import type { DaysAdded } from '../../rules/counting.js';
import type { Clocked } from '../clockwork/running.js';
import type { Bilingual, ChartEvent } from '../kernel/types.js';
import { projectContext } from '../project/context.js';
import type { ProjectContext, ProjectInput } from '../project/context.js';
import { nothingToClose } from './closing-context.js';
import type { ClosingFacts } from './closing-context.js';
import { nothingChanged } from './life-context.js';
import type { LifeFacts, SpecialEvaluationV2 } from './life-context.js';
import { nothingDrawn } from './money.js';
import type { MoneyFacts } from './money.js';
import type { Place } from './place.js';
import type { Panel } from './panel.js';

/** What a project is begun with; `callId`: the selection call that decides on it, none where officer and committee do. */
export interface ProjectInputV2 extends ProjectInput {
  readonly callId?: string | null;
  /** Days off that were added after the edition. */
  readonly daysAdded?: DaysAdded;
}

/** What the pre-check found: the codes that failed, and those that an officer overruled, each with the ground. */
export interface PreCheck {
  readonly failing: readonly string[];
  readonly overruled: readonly Overruling[];
}

/** One failing verdict that an officer overrules, and why. */
export interface Overruling {
  readonly code: string;
  readonly ground: string;
}

/** The document that proves a preference that was confirmed. */
export interface Proof {
  readonly preference: string;
  readonly documentSha256: string;
}

/** A panel's result: points with two decimals, its opinions without names, and each criterion's mean in hundredths. */
export interface Evaluation {
  readonly score: number;
  readonly opinion: Partial<Bilingual>;
  readonly criteria?: Readonly<Record<string, number>>;
}

/** The check half-way through the roadmap: announced once, with the firm's progress and the officer's finding. It stops nothing. */
export interface RoadmapCheck {
  readonly announcedAt: string | null;
  readonly progressSha256: string | null;
  readonly finding: 'on-track' | 'at-risk' | null;
  readonly opinion: Partial<Bilingual> | null;
}

/** The latest objection: what the firm said, and what its board came to. */
export interface Objection {
  readonly ground: string;
  readonly statement: string;
  readonly outcome?: 'upheld' | 'dismissed' | 'withdrawn';
  readonly opinion?: Partial<Bilingual> | null;
}

/** A panel that is no longer the project's, with what it came to. */
export interface EarlierPanel extends Panel {
  readonly evaluation: Evaluation | null;
}

/** Everything that is known of a project that a call may decide on; plain JSON, money as digits. */
export interface ProjectContextV2
  extends
    Omit<ProjectContext, 'specialEvaluation' | 'clocks' | 'tranches'>,
    Clocked,
    LifeFacts,
    ClosingFacts,
    MoneyFacts {
  readonly specialEvaluation: SpecialEvaluationV2 | null;
  readonly callId: string | null;
  readonly preCheck: PreCheck | null;
  readonly proofs: readonly Proof[];
  readonly evaluation: Evaluation | null;
  readonly panel: Panel | null;
  readonly earlierPanels: readonly EarlierPanel[];
  readonly place: Place | null;
  readonly roadmapCheck: RoadmapCheck | null;
  readonly objection: Objection | null;
  /** The number of the latest objection; 0 for none. */
  readonly objectionNo: number;
}

/** What the guards, updates and delays of these projects look at. */
export interface ArgsV2 {
  readonly context: ProjectContextV2;
  readonly event: ChartEvent;
}

/** What a transition writes. */
export type PatchV2 = Partial<ProjectContextV2>;

/** A project at its beginning. */
export function projectContextV2(input: ProjectInputV2): ProjectContextV2 {
  return {
    ...{ ...projectContext(input), clocks: {}, daysAdded: input.daysAdded ?? {} },
    ...{ callId: input.callId ?? null, preCheck: null, proofs: [], panel: null, earlierPanels: [] },
    ...{ place: null, roadmapCheck: null, objectionNo: 0 },
    ...{ ...nothingChanged, ...nothingToClose, ...nothingDrawn, specialEvaluation: null },
  };
}
