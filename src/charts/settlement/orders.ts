import type { Telling } from '../tellings.js';
import type { SettlementArgs } from './context.js';

/** Tells the project the state that is entered, and what is to be returned by then. */
export function told(state: string) {
  const params = ({ context: { stage, figures } }: SettlementArgs): Telling => ({
    event: 'SETTLEMENT_CHANGED',
    data: { stage, state, toReturn: figures?.toReturn ?? '0' },
  });
  return { type: 'tellProject', params } as const;
}

/** Tells the project what is to be returned for good, and the clock of the repayment that the notice started. */
export const toldToReturn = {
  type: 'tellProject',
  params: (args: SettlementArgs): Telling => {
    const { event, data } = told('awaitingReturn').params(args);
    const { noticedAt, clocks } = args.context;
    return { event, data: { ...data, noticedAt, repayment: clocks.repayment ?? null } };
  },
} as const;
