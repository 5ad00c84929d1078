import { contextFrom } from './beginning.js';
import { agreementPending } from './project-v2/agreement.js';
import { projectChartV2 } from './project-v2/chart.js';
import { finalEvaluationV2, finalReportV2, settling } from './project-v2/closing.js';
import { projectContextV2 } from './project-v2/context.js';
import { throughoutV2 } from './project-v2/ends.js';
import { underEvaluation } from './project-v2/evaluation.js';
import { objection } from './project-v2/objection.js';
import { movingUp } from './project-v2/promotion.js';
import {
  agendaV2,
  explorationV2,
  longerTermCollaborationV2,
  matchingV2,
  transferV2,
} from './project-v2/research-exploration.js';
import { submitted } from './project-v2/screening.js';
import { deliberation, notSelected, reserved } from './project-v2/selection.js';
import { projectV2 } from './project-v2/setup.js';
import { specialEvaluationV2 } from './project-v2/special-evaluation.js';
import { ends, expired } from './project/ends.js';

// The one tranche is opened with the exploration.
const resumable = [
  ...['searching', 'proposed', 'agendaDrafting', 'agendaAwaitingCoSignature'].map((state) => ({ state })),
  ...['underWay', 'reportOverdue', 'concluding', 'transfer', 'longerTermCollaboration'].map((state) => ({
    ...{ state, isAllOpened: true },
  })),
];

const machine = projectV2.createMachine({
  id: 'mitIlpProject.v2',
  context: contextFrom(projectContextV2),
  initial: 'submitted',
  on: throughoutV2,
  states: {
    submitted: submitted('underEvaluation'),
    underEvaluation,
    deliberation: deliberation('agreementPending'),
    notSelected,
    reserved: reserved(movingUp('#agreementPending')),
    objection: objection(movingUp('#agreementPending')),
    agreementPending: agreementPending('#matching', [{ type: 'startClock', params: { clock: 'matching' } }]),
    matching: matchingV2,
    agenda: agendaV2,
    exploration: explorationV2,
    transfer: transferV2,
    longerTermCollaboration: longerTermCollaborationV2,
    specialEvaluation: specialEvaluationV2(resumable),
    finalReport: finalReportV2,
    finalEvaluation: finalEvaluationV2,
    settling,
    ...ends,
    expired,
  },
});

/** The MIT ILP track (예비연구형): a match with a researcher, a joint agenda, an early exploration and what follows from it. */
export const mitIlpProjectV2 = projectChartV2(
  'mitIlpProject',
  { ko: '예비연구형 (MIT ILP) 과제', en: 'MIT ILP project' },
  machine,
);
