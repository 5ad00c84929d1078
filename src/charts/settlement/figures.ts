import { settlementOf } from '../../rules/settlement.js';
import type { Settlement, Spent } from '../../rules/settlement.js';
import { sumWon } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { SettlementContext } from './context.js';

const NOTHING: Spent = { government: '0', cash: '0', inKind: '0' };

/** What the firm says was spent of the government's money, in won: nothing where it never reported its costs. */
export function spentOf({ costs }: Pick<SettlementContext, 'costs'>): WonText {
  const { government, partner = '0' } = costs?.spent ?? NOTHING;
  return sumWon([government, partner]);
}

/** What a settlement comes to where `disallowed` won of what was spent is not accepted. */
export function figuresOf(context: SettlementContext, disallowed: WonText): Settlement {
  const { released, partnerReleased, cashShare, costs } = context;
  const { spent, interest } = costs ?? { spent: NOTHING, interest: '0' };
  return settlementOf({ released, partnerReleased, cashShare, spent, disallowed, interest });
}
