import { contextFrom } from './beginning.js';
import { agreementPending } from './project-v2/agreement.js';
import { projectChartV2 } from './project-v2/chart.js';
import { finalEvaluationV2, finalReportV2, settling } from './project-v2/closing.js';
import { projectContextV2 } from './project-v2/context.js';
import { throughoutV2 } from './project-v2/ends.js';
import { underEvaluation } from './project-v2/evaluation.js';
import { objectionToEither } from './project-v2/objection.js';
import { movingUpToEither } from './project-v2/promotion.js';
import { researchV2 } from './project-v2/research.js';
import { roadmap, roadmapEvaluation } from './project-v2/roadmap.js';
import { submitted } from './project-v2/screening.js';
import { deliberation, notSelected, reserved } from './project-v2/selection.js';
import { projectV2 } from './project-v2/setup.js';
import { specialEvaluationV2 } from './project-v2/special-evaluation.js';
import { ends, expired } from './project/ends.js';
import { firstStage } from './project/stages.js';

const machine = projectV2.createMachine({
  id: 'structuredProject.v2',
  context: contextFrom(projectContextV2),
  initial: 'submitted',
  on: throughoutV2,
  states: {
    submitted: submitted('underEvaluation'),
    underEvaluation,
    deliberation: deliberation('roadmap'),
    notSelected,
    reserved: reserved(movingUpToEither),
    objection: objectionToEither(movingUpToEither),
    roadmap,
    roadmapEvaluation,
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
    expired,
  },
});

/** The structured track (사전기획·수요연계형): a roadmap of up to six months, a second selection, then research in stages. */
export const structuredProjectV2 = projectChartV2(
  'structuredProject',
  { ko: '사전기획·수요연계형 과제', en: 'Structured project' },
  machine,
);
