import { and } from 'xstate';
import { exploration, longerTermCollaboration, transfer } from '../project/exploration.js';
import { agenda, matching } from '../project/matching.js';
import { tellCompany, tellPartner } from '../project/orders.js';
import { settleStage } from './closing.js';
import { inTimeAgain } from './research.js';
import { projectV2 } from './setup.js';
import { inStage, outsideStage } from './termination.js';

/** Matching and the agenda, as in the first version, with what may be decided against a project at work. */
export const matchingV2 = { ...matching, on: { ...matching.on, ...outsideStage } } as const;
export const agendaV2 = { ...agenda, on: { ...agenda.on, ...outsideStage } } as const;

function concludes(outcome: string) {
  return and(['isCommittee', { type: 'says', params: { outcome } }]);
}

const concluded = ['recordExploration', ...settleStage, tellCompany('explorationConcluded')] as const;
const withPartner = [...concluded, tellPartner('explorationConcluded')] as const;

/** The committee's conclusion of the exploration; the one stage is over with it, and its money is settled. */
const conclude = [
  { guard: concludes('technologyTransfer'), target: '#transfer', actions: withPartner },
  { guard: concludes('longerTermCollaboration'), target: '#longerTermCollaboration', actions: withPartner },
  { guard: 'isCommittee', target: '#finalReport', actions: concluded },
] as const;

const { underWay, reportOverdue, concluding } = exploration.states;

/** The early exploration with the researcher: one stage, which leads to a transfer, to longer work together, or to neither. */
export const explorationV2 = projectV2.createStateConfig({
  ...exploration,
  on: inStage,
  states: {
    underWay,
    reportOverdue: {
      ...reportOverdue,
      entry: { type: 'remember', params: { state: 'reportOverdue' } },
      always: inTimeAgain('stage-report'),
    },
    concluding: { ...concluding, on: { ...concluding.on, CONCLUDE_EXPLORATION: conclude } },
  },
});

/** What follows the exploration, as in the first version, with what may be decided against a project at work. */
export const transferV2 = { ...transfer, on: { ...transfer.on, ...outsideStage } } as const;
export const longerTermCollaborationV2 = {
  ...longerTermCollaboration,
  on: { ...longerTermCollaboration.on, ...outsideStage },
} as const;
