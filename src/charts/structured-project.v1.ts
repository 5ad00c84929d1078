import { contextFrom } from './beginning.js';
import { agreementPending } from './project/agreement.js';
import { projectChart } from './project/chart.js';
import { finalEvaluation, finalReport, repayment, settlement } from './project/closing.js';
import { projectContext } from './project/context.js';
import { ends, expired, throughout } from './project/ends.js';
import { roadmap, roadmapEvaluation } from './project/roadmap.js';
import { submitted } from './project/screening.js';
import { deliberation, notSelected, objectionToEither, underEvaluation } from './project/selection.js';
import { project } from './project/setup.js';
import { specialEvaluation } from './project/special-evaluation.js';
import { firstStage, research } from './project/stages.js';

const machine = project.createMachine({
  id: 'structuredProject.v1',
  context: contextFrom(projectContext),
  initial: 'submitted',
  on: throughout,
  states: {
    submitted: submitted('underEvaluation'),
    underEvaluation,
    deliberation: deliberation('roadmap'),
    notSelected,
    objection: objectionToEither,
    roadmap,
    roadmapEvaluation,
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
    expired,
  },
});

/** The structured track (사전기획·수요연계형): a roadmap of up to six months, a second selection, then research in stages. */
export const structuredProjectV1 = projectChart(
  'structuredProject',
  { ko: '사전기획·수요연계형 과제', en: 'Structured project' },
  machine,
);
