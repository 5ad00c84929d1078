import { ceilingVerdicts } from '../../rules/money.js';
import type { Verdict } from '../../rules/verdict.js';
import type { Evidence } from '../kernel/types.js';
import { plain } from '../plain.js';
import { trancheEvidence, trancheGuards } from '../tranche/guards.js';
import { budgetOf, yearOf } from './context.js';
import type { TrancheArgsV2 } from './context.js';

/** The sum of the year in which the claim was checked against that year's budget; a year without one has no room. */
function yearBudget({ context }: TrancheArgsV2): Verdict {
  const { sums, year, amount, terms, subjectId } = context;
  if (!sums || year === null) throw new Error(`${subjectId} is to be approved before its claim was checked`);
  const money = { ...terms.money, yearBudget: budgetOf(context, year) ?? '0' };
  const asked = { companyAlready: sums.companySum, yearAlready: sums.yearSum, adding: amount };
  const found = ceilingVerdicts(asked, money).find(({ code }) => code === 'isWithinYearBudget');
  if (!found) throw new Error('the rules say nothing on the year');
  return found;
}

/** Who may do what to a tranche, with the budget of the year in which it is paid (domain.md section 3). */
export const trancheGuardsV2 = {
  ...trancheGuards,
  isYearBudgeted: ({ context, event }: TrancheArgsV2): boolean =>
    budgetOf(context, yearOf(event)) !== undefined,
  isWithinYearBudget: (args: TrancheArgsV2): boolean => yearBudget(args).ok,
};

/** The facts that the guards above looked at. */
export const trancheEvidenceV2: Readonly<Record<string, (args: TrancheArgsV2) => Evidence>> = {
  ...trancheEvidence,
  isYearBudgeted: ({ context, event }) => ({
    year: yearOf(event),
    budgeted: Object.keys(context.terms.money.yearBudgets ?? {}).join(', '),
  }),
  isWithinYearBudget: (args) => ({
    ...plain(yearBudget(args).evidence),
    ...(args.context.year === null ? {} : { year: args.context.year }),
  }),
};
