import { ASSUMED } from '../../cohort/assumptions.js';
import { panelist } from '../../cohort/people.js';
import { byFirm, byStaff, numberOf, opinion } from './move.js';
import type { Play } from './move.js';

const BOARD = 3;

const { objects } = ASSUMED;

/** Another board than the panel is appointed within days; a few firms take their objection back. */
export const filed: Play = (turn) => {
  if (turn.happens(objects.takesBack, 'takes back'))
    return [byFirm(turn, turn.daysOn(1, 2, 'takes back'), 'WITHDRAW_OBJECTION')];
  const panel = turn.one.facts['panel'] as readonly string[];
  // The largest panel's numbers: whoever wasn't on it may be on the board.
  const all = Array.from({ length: ASSUMED.panel.structured }, (_, index) => panelist(index + 1).person);
  const members = all.filter((person) => !panel.includes(person)).slice(-BOARD);
  return [byStaff('officer', turn, turn.daysOn(2, 5, 'board'), 'ASSIGN_BOARD', { members })];
};

/** The board's decision, entered by an officer within the thirty days. */
export const underReview: Play = (turn) => {
  const isUpheld = turn.happens(objects.upheld, 'upheld', numberOf(turn));
  const day = turn.daysOn(8, 18, 'board decides');
  if (!isUpheld)
    return [
      byStaff('officer', turn, day, 'DISMISS_OBJECTION', {
        ...{
          ground: 'no-error-found',
          ...opinion('평가 과정에서 오류가 확인되지 않았습니다.', 'No error was found.'),
        },
      }),
    ];
  const score = Math.min(97, Math.round(turn.entrant.quality * 100 + 1_200) / 100);
  return [
    byStaff('officer', turn, day, 'UPHOLD_OBJECTION', {
      ...{
        score,
        ...opinion('제출자료가 잘못 읽힌 점이 확인되었습니다.', 'What was submitted had been misread.'),
      },
    }),
  ];
};
