import { and } from 'xstate';
import type { Starting } from '../project/clocks.js';
import { tellCompany, tellPartner } from '../project/orders.js';
import { known } from '../words.js';
import { postCommitV2, scheduleTranchesV2 } from './money-orders.js';
import { placeFreed } from './orders.js';
import { projectV2 } from './setup.js';

const sign = {
  SIGN_AGREEMENT: {
    guard: and(['isApplicant', 'isOwnCase', 'hasDisclosedForeignBenefits']),
    target: 'signed',
    actions: 'recordSignature',
  },
} as const;

const revise = {
  REQUEST_PLAN_REVISION: {
    guard: 'isOfficer',
    target: 'planRevision',
    actions: [
      { type: 'startClock', params: { clock: 'plan-revision' } },
      tellCompany('planRevisionRequested'),
    ],
  },
} as const;

const leaves = {
  target: '#lapsed',
  actions: [tellCompany('selectionDeclined'), tellPartner('selectionDeclined')],
} as const;

/** A firm that was selected may decline until the agreement is in force; in a call its place is free again. */
export const declining = {
  DECLINE_SELECTION: [
    {
      guard: and(['isApplicant', 'isOwnCase', 'holdsPlace']),
      target: '#lapsed',
      actions: [...leaves.actions, placeFreed('declined')],
    },
    { ...leaves, guard: and(['isApplicant', 'isOwnCase']) },
  ],
} as const;

const cancelling = {
  CANCEL_SELECTION: [
    {
      guard: and(['isOfficer', 'isGraceOver', 'holdsPlace']),
      target: '#lapsed',
      actions: ['recordRefusal', tellCompany('selectionCancelled'), placeFreed('cancelled')],
    },
    {
      guard: and(['isOfficer', 'isGraceOver']),
      target: '#lapsed',
      actions: ['recordRefusal', tellCompany('selectionCancelled')],
    },
  ],
} as const;

/** What is done as a project's work begins. */
type First = 'nextStage' | 'openNextTranche' | { readonly type: 'startClock'; readonly params: Starting };

/**
 * The agreement (협약) within 30 days of notification, signed by the firm and then by the agency (domain.md section 2).
 * `inForce` is where the project goes on; `first` is done on the way there, besides what every agreement brings.
 */
export function agreementPending(inForce: string, first: readonly First[]) {
  return projectV2.createStateConfig({
    id: 'agreementPending',
    meta: known('협약 체결 대기', 'Agreement pending', 'applicant'),
    entry: [{ type: 'startClock', params: { clock: 'agreement' } }, tellCompany('agreementToSign')],
    on: declining,
    initial: 'open',
    states: {
      open: {
        meta: known('협약 체결 기간', 'Agreement to be signed', 'applicant'),
        after: { agreement: { target: 'overdue' } },
        on: { ...sign, ...revise },
      },
      overdue: {
        meta: known('협약 체결 지연', 'Agreement overdue', 'applicant', 'officer'),
        entry: [
          { type: 'startClock', params: { clock: 'agreement-grace' } },
          tellCompany('agreementOverdue'),
        ],
        // Extended, or counted from a later day: late no more.
        always: { guard: { type: 'isInTimeAgain', params: { clock: 'agreement' } }, target: 'open' },
        on: {
          ...sign,
          ...cancelling,
        },
      },
      planRevision: {
        meta: known('연구개발계획서 보완', 'Plan being revised', 'applicant'),
        after: { 'plan-revision': { target: 'open' } },
        on: {
          SUBMIT_PLAN_REVISION: {
            guard: and(['isApplicant', 'isOwnCase', 'isWithinPlanRevisionWindow']),
            target: 'open',
            actions: 'recordPlanRevision',
          },
        },
      },
      signed: {
        meta: known('기업 서명 완료', 'Signed by the firm', 'officer'),
        on: {
          COUNTERSIGN_AGREEMENT: {
            guard: 'isOfficer',
            target: inForce,
            actions: [
              'putInForce',
              ...first,
              postCommitV2,
              scheduleTranchesV2,
              tellCompany('agreementInForce'),
              tellPartner('agreementInForce'),
            ],
          },
        },
      },
    },
  });
}
