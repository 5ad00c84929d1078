import { and } from 'xstate';
import type { ClockName } from '../../program/types.js';
import { cancelTranches, openReachedTranche, tellCompany, tellPartner } from '../project/orders.js';
import { known } from '../words.js';
import { settleStage } from './closing.js';
import { holdBoth } from './life-orders.js';
import { projectV2 } from './setup.js';
import { inStages } from './termination.js';

// The agreement fixed the stages: one begins where the one before ended, however early or late that was evaluated.
const nextStage = [
  'nextStage',
  { type: 'startClock', params: { clock: 'stage', from: 'stageOver' } },
  { type: 'startClock', params: { clock: 'stage-report', from: 'stageEnd' } },
  'openNextTranche',
  openReachedTranche,
] as const;

const submitReport = {
  SUBMIT_STAGE_REPORT: {
    guard: and(['isApplicant', 'isOwnCase', 'isReportOpen']),
    target: 'stageEvaluation',
    actions: 'recordReport',
  },
} as const;

const grading = [
  'isOfficerOrCommittee',
  'isKnownGrade',
  'hasFindings',
  'hasLawfulBasis',
  'isBasisEstablished',
] as const;

/** Late no more: a stage that was made longer, or whose clock was extended or corrected, is waited for again. */
export function inTimeAgain(clock: ClockName) {
  return { guard: { type: 'isInTimeAgain', params: { clock } }, target: 'underWay' } as const;
}

/** What a stage's evaluation leads to: its end, or the next stage; the stage's money is settled in each case. */
const evaluate = [
  {
    guard: and([...grading, 'mayStop']),
    target: '#settling',
    actions: [
      'recordGrade',
      'recordBasis',
      { type: 'endAs', params: { outcome: 'stopped' } },
      'stopSpending',
      ...settleStage,
      cancelTranches,
      ...holdBoth,
      tellCompany('projectStopped'),
      tellPartner('projectStopped'),
    ],
  },
  {
    guard: and([...grading, 'isLastStage']),
    target: '#finalReport',
    actions: ['recordGrade', ...settleStage, tellCompany('stagePassed')],
  },
  {
    guard: and([...grading]),
    target: 'underWay',
    actions: ['recordGrade', ...settleStage, ...nextStage, tellCompany('stagePassed')],
  },
] as const;

const returned = {
  actions: tellCompany('stageReportReturned'),
} as const;

/**
 * Research in stages (단계). Each ends with a report and an evaluation; that settles the stage's money, and opens the next
 * tranche. Only a grade that may stop, with a lawful basis, ends it here (domain.md section 2: there is no yearly gate).
 */
export const researchV2 = projectV2.createStateConfig({
  id: 'research',
  meta: known('연구 수행', 'Research', 'applicant'),
  initial: 'underWay',
  on: inStages,
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
      entry: { type: 'remember', params: { state: 'reportOverdue' } },
      always: inTimeAgain('stage-report'),
      on: submitReport,
    },
    stageEvaluation: {
      id: 'stageEvaluation',
      meta: known('단계평가 중', 'Stage under evaluation', 'officer', 'committee'),
      entry: { type: 'remember', params: { state: 'stageEvaluation' } },
      on: {
        EVALUATE_STAGE: evaluate,
        RETURN_STAGE_REPORT: [
          { ...returned, guard: and(['isOfficerOrCommittee', 'isStageReportLate']), target: 'reportOverdue' },
          { ...returned, guard: 'isOfficerOrCommittee', target: 'underWay' },
        ],
      },
    },
  },
});
