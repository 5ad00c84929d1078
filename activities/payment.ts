import { setTimeout as sleep } from 'node:timers/promises';
import { activityInfo, cancellationSignal } from '@temporalio/activity';
import { z } from 'zod';
import type { Reply } from '../src/contract/messages.js';
import type { PerformEffect } from './effect.js';
import { beating } from './heart.js';
import { askToPay, findPayment, setHold } from './portal.js';
import type { ConfirmedPayment, PaymentRequest, PortalAnswer } from './portal.js';

const payment = z.object({ payee: z.string(), amount: z.string().regex(/^\d+$/), reference: z.string() });
const reconciling = payment.extend({ quietPeriodMs: z.number().int().min(0) });
const holding = z.object({ project: z.string(), institution: z.string() });

/** The first tranches know no other outcome than a payment that was made: for them it is asked for until it is. */
const KNOWS_CONFIRMED_ONLY = 'tranche.v1';

/**
 * What is asked of the accounting portal (domain.md section 3): `payTranche` → PAYMENT_CONFIRMED, PAYMENT_REJECTED or
 * PAYMENT_UNKNOWN; `reconcilePayment` → PAYMENT_CONFIRMED or PAYMENT_NOT_MADE; `holdSpending` and `liftSpending`.
 */
export function paymentEffects(portalUrl: string) {
  const hold = (isHeld: boolean): PerformEffect => {
    return async ({ params }) => {
      await beating(() => setHold(portalUrl, holding.parse(params), isHeld));
      return null;
    };
  };
  return {
    payTranche: payTranche(portalUrl),
    reconcilePayment: reconcilePayment(portalUrl),
    holdSpending: hold(true),
    liftSpending: hold(false),
  };
}

/** A payment's key is its tranche's own id, the same in every try, after every restart and for every order to pay it. */
function requestOf({ payee, amount, reference }: z.infer<typeof payment>): PaymentRequest {
  return { key: reference, payee, amount, reference };
}

/**
 * An order to pay is sent once. Where it isn't known what became of it, also because the worker that sent it is dead, the
 * portal is asked by key, and where that doesn't tell, the outcome is unknown: a state of its own, and no second order.
 */
function payTranche(portalUrl: string): PerformEffect {
  return (order) =>
    beating(async () => {
      const request = requestOf(payment.parse(order.params));
      const isFirst = activityInfo().attempt === 1 || order.chartId === KNOWS_CONFIRMED_ONLY;
      const answer: PortalAnswer = isFirst
        ? await askToPay(portalUrl, request)
        : { kind: 'unknown', reason: 'interrupted' };
      if (answer.kind !== 'unknown') return replyOf(answer, order.chartId);
      const made = await findPayment(portalUrl, request).catch(unlessDefect);
      return made ? confirmed(made) : replyOf(answer, order.chartId);
    });
}

function replyOf(answer: PortalAnswer, chartId: string): Reply {
  if (answer.kind === 'confirmed') return confirmed(answer.payment);
  const { kind, reason } = answer;
  if (chartId === KNOWS_CONFIRMED_ONLY) throw new Error(`the payment is ${kind}: ${reason}`);
  return { type: kind === 'rejected' ? 'PAYMENT_REJECTED' : 'PAYMENT_UNKNOWN', data: { reason } };
}

/** That the portal can't be asked leaves the outcome unknown; that it has paid something else has to be seen. */
function unlessDefect(error: unknown): null {
  if (cancellationSignal().aborted || /as another payment/.test(String(error))) throw error;
  return null;
}

/**
 * What became of a payment, by its key. That there is none is believed when the portal says so twice, with the quiet period
 * between: an order that it took in late is in its book by then. A portal that doesn't answer is asked for as long as it takes.
 */
function reconcilePayment(portalUrl: string): PerformEffect {
  return ({ params }) =>
    beating(async () => {
      const { quietPeriodMs, ...asked } = reconciling.parse(params);
      const request = requestOf(asked);
      const made =
        (await findPayment(portalUrl, request)) ??
        (await sleep(quietPeriodMs, undefined, { signal: cancellationSignal() }).then(() =>
          findPayment(portalUrl, request),
        ));
      return made ? confirmed(made) : { type: 'PAYMENT_NOT_MADE', data: {} };
    });
}

function confirmed({ paymentId, paidAt }: ConfirmedPayment): Reply {
  return { type: 'PAYMENT_CONFIRMED', data: { paymentId, paidAt } };
}
