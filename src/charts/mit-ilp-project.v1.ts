import { contextFrom } from './beginning.js';
import { agreementPending } from './project/agreement.js';
import { projectChart } from './project/chart.js';
import { finalEvaluation, finalReport, repayment, settlement } from './project/closing.js';
import { projectContext } from './project/context.js';
import { ends, expired, throughout } from './project/ends.js';
import { exploration, longerTermCollaboration, transfer } from './project/exploration.js';
import { agenda, matching } from './project/matching.js';
import { submitted } from './project/screening.js';
import { deliberation, notSelected, objection, underEvaluation } from './project/selection.js';
import { project } from './project/setup.js';
import { specialEvaluation } from './project/special-evaluation.js';

const resumable = [
  'searching',
  'proposed',
  'agendaDrafting',
  'agendaAwaitingCoSignature',
  'underWay',
  'reportOverdue',
  'concluding',
  'transfer',
  'longerTermCollaboration',
].map((state) => ({ state }));

const machine = project.createMachine({
  id: 'mitIlpProject.v1',
  context: contextFrom(projectContext),
  initial: 'submitted',
  on: throughout,
  states: {
    submitted: submitted('underEvaluation'),
    underEvaluation,
    deliberation: deliberation('agreementPending'),
    notSelected,
    objection,
    agreementPending: agreementPending('#matching', [{ type: 'startClock', params: { clock: 'matching' } }]),
    matching,
    agenda,
    exploration,
    transfer,
    longerTermCollaboration,
    specialEvaluation: specialEvaluation(resumable),
    finalReport,
    finalEvaluation,
    settlement,
    repayment,
    ...ends,
    expired,
  },
});

/** The MIT ILP track (예비연구형): a match with a researcher, a joint agenda, an early exploration and what follows from it. */
export const mitIlpProjectV1 = projectChart(
  'mitIlpProject',
  { ko: '예비연구형 (MIT ILP) 과제', en: 'MIT ILP project' },
  machine,
);
