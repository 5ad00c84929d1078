import { and } from 'xstate';
import { known } from '../words.js';
import { cancelTranches, openReachedTranche, tellCompany } from './orders.js';
import { project } from './setup.js';

const startStage = [
  'nextStage',
  { type: 'startClock', params: { clock: 'stage' } },
  { type: 'startClock', params: { clock: 'stage-report', from: 'stageEnd' } },
] as const;

/** What begins the first stage; its tranche is opened as soon as it says that it is there. */
export const firstStage = [...startStage, 'openNextTranche'] as const;

const nextStage = [...startStage, 'openNextTranche', openReachedTranche] as const;

const submitReport = {
  SUBMIT_STAGE_REPORT: {
    guard: and(['isApplicant', 'isOwnCase', 'isReportOpen']),
    target: 'stageEvaluation',
    actions: 'recordReport',
  },
} as const;

/** Ways into a special evaluation: the agency's, on a listed ground, or the firm's own request (section 2). */
export const intoSpecialEvaluation = {
  OPEN_SPECIAL_EVALUATION: {
    guard: and(['isOfficer', 'isSpecialEvaluationGround']),
    target: '#specialEvaluation',
    actions: { type: 'openSpecialEvaluation', params: { cause: 'agency' } },
  },
  REQUEST_TERMINATION: {
    guard: and(['isApplicant', 'isOwnCase']),
    target: '#specialEvaluation',
    actions: { type: 'openSpecialEvaluation', params: { cause: 'firm', ground: 'own-request' } },
  },
} as const;

const returned = {
  actions: tellCompany('stageReportReturned'),
} as const;

/**
 * Research in stages (단계). Each ends with a report and an evaluation, and the evaluation opens the next tranche.
 * Only a grade that may stop, with a lawful basis, ends it (domain.md section 2: there is no yearly gate in law).
 */
export const research = project.createStateConfig({
  id: 'research',
  meta: known('연구 수행', 'Research', 'applicant'),
  initial: 'underWay',
  on: intoSpecialEvaluation,
  states: {
    underWay: {
      id: 'underWay',
      meta: known('단계 연구 수행 중', 'Stage under way', 'applicant'),
      entry: { type: 'remember', params: { state: 'underWay' } },
      after: { 'stage-report': { target: 'reportOverdue' } },
      on: submitReport,
    },
    reportOverdue: {
      id: 'reportOverdue',
      meta: known('단계보고서 지연', 'Stage report overdue', 'applicant'),
      entry: [{ type: 'remember', params: { state: 'reportOverdue' } }, tellCompany('stageReportOverdue')],
      on: submitReport,
    },
    stageEvaluation: {
      id: 'stageEvaluation',
      meta: known('단계평가 중', 'Stage under evaluation', 'officer', 'committee'),
      entry: { type: 'remember', params: { state: 'stageEvaluation' } },
      on: {
        EVALUATE_STAGE: [
          {
            guard: and(['isOfficerOrCommittee', 'isKnownGrade', 'hasFindings', 'hasLawfulBasis', 'mayStop']),
            target: '#settlement',
            actions: [
              'recordGrade',
              { type: 'endAs', params: { outcome: 'stopped' } },
              cancelTranches,
              tellCompany('projectStopped'),
            ],
          },
          {
            guard: and([
              'isOfficerOrCommittee',
              'isKnownGrade',
              'hasFindings',
              'hasLawfulBasis',
              'isLastStage',
            ]),
            target: '#finalReport',
            actions: ['recordGrade', tellCompany('stagePassed')],
          },
          {
            guard: and(['isOfficerOrCommittee', 'isKnownGrade', 'hasFindings', 'hasLawfulBasis']),
            target: 'underWay',
            actions: ['recordGrade', ...nextStage, tellCompany('stagePassed')],
          },
        ],
        RETURN_STAGE_REPORT: [
          { ...returned, guard: and(['isOfficerOrCommittee', 'isStageReportLate']), target: 'reportOverdue' },
          { ...returned, guard: 'isOfficerOrCommittee', target: 'underWay' },
        ],
      },
    },
  },
});
