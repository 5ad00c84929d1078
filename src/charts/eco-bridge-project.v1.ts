import { contextFrom } from './beginning.js';
import { agreementPending } from './project/agreement.js';
import { projectChart } from './project/chart.js';
import { announcedMeanwhile, clinical, clinicalHold } from './project/clinical.js';
import { finalEvaluation, finalReport, repayment, settlement } from './project/closing.js';
import { projectContext } from './project/context.js';
import { ends, throughout } from './project/ends.js';
import { submitted } from './project/screening.js';
import { deliberation, notSelected, objection, underEvaluation } from './project/selection.js';
import { project } from './project/setup.js';
import { specialEvaluation } from './project/special-evaluation.js';

const machine = project.createMachine({
  id: 'ecoBridgeProject.v1',
  context: contextFrom(projectContext),
  initial: 'submitted',
  on: throughout,
  states: {
    submitted: submitted('underEvaluation'),
    underEvaluation,
    deliberation: deliberation('agreementPending'),
    notSelected,
    objection,
    agreementPending: agreementPending('#clinical', ['nextStage', 'openNextTranche']),
    clinical,
    clinicalHold,
    specialEvaluation: specialEvaluation(
      [
        { state: 'criteria' },
        { state: 'underWay' },
        { state: 'dataOverdue' },
        { state: 'gate' },
        { state: 'gateHold' },
        { state: 'clinicalHold', staysFrozen: true },
      ],
      announcedMeanwhile,
    ),
    finalReport,
    finalEvaluation,
    settlement,
    repayment,
    ...ends,
  },
});

/** Eco-Bridge: from early discovery towards clinical development, stage by stage and gate by gate (domain.md section 5). */
export const ecoBridgeProjectV1 = projectChart(
  'ecoBridgeProject',
  { ko: '에코브리지형 과제', en: 'Eco-Bridge project' },
  machine,
);
