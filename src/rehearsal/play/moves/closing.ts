import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm, byStaff, documented, opinion } from './move.js';
import type { Play, Turn } from './move.js';

const { final, money } = ASSUMED;

function report(turn: Turn, on: string) {
  return byFirm(
    turn,
    on,
    'SUBMIT_FINAL_REPORT',
    documented('documentSha256', `최종보고서 ${turn.entrant.key}`),
  );
}

/** Sixty days for the final report. */
export const finalReportOpen: Play = (turn) =>
  turn.happens(final.reportLate, 'final report late')
    ? []
    : [report(turn, turn.someMonday(15, 45, 'final report'))];

/** Late, and recorded as late. */
export const finalReportOverdue: Play = (turn) => [report(turn, turn.someMonday(3, 20, 'final report late'))];

/** The final evaluation. */
export const finalEvaluation: Play = (turn) => {
  const grade = turn.cohort.dice.chance(0.25, 'final grade', turn.entrant.key) ? 'excellent' : 'average';
  const said = {
    grade,
    ...opinion('연구 목표를 달성하였습니다.', 'The goals of the research were reached.'),
  };
  return [byStaff('committee', turn, turn.someMonday(10, 25, 'final evaluation'), 'EVALUATE_FINAL', said)];
};

interface Paid {
  readonly released: string;
}

/** What the firm spent of what it was given: nearly all. */
function spentBy({ one, cohort, entrant }: Turn): bigint {
  const tranches = one.facts['tranches'] as readonly Paid[];
  const released = tranches.reduce((sum, tranche) => sum + BigInt(tranche.released), 0n);
  const share = BigInt(cohort.dice.between(900, 1_040, 'spent', entrant.key));
  const spent = (released * share) / 1_000n;
  return spent > released ? released : spent;
}

/** Three months for the cost report; a few are late, a very few never report. */
export const awaitingCosts: Play = (turn) =>
  turn.happens(money.costsLate + money.costsNever, 'costs late')
    ? []
    : [reportCosts(turn, turn.someMonday(15, 70, 'costs'))];

function reportCosts(turn: Turn, on: string) {
  return byFirm(turn, on, 'REPORT_COSTS', { spent: String(spentBy(turn)) });
}

/** Overdue: reported now, or settled without, and all of it goes back. */
export const costsOverdue: Play = (turn) => {
  const { costsNever, costsLate } = money;
  const never = turn.happens(costsNever / (costsNever + costsLate), 'costs never');
  return never ? [settle(turn, '0')] : [reportCosts(turn, turn.someMonday(3, 15, 'costs late'))];
};

function settle(turn: Turn, disallowed: string) {
  return byStaff('officer', turn, turn.someMonday(10, 25, 'settles'), 'SETTLE', { disallowed });
}

/** The agency looks at the costs and disallows a little of what some firms spent. */
export const costsReported: Play = (turn) => {
  const { spent } = turn.one.facts['settlement'] as { readonly spent: string };
  const isStrict = turn.happens(0.15, 'disallows');
  return [settle(turn, isStrict ? String(BigInt(spent) / 100n) : '0')];
};

function repay(turn: Turn, on: string) {
  const { toReturn } = turn.one.facts['settlement'] as { readonly toReturn: string };
  return byStaff('finance', turn, on, 'CONFIRM_REPAYMENT', { amount: toReturn });
}

/** A month to repay. */
export const repaymentOpen: Play = (turn) =>
  turn.happens(money.repaysLate, 'repays late') ? [] : [repay(turn, turn.someMonday(7, 20, 'repays'))];

/** Dunned, and paid. */
export const repaymentOverdue: Play = (turn) => [repay(turn, turn.someMonday(5, 20, 'repays late'))];
