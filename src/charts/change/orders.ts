import type { Telling } from '../tellings.js';
import type { ChangeArgs } from './context.js';

/** Tells the partner that comes into the agreement something. */
export function tellPartner(notice: string) {
  const params = ({ context }: Pick<ChangeArgs, 'context'>) => ({
    ...{ to: context.partnerId ?? context.companyId, notice },
  });
  return { type: 'sendNotice', params } as const;
}

/** A minor change is registered, and the project is told so. */
export const tellRegistered = {
  type: 'tellProject',
  params: ({ context: { no } }: ChangeArgs): Telling => ({ event: 'CHANGE_REGISTERED', data: { no } }),
} as const;

/** The agreement is changed: the project applies it. */
export const tellApproved = {
  type: 'tellProject',
  params: ({ context: { no, kind, particulars } }: ChangeArgs): Telling => ({
    ...{ event: 'AGREEMENT_CHANGED', data: { no, kind, particulars } },
  }),
} as const;

/** The agreement stays as it is. */
export function tellRefused(outcome: 'rejected' | 'withdrawn') {
  const params = ({ context: { no } }: ChangeArgs): Telling => ({
    ...{ event: 'CHANGE_REFUSED', data: { no, outcome } },
  });
  return { type: 'tellProject', params } as const;
}
