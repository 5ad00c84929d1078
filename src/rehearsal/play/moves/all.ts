import type { Competition } from '../../../contract/names.js';
import type { Track } from '../../../contract/names.js';
import { ASSUMED } from '../../cohort/assumptions.js';
import type { Cohort } from '../../cohort/cohort.js';
import { panelist } from '../../cohort/people.js';
import type { Person } from '../../cohort/people.js';
import type { Kind } from '../board.js';
import * as agreement from './agreement.js';
import * as change from './change.js';
import * as clinical from './clinical.js';
import * as closing from './closing.js';
import * as matching from './matching.js';
import type { Move, Play, Turn } from './move.js';
import * as objection from './objection.js';
import { moderation, scoring } from './panel.js';
import * as recovery from './recovery.js';
import * as research from './research.js';
import * as roadmap from './roadmap.js';
import * as selection from './selection.js';
import * as settlement from './settlement.js';
import * as tranche from './tranche.js';

/** Who is on a call's panel; the largest panel's members are on every other one, too, as far as it goes. */
export function panelOf(track: Track, competition: Competition): Person[] {
  const size = ASSUMED.panel[competition === 'roadmap' ? 'roadmap' : track];
  return Array.from({ length: size }, (_, index) => panelist(index + 1));
}

/** A competition's criteria, by their ids. */
export function criteriaOf({ edition }: Cohort, track: Track, competition: Competition): string[] {
  if (!edition.evaluation) throw new Error(`${edition.id} says nothing of how applications are evaluated`);
  const { criteria } = edition.evaluation;
  return criteria[competition === 'roadmap' ? 'roadmap' : track].map(({ id }) => id);
}

function evaluating(competition: Competition, play: typeof scoring): Play {
  return (turn: Turn) => {
    const { track } = turn.entrant;
    const criteria = criteriaOf(turn.cohort, track, competition);
    return play(turn, { criteria, substitutes: panelOf(track, competition) }, competition);
  };
}

/** What is done about a project, by its state. Where a state isn't here, its call, its tranches or time have the turn. */
const PROJECT: Readonly<Record<string, Play>> = {
  submitted: selection.submitted,
  'underEvaluation.scoring': evaluating('selection', scoring),
  'underEvaluation.moderation': evaluating('selection', moderation),
  deliberation: selection.deliberation,
  notSelected: selection.notSelected,
  reserved: selection.reserved,
  'roadmap.drafting': roadmap.drafting,
  'roadmap.awaitingCoSignature': roadmap.awaitingCoSignature,
  'roadmapEvaluation.scoring': evaluating('roadmap', scoring),
  'roadmapEvaluation.moderation': evaluating('roadmap', moderation),
  'agreementPending.open': agreement.open,
  'agreementPending.planRevision': agreement.planRevision,
  'agreementPending.overdue': agreement.overdue,
  'agreementPending.signed': agreement.signed,
  'research.underWay': research.underWay('SUBMIT_STAGE_REPORT'),
  'research.reportOverdue': research.reportOverdue('SUBMIT_STAGE_REPORT'),
  'research.stageEvaluation': research.stageEvaluation,
  'specialEvaluation.awaitingExplanation': research.awaitingExplanation,
  'specialEvaluation.awaitingDecision': research.awaitingDecision,
  'matching.searching': matching.searching,
  'matching.proposed': matching.proposed,
  'agenda.drafting': matching.agendaDrafting,
  'agenda.awaitingCoSignature': matching.agendaCoSigning,
  'exploration.underWay': research.underWay('SUBMIT_EXPLORATION_REPORT'),
  'exploration.reportOverdue': research.reportOverdue('SUBMIT_EXPLORATION_REPORT'),
  'exploration.concluding': matching.concluding,
  transfer: matching.confirmed('CONFIRM_TRANSFER'),
  longerTermCollaboration: matching.confirmed('CONFIRM_COLLABORATION'),
  'clinical.criteria': clinical.criteria,
  'clinical.underWay': clinical.underWay,
  'clinical.overdue': clinical.overdue,
  'clinical.gate': clinical.gate,
  'clinical.hold': clinical.hold,
  clinicalHold: clinical.clinicalHold,
  'finalReport.open': closing.finalReportOpen,
  'finalReport.overdue': closing.finalReportOverdue,
  finalEvaluation: closing.finalEvaluation,
};

const TRANCHE: Readonly<Record<string, Play>> = {
  claimable: tranche.claimable,
  claimed: tranche.claimed,
  firstApproved: tranche.firstApproved,
};

const OBJECTION: Readonly<Record<string, Play>> = {
  filed: objection.filed,
  underReview: objection.underReview,
};

const SETTLEMENT: Readonly<Record<string, Play>> = {
  awaitingCosts: settlement.awaitingCosts,
  underReview: settlement.underReview,
  notified: settlement.notified,
  objected: settlement.objected,
};

const RECOVERY: Readonly<Record<string, Play>> = {
  owed: recovery.owed,
  instalmentsProposed: recovery.instalmentsProposed,
  instalments: recovery.instalments,
};

const PLAYS: Readonly<Record<Kind, Readonly<Record<string, Play>>>> = {
  ...{ project: PROJECT, tranche: TRANCHE, objection: OBJECTION, call: {} },
  ...{ settlement: SETTLEMENT, recovery: RECOVERY },
  ...{ sanction: { deciding: recovery.deciding }, change: { underReview: change.underReview } },
};

/** What is going to be done about a case as it stands, whenever that may be. */
export function movesOf(turn: Turn): readonly Move[] {
  return PLAYS[turn.one.kind][turn.one.state]?.(turn) ?? [];
}
