import { contextFrom } from './beginning.js';
import { agreementPending } from './project-v2/agreement.js';
import { projectChartV2 } from './project-v2/chart.js';
import { finalEvaluationV2, finalReportV2, settling } from './project-v2/closing.js';
import { projectContextV2 } from './project-v2/context.js';
import { throughoutV2 } from './project-v2/ends.js';
import { underEvaluation } from './project-v2/evaluation.js';
import { objection } from './project-v2/objection.js';
import { movingUp } from './project-v2/promotion.js';
import { researchV2 } from './project-v2/research.js';
import { priorityCheck, submitted } from './project-v2/screening.js';
import { deliberation, notSelected, reserved } from './project-v2/selection.js';
import { projectV2 } from './project-v2/setup.js';
import { specialEvaluationV2 } from './project-v2/special-evaluation.js';
import { ends } from './project/ends.js';
import { firstStage } from './project/stages.js';

const machine = projectV2.createMachine({
  id: 'autonomousProject.v2',
  context: contextFrom(projectContextV2),
  initial: 'submitted',
  on: throughoutV2,
  states: {
    submitted: submitted('priorityCheck'),
    priorityCheck,
    underEvaluation,
    deliberation: deliberation('agreementPending'),
    notSelected,
    reserved: reserved(movingUp('#agreementPending')),
    objection: objection(movingUp('#agreementPending')),
    agreementPending: agreementPending('#research', firstStage),
    research: researchV2,
    specialEvaluation: specialEvaluationV2([
      { state: 'underWay' },
      { state: 'reportOverdue' },
      { state: 'stageEvaluation' },
    ]),
    finalReport: finalReportV2,
    finalEvaluation: finalEvaluationV2,
    settling,
    ...ends,
  },
});

/** The autonomous track (자유공모형): firms that bring their partner, with priority for some, then research in stages. */
export const autonomousProjectV2 = projectChartV2(
  'autonomousProject',
  { ko: '자유공모형 과제', en: 'Autonomous project' },
  machine,
);
