import { ASSUMED } from '../../cohort/assumptions.js';
import { after, mondayFrom } from '../days.js';
import { byFirm, byStaff, dueDay, numberOf, opinion } from './move.js';
import type { Move, Play, Turn } from './move.js';

const { money } = ASSUMED;

interface Receipt {
  readonly amount: string;
}

interface Plan {
  readonly instalments: readonly { readonly amount: string; readonly due: string }[];
}

function receiptsOf({ one }: Turn): readonly Receipt[] {
  return one.facts['receipts'] as readonly Receipt[];
}

function outstanding(turn: Turn): bigint {
  const received = receiptsOf(turn).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return BigInt(String(turn.one.facts['amount'])) - received;
}

function received(turn: Turn, on: string, amount: bigint): Move {
  const reference = `bank-${turn.one.id.replaceAll('/', '-')}-${receiptsOf(turn).length + 1}`;
  return byStaff('finance', turn, on, 'RECORD_RECEIPT', {
    amount: String(amount),
    reference,
    receivedOn: on,
  });
}

/** A month to repay: at once, late and dunned, or by instalments where it is much. */
export const owed: Play = (turn) => {
  const all = outstanding(turn);
  const isMuch = all >= BigInt(money.muchToRepay) && turn.one.visits === 1;
  if (isMuch && turn.happens(money.instalments, 'instalments', numberOf(turn)))
    return [
      byFirm(turn, turn.daysOn(2, 8, 'instalments'), 'PROPOSE_INSTALMENTS', {
        plan: planOf(turn, all),
        reason: '일시 납부가 어려워 분할납부를 신청합니다.',
      }),
    ];
  const isLate = turn.happens(money.repaysLate, 'repays late', numberOf(turn));
  const late = mondayFrom(after(dueDay(turn, 'repayment'), 5));
  return [received(turn, isLate ? late : turn.someMonday(7, 20, 'repays'), all)];
};

const PARTS = 3n;

function planOf(turn: Turn, all: bigint): Plan['instalments'] {
  const part = all / PARTS;
  const due = (months: number): string => after(turn.one.since, 30 * months + 15);
  return [
    { amount: String(part), due: due(1) },
    { amount: String(part), due: due(2) },
    { amount: String(all - 2n * part), due: due(3) },
  ];
}

/** Finance looks at the plan. */
export const instalmentsProposed: Play = (turn) => [
  byStaff('finance', turn, turn.daysOn(2, 7, 'plan'), 'APPROVE_INSTALMENTS'),
];

/** Each instalment comes some days before its own. */
export const instalments: Play = (turn) => {
  const { instalments: all } = turn.one.facts['plan'] as Plan;
  const next = all[receiptsOf(turn).length];
  return next ? [received(turn, after(next.due, -4), BigInt(next.amount))] : [];
};

/** The ministry's decision on a sanction. */
export const deciding: Play = (turn) => [
  byStaff('committee', turn, turn.someMonday(8, 20, 'sanction decided'), 'DECIDE_SANCTION', {
    outcome: turn.happens(0.7, 'imposed') ? 'imposed' : 'dropped',
    ...opinion('소명을 검토하여 결정하였습니다.', 'Decided by what was explained.'),
  }),
];
