import { outstandingOf } from '../../../src/charts/recovery/context.js';
import type { RecoveryContext } from '../../../src/charts/recovery/context.js';
import type { SanctionContext } from '../../../src/charts/sanction/context.js';
import type { ClosingFacts } from '../../../src/charts/project-v2/closing-context.js';
import { addDays, dayOf } from '../../../src/rules/calendar.js';
import { won, wonText } from '../../../src/rules/won.js';
import type { Asked } from './samples.js';

type Data = Readonly<Record<string, unknown>>;

const documentSha256 = 'a'.repeat(64);
const opinion = { ko: '의견', en: 'An opinion' };

/** Whether it is a settlement that is asked, and not a project of the first version, which was settled as a whole. */
function isSettlement({ context }: Asked): boolean {
  return 'stageEnd' in context;
}

function costs(asked: Asked): Data[] {
  if (!isSettlement(asked)) return [{ spent: '1000000000' }];
  const [cash, inKind, partner] = ['40000000', '100000000', '40000000'];
  return ['365000000', '300000000'].map((government) => ({
    ...{ spent: { government, cash, inKind, partner }, documentSha256 },
  }));
}

function settling(asked: Asked): Data[] {
  return ['0', isSettlement(asked) ? '5000000' : '1000000000'].map((disallowed) => ({ disallowed }));
}

function outstanding({ context }: Asked): string {
  return outstandingOf(context as unknown as RecoveryContext);
}

function receipts(asked: Asked): Data[] {
  const { receipts: before } = asked.context as unknown as RecoveryContext;
  const reference = `transfer-${before.length + 1}`;
  const amounts = before.length === 0 ? [outstanding(asked), '10000000'] : [outstanding(asked)];
  return amounts.map((amount) => ({ amount, reference, receivedOn: '2026-06-01' }));
}

function plans(asked: Asked): Data[] {
  const owed = won(outstanding(asked));
  const from = dayOf(asked.at);
  const plan = [
    { amount: wonText(owed - 1000n), due: addDays(from, 30) },
    { amount: '1000', due: addDays(from, 60) },
  ];
  return [{ plan, reason: '일시납부가 어렵습니다.' }];
}

function decisions({ context }: Asked): Data[] {
  const { months, amount } = context as unknown as SanctionContext;
  const less = months === null ? { amount: wonText(won(amount ?? '0') - 1n) } : { months: months - 1 };
  return [
    { outcome: 'imposed', opinion },
    { outcome: 'reduced', ...less, opinion },
    { outcome: 'dropped', opinion },
  ];
}

function closing({ context }: Asked): ClosingFacts {
  return context as unknown as ClosingFacts;
}

// One of each kind after the other: in which order they close changes nothing. What is not there tells nothing.
function settlementTells(asked: Asked): Data[] {
  const open = closing(asked).settlements.find(({ state }) => state !== 'settled');
  if (!open) return [];
  const { stage } = open;
  // What is decided after a settlement can hang on whether it left anything to return: the first one's did.
  const toReturn = stage === 1 ? '70000000' : '0';
  const returns = { stage, state: 'awaitingReturn', toReturn: '70000000' };
  return [
    ...[
      { stage, state: 'settled', toReturn },
      { stage, state: 'fixingRelease', toReturn: '0' },
    ],
    // One recovery shows everything that more of them would.
    ...(closing(asked).recoveries.length === 0 ? [returns] : []),
  ];
}

function recoveryTells(asked: Asked): Data[] {
  const open = closing(asked).recoveries.find(({ state }) => state !== 'recovered');
  if (!open) return [];
  const { no, cause } = open;
  return [
    { no, cause, state: 'recovered', outstanding: '0' },
    { no, cause, state: 'instalments', outstanding: '1000' },
  ];
}

function sanctionTells(asked: Asked): Data[] {
  const open = closing(asked).sanctions.find(({ state }) => state === 'notified');
  if (!open) return [];
  const { no, kind } = open;
  const imposed = kind === 'ban' ? { months: 12 } : { amount: '30000000' };
  return [
    { no, kind, outcome: 'dropped', ground: '사유' },
    { no, kind, outcome: 'imposed', ground: '사유', ...imposed },
  ];
}

const releases = [
  { released: '0', partnerReleased: '0', trancheState: 'claimable' },
  { released: '0', partnerReleased: '0', trancheState: 'claimed' },
  { released: '0', partnerReleased: '0', trancheState: 'cancelled' },
  { released: '400000000', partnerReleased: '40000000', trancheState: 'released' },
];

/** Payloads of what closes a project's money, and of the end of it that the first version has, that could really be sent. */
export const CLOSING_SAMPLES = {
  REPORT_COSTS: costs,
  SETTLE: settling,
  RETURN_COST_REPORT: [{ reason: '사유' }],
  RELEASE_CHANGED: releases,
  OBJECT_TO_SETTLEMENT: [{ statement: '인건비는 인정되어야 합니다.' }],
  DECIDE_SETTLEMENT_OBJECTION: [
    { outcome: 'upheld', disallowed: '0', opinion },
    { outcome: 'dismissed', opinion },
  ],
  RECOVERY_CLOSED: [{ no: 1 }],
  RECORD_RECEIPT: receipts,
  PROPOSE_INSTALMENTS: plans,
  REFUSE_INSTALMENTS: [{ ground: '사유' }],
  REVOKE_INSTALMENTS: [{ ground: '사유' }],
  REQUEST_RECONSIDERATION: [{ statement: '고의가 아니었습니다.' }],
  DECIDE_SANCTION: decisions,
  SETTLEMENT_CHANGED: settlementTells,
  RECOVERY_CHANGED: recoveryTells,
  SANCTION_DECIDED: sanctionTells,
} as const;
