import { z } from 'zod';
import type { EffectOrder } from '../src/contract/messages.js';
import { companyFund, releaseReservation, reserve, usedOf, yearFund } from '../src/ledger/funds.js';
import type { Ledger } from '../src/ledger/ledger.js';
import { won, wonText } from '../src/rules/won.js';
import type { PerformEffect } from './effect.js';
import { pay } from './portal.js';

const amount = z.string().regex(/^\d+$/);
/** The year whose budget is meant; a tranche of the first version knows one budget for all years, and names none. */
const yearParams = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
const reservationParams = yearParams.extend({
  reservation: z.string(),
  amount,
  companyCeiling: amount,
  yearBudget: amount,
});
const freeingParams = z.object({ reservation: z.string() });
const paymentParams = z.object({ payee: z.string(), amount, reference: z.string() });

/**
 * The effects that look at money or move it (domain.md section 3): `checkClaim` → CLAIM_CHECKED, `reserveFunds` →
 * FUNDS_RESERVED or FUNDS_REFUSED, `freeFunds`, `payTranche` → PAYMENT_CONFIRMED. Amounts are whole won as digits.
 */
export function moneyEffects(ledger: Ledger, portalUrl: string) {
  return {
    checkClaim: checkClaim(ledger),
    reserveFunds: reserveFunds(ledger),
    freeFunds: freeFunds(ledger),
    payTranche: payTranche(portalUrl),
  };
}

function fundsOf({ editionId, companyId, params }: EffectOrder): { company: string; year: string } {
  const { year } = yearParams.parse(params);
  return { company: companyFund(editionId, companyId), year: yearFund(editionId, year) };
}

/** What is released and held under both ceilings at this moment, for the people who approve to see. */
function checkClaim(ledger: Ledger): PerformEffect {
  return async (order) => {
    const { company, year } = fundsOf(order);
    const used = await usedOf(ledger, [company, year]);
    const sumOf = (fund: string) => wonText(used[fund] ?? 0n);
    return { type: 'CLAIM_CHECKED', data: { companySum: sumOf(company), yearSum: sumOf(year) } };
  };
}

/** Holds the amount under both ceilings or under none; the ceilings are the case's own, from its edition's terms. */
function reserveFunds(ledger: Ledger): PerformEffect {
  return async (order) => {
    const params = reservationParams.parse(order.params);
    const { company, year } = fundsOf(order);
    const reserved = await reserve(ledger, {
      key: params.reservation,
      amount: won(params.amount),
      funds: [
        { key: company, cap: won(params.companyCeiling) },
        { key: year, cap: won(params.yearBudget) },
      ],
    });
    if (reserved.isHeld) return { type: 'FUNDS_RESERVED', data: {} };
    const { key, cap, used } = reserved.fund;
    return { type: 'FUNDS_REFUSED', data: { limit: key, cap: wonText(cap), used: wonText(used) } };
  };
}

/** Gives back what was held for a tranche that won't be paid any more. */
function freeFunds(ledger: Ledger): PerformEffect {
  return async ({ params }) => {
    await releaseReservation(ledger, freeingParams.parse(params).reservation);
    return null;
  };
}

/** A tranche is paid once: the portal's key is the tranche's own id, the same in every try and after every restart. */
function payTranche(portalUrl: string): PerformEffect {
  return async (order) => {
    const { payee, amount: paid, reference } = paymentParams.parse(order.params);
    const { paymentId, paidAt } = await pay(portalUrl, { key: reference, payee, amount: paid, reference });
    return { type: 'PAYMENT_CONFIRMED', data: { paymentId, paidAt } };
  };
}
