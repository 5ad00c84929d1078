import { compareWon, won, wonText } from '../../rules/won.js';
import type { WonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import type { Sums } from '../tranche/context.js';
import { yearOf } from './context.js';
import type { TrancheArgsV2, TrancheContextV2 } from './context.js';

type Patch = Partial<TrancheContextV2>;

/** What differs from the first version in what a tranche writes into its context. */
export const yearUpdates = {
  recordYear: ({ event }: TrancheArgsV2): Patch => ({ year: yearOf(event) }),
  // What is held for this very tranche is in the ledger's sums, and is not to be counted twice: in the year's only where
  // it is held in that year. A smaller sum than that is an answer from before it was held.
  recordSums: ({ context: { amount, year, heldInYear }, event }: TrancheArgsV2): Patch => {
    const { companySum, yearSum } = dataOf<Sums>(event);
    const others = (sum: WonText, isIn: boolean): WonText =>
      isIn && compareWon(sum, amount) >= 0 ? wonText(won(sum) - won(amount)) : sum;
    const sums = {
      companySum: others(companySum, heldInYear !== null),
      yearSum: others(yearSum, heldInYear !== null && heldInYear === year),
    };
    return { sums };
  },
  keepReservation: ({ context: { heldInYear, year } }: TrancheArgsV2): Patch => ({
    isReserved: true,
    heldInYear: heldInYear ?? year,
  }),
};
