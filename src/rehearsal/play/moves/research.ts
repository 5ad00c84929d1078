import { ASSUMED } from '../../cohort/assumptions.js';
import { after, koreanDay, mondayFrom } from '../days.js';
import { asked } from './change.js';
import { byFirm, byStaff, clockOf, documented, opinion } from './move.js';
import type { Data, Move, Play, Turn } from './move.js';

const { stages: rates, special } = ASSUMED;

function stageOf({ one }: Turn): number {
  return Number(one.facts['stage']);
}

/** The day on which the running stage ends. */
function stageEnd(turn: Turn): string | undefined {
  const due = clockOf(turn, 'stage')?.due;
  return due === undefined ? undefined : koreanDay(due);
}

/** A stage under way ends with its report; now and then with a special evaluation. `report`: the event that hands it in. */
export function underWay(report: string): Play {
  return (turn) => {
    const stage = stageOf(turn);
    const isOver = turn.one.facts['outcome'] !== null;
    const wasStopped = wasEvaluated(turn);
    if (!isOver && !wasStopped && turn.happens(special.byFirm, 'asks to end', stage))
      return [
        byFirm(turn, turn.someMonday(60, 200, 'asks to end'), 'REQUEST_TERMINATION', {
          reason: '협력기관과의 공동연구가 어려워졌습니다.',
        }),
      ];
    if (!isOver && !wasStopped && turn.happens(special.byAgency, 'is examined', stage))
      return [
        byStaff('officer', turn, turn.someMonday(60, 200, 'is examined'), 'OPEN_SPECIAL_EVALUATION', {
          ground: 'breach',
          reason: '연구비 사용 내역 확인이 필요합니다.',
        }),
      ];
    const changes = isOver ? [] : asked(turn);
    if (turn.happens(rates.reportLate, 'reports late', stage)) return changes;
    return [...changes, handIn(turn, report)];
  };
}

/** A special evaluation that let the project go on isn't opened twice in a stage. */
function wasEvaluated(turn: Turn): boolean {
  const opened = clockOf(turn, 'special-evaluation-explanation')?.from;
  const begun = clockOf(turn, 'stage')?.from;
  return opened !== undefined && begun !== undefined && opened >= begun;
}

/** Handed in on a Monday of the last weeks of the stage; what was returned, within a fortnight. */
function handIn(turn: Turn, report: string): Move {
  const end = stageEnd(turn) ?? turn.one.since;
  const planned = mondayFrom(
    after(end, -turn.cohort.dice.between(9, 25, 'report', turn.entrant.key, stageOf(turn))),
  );
  const day = planned > turn.one.since ? planned : after(turn.one.since, 3);
  return byFirm(
    turn,
    day,
    report,
    documented('documentSha256', `단계보고서 ${turn.entrant.key} ${stageOf(turn)}`),
  );
}

/** Late, and recorded as late: the report still comes. */
export function reportOverdue(report: string): Play {
  return (turn) => [
    byFirm(
      turn,
      turn.someMonday(3, 20, 'late report'),
      report,
      documented('documentSha256', `단계보고서 ${turn.entrant.key} ${stageOf(turn)} (지연)`),
    ),
  ];
}

/** The stage evaluation decides on the next tranche; only its lowest grade ends the project, on a lawful basis. */
export const stageEvaluation: Play = (turn) => {
  const stage = stageOf(turn);
  const day = turn.someMonday(7, 21, 'evaluates');
  if (turn.happens(rates.reportReturned, 'returns report', stage, turn.one.visits))
    return [byStaff('officer', turn, day, 'RETURN_STAGE_REPORT', { reason: '성과 증빙을 보완해 주십시오.' })];
  return [byStaff('officer', turn, day, 'EVALUATE_STAGE', gradeOf(turn, stage))];
};

function gradeOf({ cohort, entrant }: Turn, stage: number): Data {
  const drawn = cohort.dice.draw('grade', entrant.key, stage);
  const { extremelyPoor, poor, excellent } = rates;
  if (drawn < extremelyPoor)
    return {
      ...{
        grade: 'extremely-poor',
        basis: 'stage-evaluation',
        findings: ['process-inadequate', 'far-below-plan'],
      },
      ...opinion(
        '수행 과정이 부적정하고 성과가 계획에 크게 미치지 못합니다.',
        'The process was inadequate, and the result far below the plan.',
      ),
    };
  if (drawn < extremelyPoor + poor)
    return { grade: 'poor', ...opinion('보완이 필요합니다.', 'Has to improve.') };
  return {
    grade: drawn < 1 - excellent ? 'average' : 'excellent',
    ...opinion('계획대로 수행하였습니다.', 'As planned.'),
  };
}

/** The firm explains itself, or is decided without it. */
export const awaitingExplanation: Play = (turn) =>
  turn.happens(special.explains, 'explains', stageOf(turn))
    ? [
        byFirm(
          turn,
          turn.daysOn(2, 7, 'explains'),
          'SUBMIT_EXPLANATION',
          documented('documentSha256', '소명서'),
        ),
      ]
    : [];

/** The committee lets the project go on, or stops it with the basis that the law knows. */
export const awaitingDecision: Play = (turn) => {
  const cause = (turn.one.facts['specialEvaluation'] as { readonly cause: string } | null)?.cause;
  const goesOn = cause === 'agency' && turn.happens(special.goesOn, 'goes on', stageOf(turn));
  const said = goesOn
    ? { outcome: 'continue', ...opinion('소명이 인정됩니다.', 'The explanation is accepted.') }
    : {
        outcome: 'stop',
        basis: 'special-evaluation',
        ...opinion('과제를 중단합니다.', 'The project is stopped.'),
      };
  return [byStaff('committee', turn, turn.someMonday(5, 15, 'decides'), 'DECIDE_SPECIAL_EVALUATION', said)];
};
