import { accounts, takenFrom } from '../../rules/accounts.js';
import type { Line } from '../../rules/accounts.js';
import { won, wonText } from '../../rules/won.js';
import { dataOf } from '../payload.js';
import type { PostingLines } from '../postings.js';
import type { Telling } from '../tellings.js';
import { outstandingOf, receivedOf } from './context.js';
import type { Receipt, RecoveryArgs } from './context.js';

/** Tells the project where its recovery stands, and what is still to come in. */
export function told(state: string) {
  const params = ({ context }: RecoveryArgs): Telling => {
    const { no, cause } = context;
    return { event: 'RECOVERY_CHANGED', data: { no, cause, state, outstanding: outstandingOf(context) } };
  };
  return { type: 'tellProject', params } as const;
}

// The receipt is among what has come in already: what came before it was taken off the first accounts.
function linesOf({ context, event }: RecoveryArgs): Line[] {
  const { companyId, projectId, sources, terms } = context;
  const { amount } = dataOf<Receipt>(event);
  const already = wonText(won(receivedOf(context)) - won(amount));
  const [to, rest] = [accounts.budget(terms.editionId), accounts.own(companyId, projectId)];
  return takenFrom(sources, { already, amount, to, rest });
}

/** What comes back of a stage's money is money of the program again; after `recordReceipt`. */
export const postReturn = {
  type: 'postReturn',
  params: (args: RecoveryArgs): PostingLines => ({ kind: 'return', lines: linesOf(args) }),
} as const;

/** The same of money that a decision against the firm asks back. */
export const postRecover = {
  type: 'postRecover',
  params: (args: RecoveryArgs): PostingLines => ({ kind: 'recover', lines: linesOf(args) }),
} as const;
