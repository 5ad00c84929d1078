import { ASSUMED } from '../../cohort/assumptions.js';
import { byFirm, byStaff } from './move.js';
import type { Play, Turn } from './move.js';

const { money } = ASSUMED;

function amountOf({ one }: Turn, field: string): bigint {
  return BigInt(String(one.facts[field]));
}

/** The firm brings its cash share, here and there in two parts, and then claims. */
export const claimable: Play = (turn) => {
  const [due, received] = [amountOf(turn, 'cashShareDue'), amountOf(turn, 'cashShareReceived')];
  if (received >= due) return [claim(turn)];
  const inParts = received === 0n && turn.happens(money.cashInParts, 'cash in parts', turn.one.id.slice(-1));
  const amount = inParts ? due / 2n : due - received;
  return [
    byStaff('officer', turn, turn.someMonday(3, 12, 'cash'), 'CONFIRM_CASH_SHARE', {
      amount: String(amount),
    }),
  ];
};

function claim(turn: Turn) {
  const data = async (store: (content: string) => Promise<string>) => ({
    documentSha256s: [await store(`연구개발비 청구서 ${turn.one.id}`)],
  });
  return byFirm(turn, turn.someMonday(7, 18, 'claims'), 'CLAIM', data);
}

/** The first approval, for the program; here and there the claim is returned once. */
export const claimed: Play = (turn) => {
  const returns =
    turn.one.visits === 1 && turn.happens(money.claimReturned, 'returns claim', turn.one.id.slice(-1));
  return returns
    ? [
        byStaff('approver', turn, turn.daysOn(1, 2, 'approves'), 'RETURN_CLAIM', {
          reason: '증빙을 보완해 주십시오.',
        }),
      ]
    : [byStaff('approver', turn, turn.daysOn(1, 2, 'approves'), 'APPROVE_FIRST')];
};

/** The second approval, for finance, by somebody else. */
export const firstApproved: Play = (turn) => [
  byStaff('finance', turn, turn.daysOn(1, 2, 'approves'), 'APPROVE_SECOND'),
];
