import { and } from 'xstate';
import { throughout } from '../project/ends.js';
import { tellCompany } from '../project/orders.js';
import { placeFreed } from './orders.js';

/** What is taken in every state; a firm that withdraws gives up the place that a call gave it. */
export const throughoutV2 = {
  ...throughout,
  WITHDRAW: [
    {
      guard: and(['isApplicant', 'isOwnCase', 'isBeforeAgreement', 'holdsPlace']),
      target: '#withdrawn',
      actions: [tellCompany('withdrawn'), placeFreed('withdrawn')],
    },
    throughout.WITHDRAW,
  ],
} as const;
