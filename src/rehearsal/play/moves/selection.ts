import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm } from './move.js';
import type { Play, Turn } from './move.js';

const { withdraws, objects } = ASSUMED;

/** Before the pre-check a few firms think again. */
export const submitted: Play = (turn) =>
  turn.happens(withdraws.beforeScreening, 'withdraws early')
    ? [
        byFirm(turn, turn.daysOn(1, 5, 'withdraws'), 'WITHDRAW', {
          reason: '내부 사정으로 신청을 철회합니다.',
        }),
      ]
    : [];

/** Between the scores and the list a few more do. */
export const deliberation: Play = (turn) =>
  turn.happens(withdraws.inDeliberation, 'withdraws late')
    ? [byFirm(turn, turn.daysOn(1, 3, 'withdraws'), 'WITHDRAW', { reason: '사업 계획이 변경되었습니다.' })]
    : [];

/** Told of a no: some object, on an admissible ground or not, in time or too late. */
export const notSelected: Play = (turn) => objecting(turn, objects.notSelected);

/** On the reserve list some object to their rank. */
export const reserved: Play = (turn) => objecting(turn, objects.reserved);

function objecting(turn: Turn, rate: number) {
  const { one, cohort } = turn;
  // Told why not, nobody comes again with the same.
  if (turn.tries > 0) return [];
  if (one.facts['objectionFiled'] === true || !turn.happens(rate, 'objects', decisionOf(turn))) return [];
  const isLate = turn.happens(objects.late, 'objects late') && one.state === 'reserved';
  const day = isLate ? turn.daysOn(14, 20, 'objects') : turn.daysOn(2, 8, 'objects');
  const { admissible, inadmissible } = cohort.edition.objectionGrounds;
  const isLawful = !turn.happens(objects.inadmissible, 'objects unlawfully');
  const ground = cohort.dice.pick(isLawful ? admissible : inadmissible, 'objection', turn.entrant.key);
  const statement = '평가 과정에서 제출자료가 잘못 읽혔다고 판단하여 재검토를 요청합니다.';
  return [byFirm(turn, day, 'FILE_OBJECTION', { ground: ground.id, statement })];
}

/** A firm that lost in the first competition and one that lost in the second don't object for the same reasons. */
function decisionOf({ one }: Turn): string {
  return one.facts['roadmap'] === null ? 'selection' : 'roadmap';
}
