import { budgetOf } from './context.js';
import type { TrancheArgsV2 } from './context.js';

function yearAsked({ context: { year, subjectId } }: TrancheArgsV2): string {
  if (year === null) throw new Error(`${subjectId} asks for money of no year`);
  return year;
}

function budgetAsked(args: TrancheArgsV2): string {
  const budget = budgetOf(args.context, yearAsked(args));
  if (budget === undefined) throw new Error(`${args.context.subjectId} asks for money of a year without any`);
  return budget;
}

/** Asks the books what is used of the company's ceiling and of the budget of the year. */
export const checkedInYear = {
  type: 'checkClaim',
  params: (args: TrancheArgsV2) => ({ amount: args.context.amount, year: yearAsked(args) }),
} as const;

/** Holds the funds against the budget of the year in which they are paid; by the tranche's own id, so once. */
export const reservedInYear = {
  type: 'reserveFunds',
  params: (args: TrancheArgsV2) => ({
    ...{ reservation: args.context.subjectId, amount: args.context.amount },
    companyCeiling: args.context.terms.money.companyCeiling,
    ...{ year: yearAsked(args), yearBudget: budgetAsked(args) },
  }),
} as const;
