import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import type { TrancheFact } from '../project/context.js';
import type { ArgsV2, PatchV2 } from './context.js';

/**
 * What the project knows of one of its tranches, in won, as the tranche tells it: with the part that pays the partner's
 * cost, what was released of it, and the firm's cash that came in for it.
 */
export interface TrancheFactV2 extends TrancheFact {
  readonly partnerAmount?: WonText;
  readonly partnerReleased?: WonText;
  readonly cashShare?: WonText;
}

/** Money that an institution drew of a tranche at the accounting portal; `drawnOn` is a Korean calendar day. */
export interface Draw {
  readonly drawId: string;
  readonly tranche: number;
  readonly institution: string;
  readonly amount: WonText;
  readonly drawnOn: string;
}

/** What a project knows of its money. */
export interface MoneyFacts {
  readonly tranches: readonly TrancheFactV2[];
  readonly draws: readonly Draw[];
  /** The postings that were reversed, by their numbers: what the books said at a receipt may be older. */
  readonly reversed: readonly string[];
}

/** A project of which nothing was drawn yet. */
export const nothingDrawn: Omit<MoneyFacts, 'tranches'> = { draws: [], reversed: [] };

/** What draws and corrections write into the context. */
export const moneyUpdates = {
  recordDraw: ({ context, event }: ArgsV2): PatchV2 => {
    const { drawId, tranche, institution, amount, drawnOn } = dataOf<Draw>(event);
    return { draws: [...context.draws, { drawId, tranche, institution, amount, drawnOn }] };
  },
  recordReversal: ({ context, event }: ArgsV2): PatchV2 => ({
    reversed: [...context.reversed, dataOf<{ posting: string }>(event).posting],
  }),
  // Reversed, it can be recorded anew as it was.
  dropDraw: ({ context, event }: ArgsV2): PatchV2 => ({
    draws: context.draws.filter(({ drawId }) => drawId !== event.books?.['drawId']),
  }),
};
