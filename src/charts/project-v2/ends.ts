import { and } from 'xstate';
import { clocksThroughout } from '../clockwork/throughout.js';
import { throughout } from '../project/ends.js';
import { tellCompany } from '../project/orders.js';
import { lifeThroughout } from './change.js';
import { heardThroughout, inSettlement } from './closing.js';
import { projectDuties } from './clocks.js';
import { moneyThroughout } from './money-events.js';
import { placeFreed, placeUntaken } from './orders.js';

const withdrawing = ['isApplicant', 'isOwnCase', 'isBeforeAgreement'] as const;

const [tooLateToOpen, toBeFrozen, dueToOpen, moved] = throughout.TRANCHE_CHANGED;

/**
 * What is taken in every state: what is decided about its clocks, what tranches, settlements, recoveries and sanctions tell, and what finance records of the
 * money; and a firm that withdraws gives up the place that a call gave it.
 */
export const throughoutV2 = {
  ...clocksThroughout(projectDuties),
  ...heardThroughout,
  ...moneyThroughout,
  ...lifeThroughout,
  TRANCHE_CHANGED: [tooLateToOpen, toBeFrozen, dueToOpen, inSettlement, moved],
  WITHDRAW: [
    {
      guard: and([...withdrawing, 'holdsPlace']),
      target: '#withdrawn',
      actions: [tellCompany('withdrawn'), placeFreed('withdrawn')],
    },
    throughout.WITHDRAW,
  ],
} as const;

/** The same where a call is to decide: what it decided may be on its way, and would reach nobody. */
export const withdrawingUndecided = {
  WITHDRAW: [
    {
      guard: and([...withdrawing, 'isInCall']),
      target: '#withdrawn',
      actions: [tellCompany('withdrawn'), placeUntaken],
    },
    throughout.WITHDRAW,
  ],
} as const;

/** The same with a roadmap, by which the project also gives up the place that let it write one. */
export const withdrawingWithRoadmap = {
  WITHDRAW: [
    {
      guard: and([...withdrawing, 'holdsPlace']),
      target: '#withdrawn',
      actions: [tellCompany('withdrawn'), placeFreed('withdrawn'), placeUntaken],
    },
    ...withdrawingUndecided.WITHDRAW,
  ],
} as const;
