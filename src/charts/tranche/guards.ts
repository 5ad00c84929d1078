import { ceilingVerdicts } from '../../rules/money.js';
import type { CeilingCode } from '../../rules/money.js';
import { compareWon } from '../../rules/won.js';
import type { Verdict } from '../../rules/verdict.js';
import type { Actor, Evidence } from '../kernel/types.js';
import { plain } from '../plain.js';
import { roleEvidence, roleGuards } from '../roles.js';
import type { TrancheArgs, TrancheContext } from './context.js';

/** Everybody whose decision an act is: the person, and the one that a delegation lets them act for (section 6). */
export function peopleBehind({ person, onBehalfOf }: Actor): string[] {
  return onBehalfOf === undefined ? [person] : [person, onBehalfOf];
}

function isOneOf(people: readonly string[], actor: Actor): boolean {
  return peopleBehind(actor).some((one) => people.includes(one));
}

function claimants({ claim }: TrancheContext): string[] {
  return claim ? [...claim.by] : [];
}

function ceiling({ context }: TrancheArgs, code: CeilingCode): Verdict<CeilingCode> {
  const { sums, amount, terms } = context;
  if (!sums) throw new Error(`${context.subjectId} is to be approved before its claim was checked`);
  const { companySum: companyAlready, yearSum: yearAlready } = sums;
  const verdicts = ceilingVerdicts({ companyAlready, yearAlready, adding: amount }, terms.money);
  const found = verdicts.find((verdict) => verdict.code === code);
  if (!found) throw new Error(`the rules say nothing on ${code}`);
  return found;
}

/** Who may do what to a tranche (domain.md section 3): two different people approve, and neither asked for the money. */
export const trancheGuards = {
  ...roleGuards,
  isCashShareReceived: ({ context }: TrancheArgs): boolean =>
    compareWon(context.cashShareReceived, context.cashShareDue) >= 0,
  isNotClaimant: ({ context, event }: TrancheArgs): boolean => !isOneOf(claimants(context), event.by),
  isSecondPerson: ({ context, event }: TrancheArgs): boolean =>
    !isOneOf([...context.firstApprover, ...claimants(context)], event.by),
  isWithinCompanyCeiling: (args: TrancheArgs): boolean => ceiling(args, 'isWithinCompanyCeiling').ok,
  isWithinYearBudget: (args: TrancheArgs): boolean => ceiling(args, 'isWithinYearBudget').ok,
  wasScheduled: ({ context }: TrancheArgs): boolean => context.resumeTo === 'scheduled',
  isFrozen: ({ context }: TrancheArgs): boolean => context.isFrozen,
  isCancelled: ({ context }: TrancheArgs): boolean => context.isCancelled,
  isReserved: ({ context }: TrancheArgs): boolean => context.isReserved,
};

/** The facts that the guards above looked at. */
export const trancheEvidence: Readonly<Record<string, (args: TrancheArgs) => Evidence>> = {
  ...roleEvidence,
  isCashShareReceived: ({ context }) => ({
    due: context.cashShareDue,
    received: context.cashShareReceived,
  }),
  isNotClaimant: ({ context }) => ({ claimant: claimants(context).join(', ') }),
  isSecondPerson: ({ context }) => ({
    firstApprover: context.firstApprover.join(', '),
    claimant: claimants(context).join(', '),
  }),
  isWithinCompanyCeiling: (args) => plain(ceiling(args, 'isWithinCompanyCeiling').evidence),
  isWithinYearBudget: (args) => plain(ceiling(args, 'isWithinYearBudget').evidence),
};
