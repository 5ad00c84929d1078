import { partnerParts } from '../../rules/accounts.js';
import { sumWon, won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import type { ProjectContextV2 } from './context.js';

/** A tranche that was never opened, with its amount and the part of it that pays the partner's cost, in won. */
export interface PlannedTranche {
  readonly no: number;
  readonly amount: WonText;
  readonly partnerAmount: WonText;
}

/** The part of each tranche that pays the partner's cost: as a change left it, else in proportion to the amounts. */
export function partnerAmounts({ tranches, requested, partnerId }: ProjectContextV2): WonText[] {
  const amounts = tranches.map(({ amount }) => amount);
  const parts = partnerParts(amounts, partnerId === null ? '0' : requested.partnerCost);
  return tranches.map(({ partnerAmount }, index) => partnerAmount ?? parts[index] ?? '0');
}

/** The tranches that were never opened: a change moves only their money. */
export function unopened(context: ProjectContextV2): PlannedTranche[] {
  const parts = partnerAmounts(context);
  return context.tranches
    .map(({ no, amount }, index) => ({ no, amount, partnerAmount: parts[index] ?? '0' }))
    .filter(({ no }) => no > context.openedTranches);
}

/**
 * What the tranches that were never opened come to where they get these amounts; the partner's cost in them stays what it
 * was, spread anew. Null where it wouldn't find room in them, or a tranche would have nothing.
 */
export function replanned(context: ProjectContextV2, amounts: readonly WonText[]): PlannedTranche[] | null {
  const before = unopened(context);
  const partner = sumWon(before.map(({ partnerAmount }) => partnerAmount));
  if (amounts.length !== before.length || amounts.includes('0')) return null;
  if (won(partner) > won(sumWon(amounts))) return null;
  const parts = partnerParts(amounts, partner);
  return before.map(({ no }, index) => ({
    ...{ no, amount: amounts[index] ?? '0', partnerAmount: parts[index] ?? '0' },
  }));
}

/** The same for another grant: what it leaves after the tranches that were opened, in proportion to before. */
export function regranted(context: ProjectContextV2, grant: WonText): PlannedTranche[] | null {
  const before = unopened(context).map(({ amount }) => amount);
  const opened = won(context.grant ?? '0') - won(sumWon(before));
  const left = won(grant) - opened;
  return left <= 0n ? null : replanned(context, partnerParts(before, wonText(left)));
}
