import { and } from 'xstate';
import { tellCompany, tellPartner } from '../project/orders.js';
import { tellAgency } from '../tellings.js';
import { changeable } from './change-guards.js';
import { orderRecovery, proposeSanction } from './closing.js';
import { handOver, startChange, tellNew, tellNewPartner } from './life-orders.js';
import { rescheduleTranches } from './money-orders.js';

const isTold = ['isSystem', 'isOpenChange'] as const;

function of(kind: string) {
  return { type: 'isChangeOf', params: { kind } } as const;
}

function concluded(state: 'applied' | 'inapplicable' | 'registered' | 'told') {
  return { type: 'concludeChange', params: { state } } as const;
}

const told = [tellCompany('agreementChanged'), tellPartner('agreementChanged')] as const;

/** An approved change that can't be applied any more is recorded and said, never silently dropped. */
const inapplicable = {
  guard: and([...isTold, 'isInapplicable']),
  actions: [concluded('inapplicable'), tellCompany('changeInapplicable'), tellAgency('changeInapplicable')],
} as const;

const AGREEMENT_CHANGED = [
  inapplicable,
  {
    guard: and([...isTold, of('institution')]),
    actions: [
      tellPartner('partnerReplaced'),
      ...handOver,
      'replacePartner',
      concluded('applied'),
      tellNewPartner,
      tellNew('partnerJoined'),
      tellCompany('agreementChanged'),
    ],
  },
  { guard: and([...isTold, of('period')]), actions: ['extendStage', concluded('applied'), ...told] },
  {
    guard: and([...isTold, of('total-money')]),
    actions: ['setGrant', concluded('applied'), rescheduleTranches, ...told],
  },
  {
    guard: and([...isTold, of('year-split')]),
    actions: ['splitAnew', concluded('applied'), rescheduleTranches, ...told],
  },
  { guard: and([...isTold]), actions: [concluded('applied'), ...told] },
] as const;

const requesting = [
  'isApplicant',
  'isOwnCase',
  'isAgreementRunning',
  'isChangeListed',
  'isNotUnderReviewAlready',
  ...changeable,
] as const;

const requested = ['requestChange', startChange, tellCompany('changeRequested')] as const;

/**
 * What is taken of changes of the agreement (협약변경) in every state: the firm's request while the agreement runs, and what
 * the change tells of itself. With it, what follows a special evaluation that was decided: a sanction, or money that is
 * recovered.
 */
export const lifeThroughout = {
  REQUEST_CHANGE: [
    {
      guard: and([...requesting, of('institution')]),
      actions: [...requested, tellNew('changeToCoSign')],
    },
    { guard: and([...requesting]), actions: requested },
  ],
  AGREEMENT_CHANGED,
  CHANGE_REGISTERED: {
    guard: and([...isTold]),
    actions: [concluded('registered'), tellPartner('changeRegistered')],
  },
  CHANGE_REFUSED: { guard: and([...isTold]), actions: concluded('told') },
  PROPOSE_SANCTION: {
    guard: and(['isOfficer', 'maySanction', 'hasSanctionMeasure', 'isSanctionNew']),
    actions: proposeSanction,
  },
  ORDER_RECOVERY: {
    guard: and(['isCommittee', 'isRecoveryGrounded', 'isWithinReleasedSum']),
    actions: orderRecovery,
  },
} as const;
