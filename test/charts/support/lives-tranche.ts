import type { Evidence } from '../../../src/charts/kernel/types.js';
import { applicant, approver, finance, officer, system } from './moves.js';
import type { Move } from './moves.js';

const sha256 = 'a'.repeat(64);

/** The documents that the edition asks for with a claim. */
export const CLAIM_DOCUMENTS = [
  { kind: 'claim-form', sha256 },
  { kind: 'tax-clearance', sha256, expiresOn: '2099-12-31' },
];

/** What the books say of a project that nothing holds back. */
export const CLEAR: Evidence = {
  ...{ agreement: 'inForce', report: 'none', gate: 'none', frozen: 'none', openRecoveries: '0' },
};

export const opened = system('OPEN_TRANCHE', { stage: 1, cashShareDue: '20000000' });
export const CASH_IN = officer('CONFIRM_CASH_SHARE', { amount: '20000000' });
export const CLAIM = applicant('CLAIM', { documents: CLAIM_DOCUMENTS }).booked(CLEAR);

/** The ledger's answer, with these sums; nothing is used where none is said. */
export function checked(sums: Readonly<Record<string, string>> = {}) {
  return system('CLAIM_CHECKED', { companySum: '0', yearSum: '0', agreementSum: '0', ...sums });
}

/** A claim up to the approver's desk; the firm's cash is in. */
export const claimed = [CASH_IN, CLAIM, checked()] as const;

function whatStands({ approval }: Record<string, unknown>) {
  return { sha256: (approval as { sha256: string } | null)?.sha256 ?? sha256 };
}

/** The four eyes, each for what stands. */
export const FIRST = approver('APPROVE_FIRST', whatStands).booked(CLEAR);
export const SECOND = finance('APPROVE_SECOND', whatStands).booked(CLEAR);
export const approved = [FIRST, SECOND] as const;

export const RESERVED = system('FUNDS_RESERVED');
export const CONFIRMED = system('PAYMENT_CONFIRMED', {
  ...{ paymentId: 'rcms-1', paidAt: '2026-08-03T02:00:00.000Z' },
});
export const UNKNOWN = system('PAYMENT_UNKNOWN', { reason: 'timeout' });
export const REJECTED = system('PAYMENT_REJECTED', { reason: 'account-closed' });
export const NOT_MADE = system('PAYMENT_NOT_MADE');

/** The ledger's and the portal's answers. */
export const paid = [RESERVED, CONFIRMED] as const;

/** The shortest whole life of a tranche. */
export const tranche: readonly Move[] = [opened, ...claimed, ...approved, ...paid];

const SUMS = checked({ companySum: '200000000', yearSum: '40000000000' });
const AGAIN = [CLAIM, SUMS, ...approved] as const;

/** A life in which much goes wrong before the tranche is paid, by which the chart is recorded. */
export const eventfulTranche: readonly Move[] = [
  ...[opened, ...claimed, finance('RETURN_CLAIM', { reason: '영수증이 빠졌습니다.' }), CLAIM, SUMS],
  ...[applicant('AMEND_CLAIM', { documents: CLAIM_DOCUMENTS, ground: '서류 교체' }).booked(CLEAR), SUMS],
  ...[...approved, system('FUNDS_REFUSED', { limit: 'approver' }), SUMS, ...approved],
  ...[system('FREEZE'), RESERVED, system('UNFREEZE'), ...AGAIN, RESERVED, REJECTED],
  ...[system('RESCHEDULE', { amount: '150000000' }), ...AGAIN, RESERVED, UNKNOWN, NOT_MADE, UNKNOWN],
  CONFIRMED,
];
