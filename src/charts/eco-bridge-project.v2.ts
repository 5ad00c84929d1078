import { contextFrom } from './beginning.js';
import { agreementPending } from './project-v2/agreement.js';
import { projectChartV2 } from './project-v2/chart.js';
import { finalEvaluationV2, finalReportV2, settling } from './project-v2/closing.js';
import { projectContextV2 } from './project-v2/context.js';
import { throughoutV2 } from './project-v2/ends.js';
import { underEvaluation } from './project-v2/evaluation.js';
import { objection } from './project-v2/objection.js';
import { movingUp } from './project-v2/promotion.js';
import { announcedMeanwhileV2, clinicalHoldV2, clinicalV2 } from './project-v2/research-clinical.js';
import { submitted } from './project-v2/screening.js';
import { deliberation, notSelected, reserved } from './project-v2/selection.js';
import { projectV2 } from './project-v2/setup.js';
import { specialEvaluationV2 } from './project-v2/special-evaluation.js';
import { ends } from './project/ends.js';

const machine = projectV2.createMachine({
  id: 'ecoBridgeProject.v2',
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
    agreementPending: agreementPending('#clinical', ['nextStage', 'openNextTranche']),
    clinical: clinicalV2,
    clinicalHold: clinicalHoldV2,
    specialEvaluation: specialEvaluationV2(
      [
        { state: 'criteria' },
        { state: 'underWay' },
        { state: 'dataOverdue' },
        { state: 'gate' },
        { state: 'gateHold' },
        { state: 'clinicalHold', staysFrozen: true },
      ],
      announcedMeanwhileV2,
    ),
    finalReport: finalReportV2,
    finalEvaluation: finalEvaluationV2,
    settling,
    ...ends,
  },
});

/** Eco-Bridge: from early discovery towards clinical development, stage by stage and gate by gate (domain.md section 5). */
export const ecoBridgeProjectV2 = projectChartV2(
  'ecoBridgeProject',
  { ko: '에코브리지형 과제', en: 'Eco-Bridge project' },
  machine,
);
