import { given } from './given.js';
import {
  APPROVE,
  ASK_AGAIN,
  OBJECT,
  REVOKE,
  decidesObjection,
  proposes,
  receives,
  sanctions,
  settles,
  spends,
} from './lives-closing.js';
import type { No } from './noes-competing.js';

const owed = given('recovery');
const proposed = owed.and(proposes(['30000000', 30], ['40000000', 60]));
const notified = given('settlement').and(spends('300000000'), settles('10000000'));
const monthly = Array.from({ length: 13 }, (_, index) => ['1000000', 20 * (index + 1)] as const);
const LATE = '2026-12-01T00:00:00.000Z';

/** What a settlement, a recovery and a sanction refuse: the case, the move, and the facts that the refusal shows. */
export const CLOSING_NOES: Readonly<Record<string, No>> = {
  mayGoWithoutCosts: [
    given('settlement'),
    settles('0'),
    { receivedAt: '2026-06-01T00:01:00.000Z', due: '2026-08-31T14:59:59.999Z' },
  ],
  isWithinSettlementObjectionWindow: [
    notified,
    OBJECT.at(LATE),
    { receivedAt: LATE, due: '2026-07-01T14:59:59.999Z' },
  ],
  isLowerThanNotified: [notified.and(OBJECT), decidesObjection('10000000'), { disallowed: '10000000' }],
  isNewReceipt: [
    owed.and(receives('1', 'transfer-1')),
    receives('2', 'transfer-1'),
    { reference: 'transfer-1' },
  ],
  isReceivedByNow: [owed, receives('1', 'transfer-1', '2026-06-02'), { receivedOn: '2026-06-01' }],
  isWithinOwed: [owed, receives('70000001'), { owed: '70000000' }],
  isPlanExact: [owed, proposes(['1', 30]), { sum: '1', owed: '70000000' }],
  hasNoEmptyInstalment: [owed, proposes(['70000000', 30], ['0', 60]), { amounts: '70000000, 0' }],
  arePlanDatesRising: [
    owed,
    proposes(['30000000', 60], ['40000000', 30]),
    { receivedOn: '2026-06-01', dates: '2026-07-31, 2026-07-01' },
  ],
  isPlanWithinCount: [owed, proposes(...monthly), { instalments: '13', mostInstalments: '12' }],
  isPlanWithinPeriod: [owed, proposes(['70000000', 400]), { last: '2027-07-06', lastAllowed: '2027-06-01' }],
  isNotPlanProposer: [
    proposed,
    APPROVE.by({ person: 'person-applicant-1' }),
    { proposer: 'person-applicant-1' },
  ],
  isInstalmentOverdue: [
    proposed.and(APPROVE),
    REVOKE,
    { receivedAt: '2026-06-01T00:03:00.000Z', due: '2026-07-01T14:59:59.999Z' },
  ],
  isWithinReconsiderationWindow: [
    given('sanction'),
    ASK_AGAIN.at(LATE),
    { receivedAt: LATE, due: '2026-06-22T14:59:59.999Z' },
  ],
  isLessThanProposed: [
    given('sanction').and(ASK_AGAIN),
    sanctions('reduced', { amount: '30000000' }),
    { proposed: '30000000' },
  ],
};
