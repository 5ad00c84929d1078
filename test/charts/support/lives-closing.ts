import type { Terms } from '../../../src/program/types.js';
import { addDays, dayOf } from '../../../src/rules/calendar.js';
import { comesLate, decidedOn } from './lives-clocks.js';
import { applicant, committee, finance, officer, passes, system } from './moves.js';
import type { Move, Sending } from './moves.js';
import { COMPANY, PARTNER } from './people.js';

const sha256 = 'a'.repeat(64);
const projectId = 'project/2026/structured/0001';
const whose = { projectId, companyId: COMPANY, partnerId: PARTNER };
const opinion = { ko: '증빙을 확인했습니다.', en: 'The papers were looked at.' };

/** What was released of the stage in these suites, in won: a tenth of it for the partner's cost. */
export const RELEASE = {
  ...{ released: '400000000', partnerReleased: '40000000', trancheState: 'released' },
};

/** How a settlement begins: of the first stage, which ended on the last day of May. */
export function settlementFacts(terms: Terms, openedAt: string): object {
  return {
    ...{ ...whose, subjectId: 'settlement/2026/structured/0001/1', no: 1, stage: 1, ...RELEASE },
    ...{ stageEnd: '2026-05-31T14:59:59.999Z', cashShare: '40000000', terms, openedAt },
  };
}

/** How a recovery begins: of what the first stage's settlement left, most of it never drawn. */
export function recoveryFacts(terms: Terms, openedAt: string): object {
  const sources = [
    { account: `tranche/${projectId}/tranche/1`, amount: '50000000' },
    { account: `drawn/${COMPANY}/${projectId}`, amount: '10000000' },
  ];
  return {
    ...{ ...whose, subjectId: 'recovery/2026/structured/0001/1', no: 1, cause: 'settlement', stage: 1 },
    ...{ amount: '70000000', sources, noticedAt: openedAt, repayment: null, terms, openedAt },
  };
}

/** How a sanction begins: a levy of thirty million won. */
export function sanctionFacts(terms: Terms, openedAt: string): object {
  return {
    ...{ ...whose, subjectId: 'sanction/2026/structured/0001/1', no: 1, kind: 'levy', months: null },
    ...{ amount: '30000000', ground: '연구개발비 용도 외 사용', noticedAt: openedAt, terms, openedAt },
  };
}

/** The firm reports what it spent of the government's money: its own part, and its partner's. */
export function spends(government: string, partner = '40000000', more: object = {}): Sending {
  const spent = { government, cash: '40000000', inKind: '100000000', partner };
  return applicant('REPORT_COSTS', { spent, documentSha256: sha256, ...more });
}

/** All of it was spent. */
export const SPENT = spends('360000000');

/** The agency settles, and doesn't accept this much. */
export function settles(disallowed: string): Sending {
  return officer('SETTLE', { disallowed });
}

/** The stage's tranche moved: to a state in which this much is released. */
export function releaseIs(trancheState: string, released = '0', partnerReleased = '0'): Sending {
  return system('RELEASE_CHANGED', { trancheState, released, partnerReleased });
}

export const ACCEPT = applicant('ACCEPT_SETTLEMENT');
export const OBJECT = applicant('OBJECT_TO_SETTLEMENT', { statement: '인건비는 인정되어야 합니다.' });

/** The agency decides on the objection: upheld where it names what is still disallowed. */
export function decidesObjection(disallowed?: string): Sending {
  const said = disallowed === undefined ? { outcome: 'dismissed' } : { outcome: 'upheld', disallowed };
  return officer('DECIDE_SETTLEMENT_OBJECTION', { ...said, opinion });
}

/** This much has come in, by the reference of its transfer. */
export function receives(
  amount: string,
  reference = `transfer-${amount}`,
  receivedOn = '2026-06-01',
): Sending {
  return finance('RECORD_RECEIPT', { amount, reference, receivedOn });
}

/** The firm asks for instalments: each of an amount, so many days from the first of June. */
export function proposes(...plan: readonly (readonly [amount: string, days: number])[]): Sending {
  return applicant('PROPOSE_INSTALMENTS', {
    plan: plan.map(([amount, days]) => ({ amount, due: addDays(dayOf('2026-06-01T00:00:00.000Z'), days) })),
    reason: '일시납부가 어렵습니다.',
  });
}

export const APPROVE = finance('APPROVE_INSTALMENTS');
export const REFUSE = finance('REFUSE_INSTALMENTS', { ground: '재무상태가 양호합니다.' });
export const REVOKE = finance('REVOKE_INSTALMENTS', { ground: '2회차가 납부되지 않았습니다.' });
export const ASK_AGAIN = applicant('REQUEST_RECONSIDERATION', { statement: '고의가 아니었습니다.' });

/** The committee decides on the sanction. */
export function sanctions(outcome: 'imposed' | 'reduced' | 'dropped', measure: object = {}): Sending {
  return committee('DECIDE_SANCTION', { outcome, ...measure, opinion });
}

export const settlement: readonly Move[] = [
  ...[spends('300000000'), settles('10000000'), OBJECT, decidesObjection('5000000')],
  system('RECOVERY_CLOSED', { no: 1 }),
];
export const recovery: readonly Move[] = [
  ...[proposes(['30000000', 30], ['40000000', 60]), APPROVE, receives('30000000'), receives('40000000')],
];
export const sanction: readonly Move[] = [ASK_AGAIN, sanctions('imposed')];

/** A settlement in which much happens. */
export const eventfulSettlement: readonly Move[] = [
  ...[releaseIs('claimable'), ...decidedOn('cost-report'), passes('tending'), SPENT],
  officer('RETURN_COST_REPORT', { reason: '증빙이 빠졌습니다.' }),
  ...[spends('300000000', '40000000', { interest: '120000' }), settles('10000000')],
  ...[releaseIs('claimed'), releaseIs('released', '400000000', '40000000')],
  ...[spends('310000000', '40000000', { interest: '120000' }), settles('10000000')],
  ...[OBJECT, decidesObjection(), system('RECOVERY_CLOSED', { no: 1 })],
];

/** A recovery in which much happens. */
export const eventfulRecovery: readonly Move[] = [
  ...decidedOn('repayment'),
  ...[receives('10000000'), proposes(['30000000', 30], ['30000000', 60]), REFUSE],
  ...[proposes(['20000000', 30], ['40000000', 60]), APPROVE, receives('20000000')],
  ...[REVOKE.at('2026-08-03T00:00:00.000Z'), receives('30000000'), receives('10000000', 'transfer-last')],
];

/** A sanction in which much happens. */
export const eventfulSanction: readonly Move[] = [
  ...[passes('sanction-reconsideration'), ...decidedOn('sanction-decision')],
  ...comesLate('sanction-decision'),
  sanctions('reduced', { amount: '10000000' }),
];

/** A project is told by one of its settlements where it stands, with what else it says. */
export function toldBySettlement(stage: number, state: string, toReturn = '0', more: object = {}): Sending {
  return system('SETTLEMENT_CHANGED', { stage, state, toReturn, ...more });
}

/** A project is told by one of its recoveries where it stands, and what is still to come in. */
export function toldByRecovery(
  no: number,
  state: string,
  outstanding: string,
  cause = 'settlement',
): Sending {
  return system('RECOVERY_CHANGED', { no, cause, state, outstanding });
}
