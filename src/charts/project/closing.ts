import { and } from 'xstate';
import { known } from '../words.js';
import { cancelTranches, postReturn, tellCompany } from './orders.js';
import { project } from './setup.js';
import { openedByAgency } from './stages.js';

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
export const finalReport = project.createStateConfig({
  id: 'finalReport',
  meta: known('최종보고서 제출 대기', 'Final report', 'applicant'),
  initial: 'open',
  on: submitReport,
  states: {
    open: {
      meta: known('최종보고서 제출 기간', 'Final report to be submitted', 'applicant'),
      entry: [
        { type: 'startClock', params: { clock: 'final-report', from: 'afterStage' } },
        tellCompany('finalReportDue'),
      ],
      after: { 'final-report': { target: 'overdue' } },
    },
    overdue: {
      id: 'finalReportOverdue',
      meta: known('최종보고서 지연', 'Final report overdue', 'applicant', 'officer'),
      entry: [
        { type: 'remember', params: { state: 'finalReportOverdue' } },
        tellCompany('finalReportOverdue'),
      ],
      on: openedByAgency,
    },
  },
});

/** The final evaluation (최종평가). */
export const finalEvaluation = project.createStateConfig({
  id: 'finalEvaluation',
  meta: known('최종평가 중', 'Final evaluation', 'officer', 'committee'),
  on: {
    EVALUATE_FINAL: {
      guard: and(['isOfficerOrCommittee', 'isKnownGrade']),
      target: '#settlement',
      actions: ['recordFinalGrade', tellCompany('finalEvaluated')],
    },
  },
});

const reportCosts = {
  REPORT_COSTS: { guard: and(['isApplicant', 'isOwnCase']), target: 'costsReported', actions: 'recordCosts' },
} as const;

const settling = ['isOfficer', 'areTranchesSettled', 'isDisallowedWithinSpent'] as const;

const settle = {
  SETTLE: [
    {
      guard: and([...settling, 'isNothingToReturn', 'wasStopped']),
      target: '#terminated',
      actions: ['recordSettlement', cancelTranches, tellCompany('settled')],
    },
    {
      guard: and([...settling, 'isNothingToReturn']),
      target: '#closed',
      actions: ['recordSettlement', cancelTranches, tellCompany('settled')],
    },
    {
      guard: and([...settling]),
      target: '#repayment',
      actions: ['recordSettlement', cancelTranches, tellCompany('repaymentDue')],
    },
  ],
} as const;

/**
 * Settlement (정산): what was released and not accepted as spent goes back (domain.md section 3). Costs that a firm
 * doesn't report in time are none: it is settled without them, and all of it goes back.
 */
export const settlement = project.createStateConfig({
  id: 'settlement',
  meta: known('정산', 'Settlement', 'applicant'),
  entry: [{ type: 'startClock', params: { clock: 'cost-report' } }, tellCompany('costReportDue')],
  initial: 'awaitingCosts',
  states: {
    awaitingCosts: {
      meta: known('사용실적보고 대기', 'Cost report to be submitted', 'applicant'),
      after: { 'cost-report': { target: 'overdue' } },
      on: reportCosts,
    },
    overdue: {
      meta: known('사용실적보고 지연', 'Cost report overdue', 'applicant', 'officer'),
      entry: tellCompany('costReportOverdue'),
      on: { ...reportCosts, ...settle },
    },
    costsReported: {
      meta: known('정산 검토 중', 'Costs under review', 'officer'),
      on: settle,
    },
  },
});

const repaid = [postReturn, tellCompany('repaid')] as const;

/** Repayment (반납) within a month of the notice; a late one is dunned. */
export const repayment = project.createStateConfig({
  id: 'repayment',
  meta: known('반납', 'Repayment', 'applicant'),
  entry: { type: 'startClock', params: { clock: 'repayment' } },
  initial: 'open',
  on: {
    CONFIRM_REPAYMENT: [
      { guard: and(['isFinance', 'isFullRepayment', 'wasStopped']), target: '#terminated', actions: repaid },
      { guard: and(['isFinance', 'isFullRepayment']), target: '#closed', actions: repaid },
    ],
  },
  states: {
    open: {
      meta: known('반납 기간', 'Repayment due', 'applicant', 'finance'),
      after: { repayment: { target: 'overdue' } },
    },
    overdue: {
      meta: known('반납 지연 (독촉)', 'Repayment overdue, dunned', 'applicant', 'finance'),
      entry: tellCompany('repaymentOverdue'),
    },
  },
});
