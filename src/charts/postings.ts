import type { Line } from '../rules/accounts.js';

/**
 * Money that is posted with a row, line by line. `reservation` is what a release uses up; a reversal names the posting that
 * it reverses and has no lines of its own: the ledger swaps that one's.
 */
export interface PostingLines {
  readonly kind: 'commit' | 'decommit' | 'share' | 'release' | 'draw' | 'return' | 'recover' | 'reverse';
  readonly lines: readonly Line[];
  readonly reservation?: string;
  readonly reverses?: string;
}
