import type { Evidence } from '../../../src/charts/kernel/types.js';
import { CLAIM_DOCUMENTS } from './lives-tranche.js';
import type { Asked } from './samples.js';

type Data = Readonly<Record<string, unknown>>;

const sha256 = 'a'.repeat(64);

function whatStands({ context }: Asked): Data[] {
  return [{ sha256: (context['approval'] as { sha256: string } | null)?.sha256 ?? sha256 }];
}

function draws({ context }: Asked): Data[] {
  const drawn = (context['draws'] as readonly unknown[]).length;
  const tranches = context['tranches'] as readonly { no: number; released: string }[];
  const released = tranches.find((one) => one.released !== '0');
  if (!released || drawn > 0) return [];
  return [
    {
      ...{ drawId: `draw-${drawn + 1}`, tranche: released.no, institution: context['companyId'] },
      ...{ amount: '1000', drawnOn: '2026-07-01' },
    },
  ];
}

function plans({ context }: Asked): Data[] {
  const amount = String(context['amount']);
  return [
    ...[{ amount }, { amount: '150000000' }, { amount: '250000000' }, { amount: '0' }],
    { amount, partnerAmount: '30000000' },
  ];
}

/** Payloads of what happens to a tranche, and to a project's money besides. */
export const TRANCHE_SAMPLES = {
  OPEN_TRANCHE: [{ stage: 1, cashShareDue: '20000000' }],
  CONFIRM_CASH_SHARE: [{ amount: '20000000' }],
  CASH_SHARE_CORRECTED: [{ amount: '20000000' }],
  RESCHEDULE: plans,
  CLAIM: [{ documents: CLAIM_DOCUMENTS }],
  AMEND_CLAIM: [{ documents: CLAIM_DOCUMENTS, ground: '서류 교체' }],
  CLAIM_CHECKED: [{ companySum: '0', yearSum: '0', agreementSum: '0' }],
  RETURN_CLAIM: [{ reason: '사유' }],
  REFUSE_CLAIM: [{ ground: 'not-eligible-cost' }],
  APPROVE_FIRST: whatStands,
  APPROVE_SECOND: whatStands,
  FUNDS_REFUSED: [{ limit: 'year' }],
  PAYMENT_CONFIRMED: [{ paymentId: 'rcms-1', paidAt: '2026-08-03T02:00:00.000Z' }],
  PAYMENT_UNKNOWN: [{ reason: 'timeout' }],
  PAYMENT_REJECTED: [{ reason: 'account-closed' }],
  RECORD_DRAW: draws,
  RETRY_PAYMENT: [{ reason: '계좌 정정' }],
  CORRECT_POSTING: [
    { posting: '7', ground: '금액 착오' },
    { posting: '8', ground: '금액 착오' },
  ],
};

const POSTING = { madeBy: 'person-finance-7', reversed: 'no', amount: '1000' };

/** What the books say of the postings that are corrected in these suites: a draw, and a deposit of the firm's cash. */
export const POSTINGS: Readonly<Record<string, Evidence>> = {
  7: { ...POSTING, posting: '7', kind: 'draw', drawId: 'draw-1' },
  8: { ...POSTING, posting: '8', kind: 'share', tranche: '1' },
};
