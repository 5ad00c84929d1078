import type { Actor } from '../kernel/types.js';
import { peopleBehind } from '../tranche/guards.js';
import type { TrancheArgsV2, TrancheContextV2 } from './context.js';

/** Everybody who asked for the money, by opaque ids. */
export function claimants({ claim }: TrancheContextV2): string[] {
  return claim ? [...claim.by, ...claim.amendedBy] : [];
}

/** Everybody who prepared what is approved: who saw the firm's cash come in. */
export function preparers({ deposits }: TrancheContextV2): string[] {
  return [...new Set(deposits.flatMap(({ by }) => by))];
}

function isOneOf(people: readonly string[], actor: Actor): boolean {
  return peopleBehind(actor).some((one) => people.includes(one));
}

/** Two people approve, and neither asked for the money or prepared it; a delegation makes no second person (section 6). */
export const peopleGuards = {
  isNotClaimant: ({ context, event }: TrancheArgsV2): boolean => !isOneOf(claimants(context), event.by),
  isNotPreparer: ({ context, event }: TrancheArgsV2): boolean => !isOneOf(preparers(context), event.by),
  isSecondPerson: ({ context, event }: TrancheArgsV2): boolean =>
    !isOneOf([...context.firstApprover, ...claimants(context)], event.by),
};

/** The people that the guards above looked at. */
export const peopleEvidence = {
  isNotClaimant: ({ context }: TrancheArgsV2) => ({ claimant: claimants(context).join(', ') }),
  isNotPreparer: ({ context }: TrancheArgsV2) => ({ preparers: preparers(context).join(', ') }),
  isSecondPerson: ({ context }: TrancheArgsV2) => ({
    firstApprover: context.firstApprover.join(', '),
    claimant: claimants(context).join(', '),
  }),
};
