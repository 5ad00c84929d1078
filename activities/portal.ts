import { cancellationSignal } from '@temporalio/activity';
import { z } from 'zod';

/** A payment as the accounting portal (RCMS, 실시간통합연구비관리시스템) has it in its book. */
const paymentMade = z.object({
  key: z.string(),
  payee: z.string(),
  amount: z.string(),
  reference: z.string(),
  paymentId: z.string(),
  paidAt: z.iso.datetime({ offset: true }),
});
type PaymentMade = z.infer<typeof paymentMade>;

/** What is told of a payment that was made; `paidAt` is the portal's own ISO instant. */
export type ConfirmedPayment = Pick<PaymentMade, 'paymentId' | 'paidAt'>;

/** A payment to be made; `amount` in whole won as digits, `key` the same in every try. */
export interface PaymentRequest {
  readonly key: string;
  readonly payee: string;
  readonly amount: string;
  readonly reference: string;
}

/** What is known once the portal was asked to pay: paid, refused with nothing paid, or neither. */
export type PortalAnswer =
  | { readonly kind: 'confirmed'; readonly payment: ConfirmedPayment }
  | { readonly kind: 'rejected'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

const PAY_MS = 10_000;
const ASK_MS = 5_000;

/** Answers by which the portal doesn't refuse an order but asks for patience; whether it pays, nobody knows. */
const PATIENCE = [408, 425, 429];

/**
 * Asks the portal to pay, once for each key however often it is asked. Only an answer that says so of this very payment is
 * a confirmation, and only one that refuses the order for good is a refusal; silence, trouble, and an order that was merely
 * accepted leave it open. Throws, loudly and at every try, where the portal knows the key as another payment: a defect.
 */
export async function askToPay(portalUrl: string, request: PaymentRequest): Promise<PortalAnswer> {
  const { key, ...payment } = request;
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(payment),
  };
  const answer = await ask(portalUrl, '/payments', { init, patienceMs: PAY_MS }).catch(unanswered);
  if (answer === null) return { kind: 'unknown', reason: 'no answer' };
  if (answer.status === 409) throw new Error(`the portal knows ${key} as another payment`);
  if (answer.status >= 400 && answer.status < 500 && !PATIENCE.includes(answer.status))
    return { kind: 'rejected', reason: `${answer.status} ${detailOf(answer.body)}`.trim() };
  const made = paymentMade.safeParse(answer.body);
  if (answer.status >= 300 || !made.success || !isThat(made.data, request))
    return { kind: 'unknown', reason: `answered ${answer.status}` };
  return { kind: 'confirmed', payment: told(made.data) };
}

/**
 * What the portal has paid under a payment's key, or null where it says that it has paid nothing. Throws where it doesn't
 * say, a fault; and where it has paid something else, a defect.
 */
export async function findPayment(
  portalUrl: string,
  request: PaymentRequest,
): Promise<ConfirmedPayment | null> {
  const { status, body } = await ask(portalUrl, `/payments/${pathOf(request.key)}`, { patienceMs: ASK_MS });
  if (status === 404) return null;
  if (status !== 200) throw new Error(`the portal answered ${status}`);
  const made = paymentMade.parse(body);
  if (made.key !== request.key) throw new Error('the portal answered another question');
  if (!isThat(made, request)) throw new Error(`the portal knows ${request.key} as another payment`);
  return told(made);
}

/** Holds what an institution may draw for a project, or lifts the hold; any number of times is once. Throws a fault otherwise. */
export async function setHold(
  portalUrl: string,
  { project, institution }: { readonly project: string; readonly institution: string },
  isHeld: boolean,
): Promise<void> {
  const init = isHeld
    ? {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ project, institution }),
      }
    : { method: 'DELETE' };
  const path = `/holds/${pathOf(`${project}/${institution}`)}`;
  const { status } = await ask(portalUrl, path, { init, patienceMs: ASK_MS });
  if (status >= 300) throw new Error(`the portal answered ${status}`);
}

interface Asking {
  readonly init?: RequestInit;
  readonly patienceMs: number;
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** Asks, and reads the whole answer; throws where none comes in time. */
async function ask(portalUrl: string, path: string, { init = {}, patienceMs }: Asking): Promise<Answered> {
  try {
    const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), cancellationSignal()]);
    const answer = await fetch(new URL(path, portalUrl), { ...init, signal });
    const text = await answer.text();
    return { status: answer.status, body: parsed(text) };
  } catch (cause) {
    throw new Error('the portal did not answer', { cause });
  }
}

/** Silence is an answer, but for a worker that ends: it fails, so that the next one asks at once. */
function unanswered(error: unknown): null {
  if (cancellationSignal().aborted) throw error;
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const problem = z.object({ detail: z.string() });

function detailOf(body: unknown): string {
  return (problem.safeParse(body).data?.detail ?? '').slice(0, 200);
}

function isThat(made: PaymentMade, { key, payee, amount, reference }: PaymentRequest): boolean {
  return made.key === key && made.payee === payee && made.amount === amount && made.reference === reference;
}

function told({ paymentId, paidAt }: PaymentMade): ConfirmedPayment {
  return { paymentId, paidAt };
}

/** A key with slashes, as ours have, as a path; nothing else in it is taken for part of an address. */
function pathOf(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
