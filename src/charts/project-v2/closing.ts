import { and } from 'xstate';
import { tellCompany, tellPartner } from '../project/orders.js';
import { known } from '../words.js';
import {
  cancelUnclaimed,
  recoveryClosed,
  releaseChanged,
  startRecovery,
  startSanction,
  startSettlement,
} from './closing-orders.js';
import { projectV2 } from './setup.js';
import { openedByAgencyV2 } from './special-evaluation-ways.js';

/**
 * What is done where a stage has ended: its settlement begins. After what writes the project's outcome, and before what
 * opens the next stage.
 */
export const settleStage = ['beginSettlement', startSettlement] as const;

/** What is done where money beyond a settlement is to come back: the event's `amount`, in won. */
export const orderRecovery = ['beginRecovery', startRecovery] as const;

/** What is done where a sanction is proposed: {kind, months?, amount?, ground} in the event. */
export const proposeSanction = ['beginSanction', startSanction] as const;

const over = [tellCompany('projectClosed'), tellPartner('projectClosed')] as const;

/**
 * What settlements, recoveries and sanctions tell, taken in every state. A settlement that asks money back brings a
 * recovery, and so does a sanction that has an amount; its own recovery closed is told to a settlement.
 */
export const heardThroughout = {
  SETTLEMENT_CHANGED: [
    { guard: and(['isSystem', 'isToReturn']), actions: ['hear', 'beginReturn', startRecovery] },
    { guard: and(['isSystem', 'isFixingRelease']), actions: ['hear', cancelUnclaimed] },
    { guard: 'isSystem', actions: 'hear' },
  ],
  RECOVERY_CHANGED: [
    { guard: and(['isSystem', 'isReturned']), actions: ['hear', recoveryClosed] },
    { guard: 'isSystem', actions: 'hear' },
  ],
  SANCTION_DECIDED: [
    { guard: and(['isSystem', 'bringsRecovery']), actions: ['hear', 'beginRecovery', startRecovery] },
    { guard: 'isSystem', actions: 'hear' },
  ],
} as const;

/** A tranche moved whose stage is being settled: the settlement counts what is released by then. */
export const inSettlement = {
  guard: and(['isSystem', 'isStageInSettlement']),
  actions: ['recordTranche', releaseChanged],
} as const;

const closesLast = [
  {
    guard: and(['isSystem', 'isLastToClose', 'wasStopped']),
    target: '#terminated',
    actions: ['hear', ...over],
  },
  { guard: and(['isSystem', 'isLastToClose']), target: '#closed', actions: ['hear', ...over] },
] as const;

const submitReport = {
  SUBMIT_FINAL_REPORT: {
    guard: and(['isApplicant', 'isOwnCase']),
    target: '#finalEvaluation',
    actions: 'recordFinalReport',
  },
} as const;

/**
 * The final report (최종보고서): 60 days from the agreement's end; late is visible, and still taken. Where a firm sends
 * none, a special evaluation for breach is the agency's way out.
 */
export const finalReportV2 = projectV2.createStateConfig({
  id: 'finalReport',
  meta: known('최종보고서 제출 대기', 'Final report', 'applicant'),
  initial: 'open',
  on: submitReport,
  states: {
    open: {
      meta: known('최종보고서 제출 기간', 'Final report to be submitted', 'applicant'),
      entry: ['startFinalReport', tellCompany('finalReportDue')],
      after: { 'final-report': { target: 'overdue' } },
    },
    overdue: {
      id: 'finalReportOverdue',
      meta: known('최종보고서 지연', 'Final report overdue', 'applicant', 'officer'),
      entry: { type: 'remember', params: { state: 'finalReportOverdue' } },
      always: { guard: { type: 'isInTimeAgain', params: { clock: 'final-report' } }, target: 'open' },
      on: openedByAgencyV2,
    },
  },
});

const evaluating = ['isOfficerOrCommittee', 'isKnownGrade'] as const;
const evaluated = ['recordFinalGrade', tellCompany('finalEvaluated')] as const;

/** The final evaluation (최종평가); where its stages are settled by then, it ends the project. */
export const finalEvaluationV2 = projectV2.createStateConfig({
  id: 'finalEvaluation',
  meta: known('최종평가 중', 'Final evaluation', 'officer', 'committee'),
  on: {
    EVALUATE_FINAL: [
      {
        guard: and([...evaluating, 'isEverythingClosed', 'wasStopped']),
        target: '#terminated',
        actions: [...evaluated, ...over],
      },
      {
        guard: and([...evaluating, 'isEverythingClosed']),
        target: '#closed',
        actions: [...evaluated, ...over],
      },
      { guard: and([...evaluating]), target: '#settling', actions: evaluated },
    ],
  },
});

/**
 * The project's work is over, and its money is not: it ends once each of its stages is settled, what is to come back has
 * come, and no sanction is pending (domain.md section 3).
 */
export const settling = projectV2.createStateConfig({
  id: 'settling',
  meta: known('정산 완료 대기', 'Being settled'),
  on: {
    SETTLEMENT_CHANGED: [...closesLast, ...heardThroughout.SETTLEMENT_CHANGED],
    RECOVERY_CHANGED: [...closesLast, ...heardThroughout.RECOVERY_CHANGED],
    SANCTION_DECIDED: [...closesLast, ...heardThroughout.SANCTION_DECIDED],
  },
});
