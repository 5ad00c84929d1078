import { accounts, changeLines, decommitLines, releaseLines } from '../../rules/accounts.js';
import type { Line } from '../../rules/accounts.js';
import { quietMs } from '../../rules/quiet.js';
import { dataOf } from '../payload.js';
import type { PostingLines } from '../postings.js';
import type { Telling } from '../tellings.js';
import { budgetOf, promisedBy } from './context.js';
import type { TrancheArgsV2, TrancheContextV2 } from './context.js';
import { rescheduled } from './plan.js';

/** One who approved, in what role, and for whom where a delegation covers an absence. */
export interface ApproverAsked {
  readonly person: string;
  readonly role: 'approver' | 'finance';
  readonly onBehalfOf: string | null;
}

function yearAsked({ year, subjectId }: TrancheContextV2): string {
  if (year === null) throw new Error(`${subjectId} asks for money of no year`);
  return year;
}

function budgetAsked(context: TrancheContextV2): string {
  const budget = budgetOf(context, yearAsked(context));
  if (budget === undefined) throw new Error(`${context.subjectId} asks for money of a year without any`);
  return budget;
}

/** What the funds are held under: the tranche's own id, and a new name each time that a hold was given back. */
export function reservationOf({ subjectId, holds }: TrancheContextV2): string {
  return holds === 0 ? subjectId : `${subjectId}/hold/${holds + 1}`;
}

function approversOf({ firstApprover, secondApprover }: TrancheContextV2): ApproverAsked[] {
  const asked = (role: ApproverAsked['role'], [person = '', onBehalfOf]: readonly string[]) => ({
    ...{ person, role, onBehalfOf: onBehalfOf ?? null },
  });
  return [asked('approver', firstApprover), asked('finance', secondApprover)];
}

/** Tells the project the state that is entered, and what of its money is there. */
export function told(state: string) {
  const params = ({ context }: TrancheArgsV2): Telling => {
    const { no, amount, partnerAmount, cashShareReceived: cashShare } = context;
    const [released, partnerReleased] = state === 'released' ? [amount, partnerAmount] : ['0', '0'];
    return {
      event: 'TRANCHE_CHANGED',
      data: { no, state, amount, partnerAmount, released, partnerReleased, cashShare },
    };
  };
  return { type: 'tellProject', params } as const;
}

/** Asks the books what is used of the company's ceiling, of the year's budget and of the agreement. */
export const checked = {
  type: 'checkClaim',
  params: ({ context }: TrancheArgsV2) => ({
    ...{ amount: context.amount, year: yearAsked(context), agreement: context.projectId },
  }),
} as const;

/** Holds the funds under all three ceilings, where both who approved still may. */
export const reserved = {
  type: 'reserveFunds',
  params: ({ context }: TrancheArgsV2) => ({
    ...{ reservation: reservationOf(context), amount: context.amount },
    companyCeiling: context.terms.money.companyCeiling,
    ...{ year: yearAsked(context), yearBudget: budgetAsked(context) },
    ...{ agreement: context.projectId, grant: context.grant, approvers: approversOf(context) },
  }),
} as const;

export const freed = {
  type: 'freeFunds',
  params: ({ context }: TrancheArgsV2) => ({ reservation: reservationOf(context) }),
} as const;

function payment({ companyId, amount, subjectId }: TrancheContextV2) {
  return { payee: companyId, amount, reference: subjectId };
}

/** The payment goes by the tranche's own id, in every try: it is made once. */
export const paid = {
  type: 'payTranche',
  params: ({ context }: TrancheArgsV2) => payment(context),
} as const;

/** Asks the portal by that same id what became of it. */
export const reconciled = {
  type: 'reconcilePayment',
  params: ({ context }: TrancheArgsV2) => ({
    ...payment(context),
    quietPeriodMs: quietMs(context.terms),
  }),
} as const;

/** The release, in the row that shows it: what was held becomes money that the firm can draw. */
export const posted = {
  type: 'postRelease',
  params: ({ context }: TrancheArgsV2): PostingLines => ({
    kind: 'release',
    lines: releaseLines(promisedBy(context), context.subjectId),
    reservation: reservationOf(context),
  }),
} as const;

/** A tranche that is never released binds no money any more. */
export const decommitted = {
  type: 'postDecommit',
  params: ({ context }: TrancheArgsV2): PostingLines => ({
    ...{ kind: 'decommit', lines: decommitLines(promisedBy(context)) },
  }),
} as const;

/** The firm's own cash that has come in. */
export const shared = {
  type: 'postShare',
  params: ({ context: { projectId, companyId }, event }: TrancheArgsV2): PostingLines => ({
    kind: 'share',
    lines: [
      {
        debit: accounts.cash(projectId),
        credit: accounts.own(companyId, projectId),
        amount: dataOf<{ amount: string }>(event).amount,
      },
    ],
  }),
} as const;

function changed({ context, event }: TrancheArgsV2): { readonly more: Line[]; readonly less: Line[] } {
  const before = promisedBy(context);
  const lines = changeLines(before, { ...before, ...rescheduled(context, event) });
  const isMore = ({ credit }: Line): boolean => credit === accounts.budget(before.editionId);
  return { more: lines.filter(isMore), less: lines.filter((line) => !isMore(line)) };
}

/** Whether a change of the agreement binds money anew with this tranche, or money that was bound no more. */
export const changeGuards = {
  bindsMore: (args: TrancheArgsV2): boolean => args.event.data !== undefined && changed(args).more.length > 0,
  bindsLess: (args: TrancheArgsV2): boolean => args.event.data !== undefined && changed(args).less.length > 0,
};

/** What it binds anew; ordered before the change is written, which it is the difference to. */
export const boundMore = {
  type: 'postCommit',
  params: (args: TrancheArgsV2): PostingLines => ({ kind: 'commit', lines: changed(args).more }),
} as const;

/** What it binds no more; ordered before the change is written. */
export const boundLess = {
  type: 'postDecommit',
  params: (args: TrancheArgsV2): PostingLines => ({ kind: 'decommit', lines: changed(args).less }),
} as const;
