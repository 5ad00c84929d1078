import type { Edition, Ratios } from '../program/types.js';
import type { Verdict } from './verdict.js';
import { shareOf, sumWon, won, wonText } from './won.js';
import type { WonText } from './won.js';

const ALL_BASIS_POINTS = 10_000n;

/**
 * Who pays for a project, in whole won. `government`: the government's money for the firm's research, without
 * `partnerCost`, the foreign partner's cost of joint research, which may be government money in full.
 */
export interface Funding {
  readonly government: WonText;
  readonly firmCash: WonText;
  readonly firmInKind: WonText;
  readonly partnerCost: WonText;
}

/** The three ratio rules of domain.md section 3. */
export type RatioCode = 'isGovernmentWithinRatio' | 'isFirmShareEnough' | 'isFirmCashEnough';

function atMost(part: bigint, whole: bigint, basisPoints: number): boolean {
  return part * ALL_BASIS_POINTS <= whole * BigInt(basisPoints);
}

function atLeast(part: bigint, whole: bigint, basisPoints: number): boolean {
  return part * ALL_BASIS_POINTS >= whole * BigInt(basisPoints);
}

/**
 * Whether the shares of a project's money are lawful: government's at most, the firm's at least, and cash at least of the
 * firm's own share (domain.md section 3). The partner's cost stands outside where the edition says so.
 */
export function ratioVerdict(funding: Funding, ratios: Ratios): Verdict<RatioCode>[] {
  const partner = ratios.partnerOutsideRatio ? 0n : won(funding.partnerCost);
  const government = won(funding.government) + partner;
  const cash = won(funding.firmCash);
  const firm = cash + won(funding.firmInKind);
  const whole = government + firm;
  const [total, share] = [wonText(whole), wonText(firm)];
  return [
    {
      code: 'isGovernmentWithinRatio',
      ok: atMost(government, whole, ratios.governmentMax),
      evidence: { government: wonText(government), total, atMost: ratios.governmentMax },
    },
    {
      code: 'isFirmShareEnough',
      ok: atLeast(firm, whole, ratios.firmMin),
      evidence: { firm: share, total, atLeast: ratios.firmMin },
    },
    {
      code: 'isFirmCashEnough',
      ok: atLeast(cash, firm, ratios.firmCashMin),
      evidence: { cash: funding.firmCash, firm: share, atLeast: ratios.firmCashMin },
    },
  ];
}

/**
 * The least cash a firm must bring for its own share of `firm` won: rounded up, so that it is never a won short of the
 * edition's `firmCashMin`.
 */
export function leastCash(firm: WonText, ratios: Ratios): WonText {
  const exact = won(firm) * BigInt(ratios.firmCashMin);
  return wonText((exact + ALL_BASIS_POINTS - 1n) / ALL_BASIS_POINTS);
}

/** The two limits of money: one company's sum over the years, and one year's budget over the companies. */
export type CeilingCode = 'isWithinCompanyCeiling' | 'isWithinYearBudget';

function ceiling<Code extends CeilingCode>(
  code: Code,
  already: WonText,
  adding: WonText,
  cap: WonText,
): Verdict<Code> {
  return { code, ok: won(already) + won(adding) <= won(cap), evidence: { already, adding, cap } };
}

/**
 * Whether `adding` won may still be committed: `companyAlready` for this company in all years, `yearAlready` for all
 * companies in the edition's year (domain.md section 1 says why these are two limits).
 */
export function ceilingVerdicts(
  sums: { readonly companyAlready: WonText; readonly yearAlready: WonText; readonly adding: WonText },
  money: Edition['money'],
): Verdict<CeilingCode>[] {
  return [
    ceiling('isWithinCompanyCeiling', sums.companyAlready, sums.adding, money.companyCeiling),
    ceiling('isWithinYearBudget', sums.yearAlready, sums.adding, money.yearBudget),
  ];
}

/**
 * The shares (basis points) of a project with `stages` stages: one a stage. Where it has fewer than the edition gives
 * shares for, the last one takes the rest, or that part of the grant could never be released.
 */
export function sharesOver(shares: readonly number[], stages: number): readonly number[] {
  if (stages >= shares.length) return shares;
  const kept = shares.slice(0, stages - 1);
  return [...kept, kept.reduce((rest, share) => rest - share, Number(ALL_BASIS_POINTS))];
}

/** A grant's tranches in whole won, by shares in basis points; they always add up to the grant. */
export function trancheAmounts(grant: WonText, shares: readonly number[]): WonText[] {
  return shareOf(won(grant), shares).map(wonText);
}

/** What a settlement comes to, in whole won: `accepted` of the money spent, `unspent` of that released, `toReturn` in all. */
export interface Settled {
  readonly accepted: WonText;
  readonly unspent: WonText;
  readonly toReturn: WonText;
}

/**
 * Settles a stage: what was released and not accepted as spent goes back (domain.md section 3). Money the firm spent
 * beyond the release is its own. Throws a plain Error if more is disallowed than was spent.
 */
export function settle(stage: {
  readonly released: WonText;
  readonly spent: WonText;
  readonly disallowed: WonText;
}): Settled {
  const [released, spent, disallowed] = [won(stage.released), won(stage.spent), won(stage.disallowed)];
  if (disallowed > spent) throw new Error(`${stage.disallowed} won disallowed of ${stage.spent} won spent`);
  const accepted = spent - disallowed;
  const positive = (amount: bigint): WonText => wonText(amount > 0n ? amount : 0n);
  return {
    accepted: wonText(accepted),
    unspent: positive(released - spent),
    toReturn: positive(released - accepted),
  };
}

/** What has come back so far, and whether it is all: `repaid` amounts against `toReturn`, in whole won. */
export function outstanding(toReturn: WonText, repaid: readonly WonText[]): WonText {
  const left = won(toReturn) - won(sumWon(repaid));
  return wonText(left > 0n ? left : 0n);
}
