import { contextFrom } from './beginning.js';
import { agreementPending } from './project/agreement.js';
import { projectChart } from './project/chart.js';
import { finalEvaluation, finalReport, repayment, settlement } from './project/closing.js';
import { projectContext } from './project/context.js';
import { ends, throughout } from './project/ends.js';
import { priorityCheck, submitted } from './project/screening.js';
import { deliberation, notSelected, objection, underEvaluation } from './project/selection.js';
import { project } from './project/setup.js';
import { specialEvaluation } from './project/special-evaluation.js';
import { firstStage, research } from './project/stages.js';

const machine = project.createMachine({
  id: 'autonomousProject.v1',
  context: contextFrom(projectContext),
  initial: 'submitted',
  on: throughout,
  states: {
    submitted: submitted('priorityCheck'),
    priorityCheck,
    underEvaluation,
    deliberation: deliberation('agreementPending'),
    notSelected,
    objection,
    agreementPending: agreementPending('#research', firstStage),
    research,
    specialEvaluation: specialEvaluation([
      { state: 'underWay' },
      { state: 'reportOverdue' },
      { state: 'stageEvaluation' },
    ]),
    finalReport,
    finalEvaluation,
    settlement,
    repayment,
    ...ends,
  },
});

/** The autonomous track (자유공모형): firms that bring their partner, with priority for some, then research in stages. */
export const autonomousProjectV1 = projectChart(
  'autonomousProject',
  { ko: '자유공모형 과제', en: 'Autonomous project' },
  machine,
);
