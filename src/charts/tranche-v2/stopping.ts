import { and } from 'xstate';
import { tellCompany } from '../tellings.js';
import { boundLess, boundMore, decommitted, freed, told } from './orders.js';

type Acts = readonly (
  'voidClaim' | 'endHold' | typeof freed | ReturnType<typeof tellCompany> | ReturnType<typeof told>
)[];

/** The end of a tranche that holds no funds: what was bound to it is bound no more. */
export const cancelling = {
  CANCEL_TRANCHE: { guard: 'isSystem', target: '#cancelled', actions: decommitted },
} as const;

/** Before a payment is ordered a tranche can be frozen or cancelled at any time. */
export const stopping = {
  FREEZE: { guard: 'isSystem', target: '#held', actions: 'resumeAsClaimable' },
  ...cancelling,
} as const;

/** The same where the portal said no: what is held for the payment is given back. */
export const stoppingHeld = {
  FREEZE: { guard: 'isSystem', target: '#held', actions: [freed, 'endHold', 'resumeAsClaimable'] },
  CANCEL_TRANCHE: { guard: 'isSystem', target: '#cancelled', actions: [freed, decommitted] },
} as const;

/** A reversed deposit voids a claim that rested upon it. */
export const uncovering = {
  CASH_SHARE_CORRECTED: {
    guard: 'isSystem',
    target: '#claimable',
    actions: ['correctCashShare', 'voidClaim', tellCompany('claimVoided')],
  },
} as const;

/**
 * A change of the agreement: the difference is posted before the new plan is written, `first` and `then` around it; where
 * nothing is left for the tranche, it ends. `way` says where that leads.
 */
function changing<const Way extends object, const First extends Acts, const Then extends Acts>(
  way: Way,
  first: First,
  then: Then,
) {
  return {
    RESCHEDULE: [
      {
        guard: and(['isSystem', 'leavesNothing']),
        target: '#cancelled',
        actions: [...first, decommitted],
      },
      {
        ...way,
        guard: and(['isSystem', 'bindsMore', 'bindsLess']),
        actions: [...first, boundMore, boundLess, 'reschedule', ...then],
      },
      {
        ...way,
        guard: and(['isSystem', 'bindsMore']),
        actions: [...first, boundMore, 'reschedule', ...then],
      },
      {
        ...way,
        guard: and(['isSystem', 'bindsLess']),
        actions: [...first, boundLess, 'reschedule', ...then],
      },
      { ...way, guard: 'isSystem', actions: [...first, 'reschedule', ...then] },
    ],
  } as const;
}

/** Where nothing is claimed the new plan is taken as it is, and the project told. */
export function replanning(state: string) {
  return changing({}, [], [told(state)]);
}

const claimAnew = { target: '#claimable' } as const;
const voided = ['voidClaim', tellCompany('claimVoided')] as const;

/** A claim for another amount than is planned now is void. */
export const replanningClaim = changing(claimAnew, [], voided);

/** The same where the portal said no: what is held is given back first. */
export const replanningHeld = changing(claimAnew, [freed], ['endHold', ...voided]);

/** Too late: the project hears again what the tranche is. */
export function replannedTooLate(state: string) {
  return { RESCHEDULE: { guard: 'isSystem', actions: told(state) } } as const;
}
