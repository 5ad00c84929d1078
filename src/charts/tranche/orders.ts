import type { TrancheArgs } from './context.js';

/** A message for the project that the tranche belongs to. */
export interface Telling {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Money posted with the row; `reservation` is what it uses up. */
export interface PostingParams {
  readonly kind: string;
  readonly debit: string;
  readonly credit: string;
  readonly amount: string;
  readonly reservation: string;
}

/** Tells the project the state that is entered. */
export function told(state: string) {
  const params = ({ context: { no, amount } }: TrancheArgs): Telling => ({
    event: 'TRANCHE_CHANGED',
    data: { no, state, released: state === 'released' ? amount : '0' },
  });
  return { type: 'tellProject', params } as const;
}

/** Tells the company something; `notice` is its name. */
export function noticed(notice: string) {
  const params = ({ context }: TrancheArgs) => ({ to: context.companyId, notice });
  return { type: 'sendNotice', params } as const;
}

// The reservation and the payment go by the tranche's own id: a tranche is released once.
export const reserved = {
  type: 'reserveFunds',
  params: ({ context: { subjectId, amount, terms } }: TrancheArgs) => ({
    ...{ reservation: subjectId, amount },
    ...{ companyCeiling: terms.money.companyCeiling, yearBudget: terms.money.yearBudget },
  }),
} as const;

export const freed = {
  type: 'freeFunds',
  params: ({ context }: TrancheArgs) => ({ reservation: context.subjectId }),
} as const;

export const paid = {
  type: 'payTranche',
  params: ({ context: { companyId, amount, subjectId } }: TrancheArgs) => ({
    ...{ payee: companyId, amount, reference: subjectId },
  }),
} as const;

export const posted = {
  type: 'postRelease',
  params: ({ context: { subjectId, amount } }: TrancheArgs) => ({
    ...{ kind: 'release', debit: `tranche/${subjectId}`, credit: 'bank', amount, reservation: subjectId },
  }),
} as const;

export const checked = {
  type: 'checkClaim',
  params: ({ context: { amount } }: TrancheArgs) => ({ amount }),
} as const;
