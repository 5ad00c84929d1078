import { sumWon, won, wonText } from './won.js';
import type { WonText } from './won.js';

/** What was spent in a stage, in whole won: the government's money, the firm's cash and in kind, the partner's cost. */
export interface Spent {
  readonly government: WonText;
  readonly cash: WonText;
  readonly inKind: WonText;
  readonly partner?: WonText;
}

/**
 * A stage to be settled, in whole won. `released`: all the government's money of the stage, `partnerReleased` the part of
 * it that is for the foreign partner's cost; `cashShare`: the firm's cash that was due; `disallowed`: of what was spent of
 * the government's money; `interest`: what that money earned.
 */
export interface StageAccount {
  readonly released: WonText;
  readonly partnerReleased?: WonText;
  readonly cashShare: WonText;
  readonly spent: Spent;
  readonly disallowed: WonText;
  readonly interest?: WonText;
}

/**
 * What a settlement comes to, in whole won: `accepted` of the government's money, `unspent` of it, `disallowed`; `cashShort`:
 * how much of the firm's cash share was not spent; `toReturn` in all, with the interest.
 */
export interface Settlement {
  readonly accepted: WonText;
  readonly unspent: WonText;
  readonly disallowed: WonText;
  readonly cashShort: WonText;
  readonly interest: WonText;
  readonly toReturn: WonText;
}

const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

/**
 * Settles a stage (domain.md section 3): what is unspent or disallowed goes back. The partner's money and the firm's are
 * looked at apart, so that one doesn't hide what is left of the other. What was spent beyond a release is the spender's own,
 * and what is disallowed is taken from that first. Throws a plain Error if more is disallowed than was spent of the
 * government's money, or more is said to be the partner's than was released.
 */
export function settlementOf(stage: StageAccount): Settlement {
  const { released, partnerReleased = '0', spent, interest = '0' } = stage;
  const [whole, forPartner, disallowed] = [won(released), won(partnerReleased), won(stage.disallowed)];
  if (forPartner > whole) throw new Error(`${partnerReleased} won for the partner of ${released} released`);
  const [byFirm, byPartner] = [won(spent.government), won(spent.partner ?? '0')];
  if (disallowed > byFirm + byPartner) {
    throw new Error(`${disallowed} won disallowed of ${byFirm + byPartner} won spent`);
  }
  const unspent = positive(whole - forPartner - byFirm) + positive(forPartner - byPartner);
  const own = positive(byFirm - (whole - forPartner)) + positive(byPartner - forPartner);
  const back = unspent + positive(disallowed - own);
  return {
    accepted: wonText(whole - back),
    unspent: wonText(unspent),
    disallowed: stage.disallowed,
    cashShort: wonText(positive(won(stage.cashShare) - won(spent.cash))),
    interest,
    toReturn: sumWon([wonText(back), interest]),
  };
}
