import { z } from 'zod';
import type { EffectOrder, Reply } from '../src/contract/messages.js';
import {
  agreementFund,
  companyFund,
  releaseReservation,
  reserve,
  usedOf,
  yearFund,
} from '../src/ledger/funds.js';
import type { ReservationRequest, Reserved } from '../src/ledger/funds.js';
import type { Ledger } from '../src/ledger/ledger.js';
import { won, wonText } from '../src/rules/won.js';
import type { PerformEffect } from './effect.js';

const amount = z.string().regex(/^\d+$/);

/**
 * Which ceilings are meant. Tranches of the first version know one budget for all years, and name none; nor do they name
 * the agreement, which is a project's id.
 */
const ceilings = z.object({
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  agreement: z.string().optional(),
});
const approver = z.object({
  person: z.string(),
  role: z.string(),
  onBehalfOf: z.string().nullable(),
});
const reservationParams = ceilings.extend({
  reservation: z.string(),
  amount,
  companyCeiling: amount,
  yearBudget: amount,
  grant: amount.optional(),
  approvers: z.array(approver).default([]),
});
const freeingParams = z.object({ reservation: z.string() });

/**
 * The effects that hold money (domain.md section 3): `checkClaim` → CLAIM_CHECKED, `reserveFunds` → FUNDS_RESERVED or
 * FUNDS_REFUSED, `freeFunds`. Amounts are whole won as digits.
 */
export function moneyEffects(ledger: Ledger) {
  return {
    checkClaim: checkClaim(ledger),
    reserveFunds: reserveFunds(ledger),
    freeFunds: freeFunds(ledger),
  };
}

interface Funds {
  readonly company: string;
  readonly year: string;
  readonly agreement: string | null;
}

function fundsOf({ editionId, companyId, params }: EffectOrder): Funds {
  const { year, agreement } = ceilings.parse(params);
  return {
    company: companyFund(editionId, companyId),
    year: yearFund(editionId, year),
    agreement: agreement === undefined ? null : agreementFund(agreement),
  };
}

/** What is released and held under the ceilings at this moment, for the people who approve to see. */
function checkClaim(ledger: Ledger): PerformEffect {
  return async (order) => {
    const { company, year, agreement } = fundsOf(order);
    const used = await usedOf(ledger, [company, year, ...(agreement === null ? [] : [agreement])]);
    const sumOf = (fund: string) => wonText(used[fund] ?? 0n);
    const sums = { companySum: sumOf(company), yearSum: sumOf(year) };
    const data = agreement === null ? sums : { ...sums, agreementSum: sumOf(agreement) };
    return { type: 'CLAIM_CHECKED', data };
  };
}

/**
 * Holds the amount under every ceiling or under none, where both who approved hold their roles still; the ceilings are the
 * case's own, from its edition's terms, and where the books know a lower one, that.
 */
function reserveFunds(ledger: Ledger): PerformEffect {
  return async (order) => refusedOr(await reserve(ledger, requestOf(order)));
}

function requestOf(order: EffectOrder): ReservationRequest {
  const { reservation, amount: asked, approvers, ...params } = reservationParams.parse(order.params);
  const { company, year, agreement } = fundsOf(order);
  const { companyCeiling, yearBudget, grant } = params;
  const agreed =
    agreement === null ? [] : [{ key: agreement, ...(grant === undefined ? {} : { cap: won(grant) }) }];
  return {
    key: reservation,
    amount: won(asked),
    funds: [{ key: company, cap: won(companyCeiling) }, { key: year, cap: won(yearBudget) }, ...agreed],
    approvers: approvers.flatMap(({ person, role, onBehalfOf }) =>
      [person, onBehalfOf].flatMap((one) => (one === null ? [] : [{ person: one, role }])),
    ),
  };
}

function refusedOr(reserved: Reserved): Reply {
  if (reserved.isHeld) return { type: 'FUNDS_RESERVED', data: {} };
  if ('revoked' in reserved)
    return { type: 'FUNDS_REFUSED', data: { limit: 'approver', ...reserved.revoked } };
  const { key, cap, used } = reserved.fund;
  return { type: 'FUNDS_REFUSED', data: { limit: key, cap: wonText(cap), used: wonText(used) } };
}

/** Gives back what was held for a tranche that won't be paid any more. */
function freeFunds(ledger: Ledger): PerformEffect {
  return async ({ params }) => {
    await releaseReservation(ledger, freeingParams.parse(params).reservation);
    return null;
  };
}
