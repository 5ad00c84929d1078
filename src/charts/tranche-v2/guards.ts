import { ceilingVerdicts } from '../../rules/money.js';
import type { CeilingCode } from '../../rules/money.js';
import { won } from '../../rules/won.js';
import type { Verdict } from '../../rules/verdict.js';
import type { Evidence } from '../kernel/types.js';
import { dataOf, whenSent } from '../payload.js';
import { plain } from '../plain.js';
import { roleEvidence, roleGuards } from '../roles.js';
import { approvalOf } from './approval.js';
import { budgetOf, yearOf } from './context.js';
import type { SumsV2, TrancheArgsV2, TrancheContextV2 } from './context.js';
import { claimEvidence, claimGuards } from './guards-claim.js';
import { peopleEvidence, peopleGuards } from './people.js';

interface Depositing {
  readonly reference?: string;
}

interface Approving {
  readonly sha256?: string;
}

function sumsOf({ sums, subjectId }: TrancheContextV2): SumsV2 {
  if (!sums) throw new Error(`${subjectId} is to be approved before its claim was checked`);
  return sums;
}

/** A ceiling by the sums that the ledger gave; a year without a budget has no room. */
function ceiling({ context }: TrancheArgsV2, code: CeilingCode): Verdict {
  const { companySum: companyAlready, yearSum: yearAlready } = sumsOf(context);
  const yearBudget = context.year === null ? undefined : budgetOf(context, context.year);
  const money = { ...context.terms.money, yearBudget: yearBudget ?? '0' };
  const verdicts = ceilingVerdicts({ companyAlready, yearAlready, adding: context.amount }, money);
  const found = verdicts.find((verdict) => verdict.code === code);
  if (!found) throw new Error(`the rules say nothing on ${code}`);
  return found;
}

function isStanding({ context, event }: TrancheArgsV2): boolean {
  const { sha256 } = approvalOf(context);
  return sha256 === context.approval?.sha256 && dataOf<Approving>(event).sha256 === sha256;
}

/** What the two approvals hold the money to, besides who approves and what the claim rests upon. */
const approvalGuards = {
  approvesWhatStands: (args: TrancheArgsV2): boolean => whenSent(args.event, () => isStanding(args)),
  isWithinCompanyCeiling: (args: TrancheArgsV2): boolean => ceiling(args, 'isWithinCompanyCeiling').ok,
  isWithinYearBudget: (args: TrancheArgsV2): boolean => ceiling(args, 'isWithinYearBudget').ok,
  isWithinAgreement: ({ context }: TrancheArgsV2): boolean =>
    won(sumsOf(context).agreementSum) + won(context.amount) <= won(context.grant),
  isYearBudgeted: ({ context, event }: TrancheArgsV2): boolean =>
    budgetOf(context, yearOf(event)) !== undefined,
  isOfYearChecked: ({ context, event }: TrancheArgsV2): boolean => context.year === yearOf(event),
};

/** What both approvals ask, after whose they are. */
export const approvable = [
  'approvesWhatStands',
  ...(['isWithinCompanyCeiling', 'isWithinAgreement', 'isYearBudgeted', 'isOfYearChecked'] as const),
  'isWithinYearBudget',
] as const;

/** Guards that only choose between branches, and never refuse. */
const routing = {
  wasScheduled: ({ context }: TrancheArgsV2): boolean => context.resumeTo === 'scheduled',
  isFrozen: ({ context }: TrancheArgsV2): boolean => context.isFrozen,
  isCancelled: ({ context }: TrancheArgsV2): boolean => context.isCancelled,
  leavesNothing: ({ event }: TrancheArgsV2): boolean => event.data?.['amount'] === '0',
};

/** Who may do what to a tranche (domain.md section 3). */
export const trancheGuardsV2 = {
  ...roleGuards,
  ...peopleGuards,
  ...claimGuards,
  ...approvalGuards,
  ...routing,
  isNewDeposit: ({ context, event }: TrancheArgsV2): boolean =>
    whenSent<Depositing>(
      event,
      ({ reference }) =>
        reference === undefined || !context.deposits.some((deposit) => deposit.reference === reference),
    ),
};

/** The facts that the guards above looked at. */
export const trancheEvidenceV2: Readonly<Record<string, (args: TrancheArgsV2) => Evidence>> = {
  ...roleEvidence,
  ...peopleEvidence,
  ...claimEvidence,
  approvesWhatStands: ({ context, event }) => ({
    standing: approvalOf(context).sha256,
    sha256: dataOf<Approving>(event).sha256 ?? '',
  }),
  isWithinCompanyCeiling: (args) => plain(ceiling(args, 'isWithinCompanyCeiling').evidence),
  isWithinYearBudget: (args) => ({
    ...plain(ceiling(args, 'isWithinYearBudget').evidence),
    ...(args.context.year === null ? {} : { year: args.context.year }),
  }),
  isWithinAgreement: ({ context }) => ({
    ...{ already: sumsOf(context).agreementSum, adding: context.amount, cap: context.grant },
  }),
  isYearBudgeted: ({ context, event }) => ({
    year: yearOf(event),
    budgeted: Object.keys(context.terms.money.yearBudgets ?? {}).join(', '),
  }),
  isOfYearChecked: ({ context, event }) => ({ checked: context.year ?? '', year: yearOf(event) }),
  isNewDeposit: ({ event }) => ({ reference: dataOf<Depositing>(event).reference ?? '' }),
};
