import { ASSUMED } from '../../cohort/assumptions.js';
import { after } from '../days.js';
import { byFirm, byStaff } from './move.js';
import type { Data, Move, Play, Store, Turn } from './move.js';

const { money } = ASSUMED;

const CERTIFICATE_DAYS = 25;

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

/** What the edition asks to be handed in; a certificate is good for a month. */
function claim(turn: Turn) {
  const on = turn.someMonday(7, 18, 'claims');
  const data = async (store: Store): Promise<Data> => ({
    documents: [
      { kind: 'claim-form', sha256: await store(`연구개발비 지급신청서 ${turn.one.id}`) },
      {
        kind: 'tax-clearance',
        sha256: await store(`납세증명서 ${turn.one.id}`),
        expiresOn: after(on, CERTIFICATE_DAYS),
      },
    ],
  });
  return byFirm(turn, on, 'CLAIM', data);
}

/** Somebody approves exactly what stands; in a new year it is held against that year's budget first. */
function approving(turn: Turn, role: 'approver' | 'finance', type: string): Move {
  const on = turn.daysOn(1, 2, 'approves');
  const { year, approval } = turn.one.facts as { year: string; approval: { readonly sha256: string } };
  if (year !== on.slice(0, 4)) return byStaff(role, turn, on, 'RECHECK_CLAIM');
  return byStaff(role, turn, on, type, { sha256: approval.sha256 });
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
    : [approving(turn, 'approver', 'APPROVE_FIRST')];
};

/** The second approval, for finance, by somebody else. */
export const firstApproved: Play = (turn) => [approving(turn, 'finance', 'APPROVE_SECOND')];
