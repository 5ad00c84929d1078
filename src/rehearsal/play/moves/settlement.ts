import { ASSUMED } from '../../cohort/assumptions.js';
import { after, mondayFrom } from '../days.js';
import { byFirm, byStaff, documented, dueDay, numberOf, opinion } from './move.js';
import type { Move, Play, Turn } from './move.js';

const { money } = ASSUMED;

/** What the firm spent of what was released for a stage: nearly all, and its own cash with it. */
function spentBy({ one, cohort, entrant }: Turn, no: string) {
  const won = (field: string): bigint => BigInt(String(one.facts[field]));
  const [partner, firms] = [won('partnerReleased'), won('released') - won('partnerReleased')];
  const share = BigInt(cohort.dice.between(900, 1_040, 'spent', entrant.key, no));
  const spent = (firms * share) / 1_000n;
  return {
    government: String(spent > firms ? firms : spent),
    ...{ cash: String(won('cashShare')), inKind: '0', partner: String(partner) },
  };
}

function reported(turn: Turn, on: string): Move {
  const spent = spentBy(turn, numberOf(turn));
  return byFirm(
    turn,
    on,
    'REPORT_COSTS',
    documented('documentSha256', `사용실적보고서 ${turn.one.id}`, { spent }),
  );
}

/** Three months for the cost report; a few are late, and a very few never report: all of it goes back. */
export const awaitingCosts: Play = (turn) => {
  const { costsNever, costsLate } = money;
  const no = numberOf(turn);
  if (!turn.happens(costsNever + costsLate, 'costs late', no))
    return [reported(turn, turn.someMonday(15, 70, 'costs'))];
  const onceLate = mondayFrom(after(dueDay(turn, 'cost-report'), 4));
  const never = turn.happens(costsNever / (costsNever + costsLate), 'costs never', no);
  return never ? [settled(turn, '0', after(onceLate, 14))] : [reported(turn, onceLate)];
};

function settled(turn: Turn, disallowed: string, on: string): Move {
  return byStaff('officer', turn, on, 'SETTLE', { disallowed });
}

/** The agency looks at the costs and disallows a little of what some firms spent. */
export const underReview: Play = (turn) => {
  const { spent } = turn.one.facts['costs'] as { readonly spent: { readonly government: string } };
  const isStrict = turn.happens(money.disallows, 'disallows', numberOf(turn));
  const disallowed = isStrict ? String(BigInt(spent.government) / 100n) : '0';
  return [settled(turn, disallowed, turn.someMonday(10, 25, 'settles'))];
};

/** Most accept what they are told; a few object, within their month. */
export const notified: Play = (turn) =>
  turn.happens(money.objects, 'objects to settlement', numberOf(turn))
    ? [
        byFirm(turn, turn.daysOn(5, 20, 'objects to settlement'), 'OBJECT_TO_SETTLEMENT', {
          statement: '불인정된 비용의 증빙을 다시 제출합니다.',
        }),
      ]
    : [byFirm(turn, turn.daysOn(2, 9, 'accepts settlement'), 'ACCEPT_SETTLEMENT')];

/** The agency looks again. */
export const objected: Play = (turn) => [
  byStaff('officer', turn, turn.someMonday(7, 20, 'settlement decided'), 'DECIDE_SETTLEMENT_OBJECTION', {
    outcome: 'dismissed',
    ...opinion('증빙이 인정되지 않습니다.', 'The evidence is not accepted.'),
  }),
];
