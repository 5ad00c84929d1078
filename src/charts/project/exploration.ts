import { and } from 'xstate';
import { known } from '../words.js';
import { tellCompany, tellPartner } from './orders.js';
import { project } from './setup.js';
import { intoSpecialEvaluation } from './stages.js';

const submitReport = {
  SUBMIT_EXPLORATION_REPORT: {
    guard: and(['isApplicant', 'isOwnCase', 'isReportOpen']),
    target: 'concluding',
    actions: 'recordReport',
  },
} as const;

function concludes(outcome: string) {
  return and(['isCommittee', { type: 'says', params: { outcome } }]);
}

/** The early exploration with the researcher: one stage, which leads to a transfer, to longer work together, or to neither. */
export const exploration = project.createStateConfig({
  id: 'exploration',
  meta: known('예비연구 수행', 'Exploration', 'applicant'),
  initial: 'underWay',
  on: intoSpecialEvaluation,
  states: {
    underWay: {
      id: 'underWay',
      meta: known('예비연구 수행 중', 'Exploration under way', 'applicant'),
      entry: { type: 'remember', params: { state: 'underWay' } },
      after: { 'stage-report': { target: 'reportOverdue' } },
      on: submitReport,
    },
    reportOverdue: {
      id: 'reportOverdue',
      meta: known('예비연구 보고서 지연', 'Exploration report overdue', 'applicant'),
      entry: [{ type: 'remember', params: { state: 'reportOverdue' } }, tellCompany('stageReportOverdue')],
      on: submitReport,
    },
    concluding: {
      id: 'concluding',
      meta: known('예비연구 종결 심의', 'Exploration to be concluded', 'committee'),
      entry: { type: 'remember', params: { state: 'concluding' } },
      on: {
        CONCLUDE_EXPLORATION: [
          {
            guard: concludes('technologyTransfer'),
            target: '#transfer',
            actions: [
              'recordExploration',
              tellCompany('explorationConcluded'),
              tellPartner('explorationConcluded'),
            ],
          },
          {
            guard: concludes('longerTermCollaboration'),
            target: '#longerTermCollaboration',
            actions: [
              'recordExploration',
              tellCompany('explorationConcluded'),
              tellPartner('explorationConcluded'),
            ],
          },
          {
            guard: 'isCommittee',
            target: '#finalReport',
            actions: ['recordExploration', tellCompany('explorationConcluded')],
          },
        ],
        RETURN_EXPLORATION_REPORT: [
          {
            guard: and(['isOfficerOrCommittee', 'isStageReportLate']),
            target: 'reportOverdue',
            actions: tellCompany('stageReportReturned'),
          },
          { guard: 'isOfficerOrCommittee', target: 'underWay', actions: tellCompany('stageReportReturned') },
        ],
      },
    },
  },
});

/** A technology transfer that is being concluded; the officer or the partner confirms it with its contract. */
export const transfer = project.createStateConfig({
  id: 'transfer',
  meta: known('기술이전 진행', 'Technology transfer', 'partner', 'officer'),
  entry: { type: 'remember', params: { state: 'transfer' } },
  on: {
    ...intoSpecialEvaluation,
    CONFIRM_TRANSFER: {
      guard: and(['isOfficerOrPartner', 'isOwnCase']),
      target: '#finalReport',
      actions: 'recordConfirmation',
    },
  },
});

/** A longer-term collaboration that is being agreed; confirmed as a transfer is. */
export const longerTermCollaboration = project.createStateConfig({
  id: 'longerTermCollaboration',
  meta: known('장기협력 협의', 'Longer-term collaboration', 'partner', 'officer'),
  entry: { type: 'remember', params: { state: 'longerTermCollaboration' } },
  on: {
    ...intoSpecialEvaluation,
    CONFIRM_COLLABORATION: {
      guard: and(['isOfficerOrPartner', 'isOwnCase']),
      target: '#finalReport',
      actions: 'recordConfirmation',
    },
  },
});
