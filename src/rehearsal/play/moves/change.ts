import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm, byStaff, documented, opinion } from './move.js';
import type { Data, Move, Play, Turn } from './move.js';

const { changes: rates } = ASSUMED;

/** A change of the agreement that the firm asks for during a stage, if it does. */
export function asked(turn: Turn): Move[] {
  const { changes, stage } = turn.one.facts as { changes: readonly unknown[]; stage: number };
  if (changes.length > 0 || !turn.happens(rates.asked, 'asks for a change', stage)) return [];
  const data = documented('documentSha256', `협약변경 신청서 ${turn.entrant.key}`, {
    ...kindOf(turn),
    reason: '연구 여건의 변화로 협약 변경을 신청합니다.',
  });
  return [byFirm(turn, turn.someMonday(30, 120, 'asks for a change'), 'REQUEST_CHANGE', data)];
}

function kindOf({ cohort, entrant }: Turn): Data {
  const drawn = cohort.dice.draw('kind of change', entrant.key);
  if (drawn < rates.period) return { kind: 'period', particulars: { months: 3 } };
  if (drawn < rates.period + rates.equipment)
    return { kind: 'equipment', particulars: { amount: '60000000', item: '시험 장비' } };
  return { kind: 'method', particulars: { summary: '시험 방법을 바꿉니다.' } };
}

/** Decided within the fifteen days: money and time by the committee, the rest by an officer. */
export const underReview: Play = (turn) => {
  const role = turn.one.facts['kind'] === 'period' ? 'committee' : 'officer';
  const on = turn.daysOn(4, 12, 'change decided');
  if (turn.happens(rates.refused, 'change refused'))
    return [
      byStaff(role, turn, on, 'REJECT_CHANGE', {
        ground: 'not-needed',
        ...opinion('변경의 필요성이 인정되지 않습니다.', 'The change is not needed.'),
      }),
    ];
  return [
    byStaff(role, turn, on, 'APPROVE_CHANGE', opinion('변경을 승인합니다.', 'The change is approved.')),
  ];
};
