import { and } from 'xstate';
import { known } from '../words.js';
import type { Starting } from './clocks.js';
import { cancelTranches, openReachedTranche, tellCompany } from './orders.js';
import { project } from './setup.js';

function startStage(from: NonNullable<Starting['from']>) {
  return [
    'nextStage',
    { type: 'startClock', params: { clock: 'stage', from } },
    { type: 'startClock', params: { clock: 'stage-report', from: 'stageEnd' } },
    'openNextTranche',
  ] as const;
}

/** What begins the first stage, as the agreement comes into force; its tranche is opened once it says that it is there. */
export const firstStage = startStage('now');

// The agreement fixed the stages: one begins where the one before ended, however early or late that was evaluated.
const nextStage = [...startStage('stageOver'), openReachedTranche] as const;

const submitReport = {
  SUBMIT_STAGE_REPORT: {
    guard: and(['isApplicant', 'isOwnCase', 'isReportOpen']),
    target: 'stageEvaluation',
    actions: 'recordReport',
  },
} as const;

/** The agency's way into a special evaluation, on a listed ground. */
export const openedByAgency = {
  OPEN_SPECIAL_EVALUATION: {
    guard: and(['isOfficer', 'isSpecialEvaluationGround']),
    target: '#specialEvaluation',
    actions: { type: 'openSpecialEvaluation', params: { cause: 'agency' } },
  },
} as const;

/** Ways into a special evaluation while the work is under way: the agency's, or the firm's own request (section 2). */
export const intoSpecialEvaluation = {
  ...openedByAgency,
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
