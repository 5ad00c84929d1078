import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm, byStaff, documented, opinion } from './move.js';
import type { Play, Turn } from './move.js';

const { final, special } = ASSUMED;

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
  const evaluated = byStaff(
    'committee',
    turn,
    turn.someMonday(10, 25, 'final evaluation'),
    'EVALUATE_FINAL',
    said,
  );
  return isToBePunished(turn) ? [proposed(turn), evaluated] : [evaluated];
};

/** A firm that broke its agreement may be kept from the program for a while. */
function isToBePunished(turn: Turn): boolean {
  const { specialEvaluation, sanctions } = turn.one.facts as {
    specialEvaluation: { readonly ground: string } | null;
    sanctions: readonly unknown[];
  };
  const isOffence = specialEvaluation?.ground === 'breach' && sanctions.length === 0;
  return isOffence && turn.happens(special.sanctioned, 'sanctioned');
}

function proposed(turn: Turn) {
  return byStaff('officer', turn, turn.daysOn(2, 6, 'sanction'), 'PROPOSE_SANCTION', {
    ...{ kind: 'ban', months: 12, ground: '협약 위반으로 과제가 중단되었습니다.' },
  });
}
