import { cancellationSignal } from '@temporalio/activity';
import { z } from 'zod';

/** A payment as the accounting portal (RCMS, 실시간통합연구비관리시스템) confirms it. */
const confirmed = z.object({ paymentId: z.string(), paidAt: z.iso.datetime({ offset: true }) });
export type ConfirmedPayment = z.infer<typeof confirmed>;

/** A payment to be made; `amount` in whole won as digits, `key` the same in every try. */
export interface PaymentRequest {
  readonly key: string;
  readonly payee: string;
  readonly amount: string;
  readonly reference: string;
}

/**
 * Asks the portal to pay, once for each key however often it is asked.
 * A portal that is away or in trouble is a fault and is thrown for a retry. So is a defect, such as a key that the portal
 * knows with another payment behind it: it fails as loudly at every try, and goes on once it is mended, while a failure
 * that ended the activity would stand in the history for ever.
 */
export async function pay(portalUrl: string, { key, ...payment }: PaymentRequest): Promise<ConfirmedPayment> {
  const answer = await fetch(new URL('/payments', portalUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(payment),
    signal: AbortSignal.any([AbortSignal.timeout(10_000), cancellationSignal()]),
  }).catch((cause: unknown) => {
    // A worker that ends says that it failed, so that the next one asks at once; what it only lets go of would have to time out.
    throw new Error('the portal did not answer', { cause });
  });
  if (answer.status === 409) throw new Error(`the portal knows ${key} as another payment`);
  if (!answer.ok) throw new Error(`the portal answered ${answer.status}`);
  return confirmed.parse(await answer.json());
}
