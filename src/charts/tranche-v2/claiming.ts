import { and } from 'xstate';
import { tellCompany } from '../tellings.js';
import { known } from '../words.js';
import { approvable } from './guards.js';
import { claimable as released } from './guards-claim.js';
import { checked, decommitted, shared, told } from './orders.js';
import { trancheV2Setup } from './setup.js';
import { replanning, replanningClaim, stopping, uncovering } from './stopping.js';

const returning = {
  RETURN_CLAIM: {
    guard: 'isApproverOrFinance',
    target: '#claimable',
    actions: ['recordReturn', tellCompany('claimReturned')],
  },
  REFUSE_CLAIM: {
    guard: 'isApproverOrFinance',
    target: '#refused',
    actions: ['recordRefusal', decommitted, tellCompany('claimRefused')],
  },
} as const;

// Whatever changes in a claim, its approvals are void and it is checked anew.
const changing = {
  AMEND_CLAIM: {
    guard: and(['isApplicant', 'isOwnCase', ...released]),
    target: '#checking',
    actions: 'amendClaim',
  },
  RECHECK_CLAIM: { guard: 'isApproverOrFinance', target: '#checking' },
} as const;

const throughout = { ...stopping, ...uncovering, ...replanningClaim } as const;

/** To be claimed by the firm, once its cash is in. */
export const claimable = trancheV2Setup.createStateConfig({
  id: 'claimable',
  meta: known('청구 가능', 'Claimable', 'applicant', 'officer'),
  entry: [told('claimable'), tellCompany('trancheClaimable')],
  on: {
    ...stopping,
    ...replanning('claimable'),
    CONFIRM_CASH_SHARE: {
      guard: and(['isOfficer', 'isNewDeposit']),
      actions: ['addCashShare', shared, told('claimable')],
    },
    CLAIM: {
      guard: and(['isApplicant', 'isOwnCase', ...released]),
      target: 'checking',
      actions: 'recordClaim',
    },
  },
});

/** The ledger is asked what is used of the ceilings; from its answer on it is fixed what is to be approved. */
export const checking = trancheV2Setup.createStateConfig({
  id: 'checking',
  meta: known('청구 한도 확인 중', 'Claim being checked'),
  entry: ['beginCheck', told('checking'), checked],
  on: { ...throughout, CLAIM_CHECKED: { guard: 'isSystem', target: 'claimed', actions: 'recordSums' } },
});

/** For the first approval, by the program. */
export const claimed = trancheV2Setup.createStateConfig({
  meta: known('청구됨', 'Claimed', 'approver'),
  entry: told('claimed'),
  on: {
    ...throughout,
    ...returning,
    ...changing,
    APPROVE_FIRST: {
      guard: and(['isApprover', 'isNotClaimant', 'isNotPreparer', ...approvable, ...released]),
      target: 'firstApproved',
      actions: 'recordFirstApproval',
    },
  },
});

/** For the second approval, by finance: another person, and everything is looked at again. */
export const firstApproved = trancheV2Setup.createStateConfig({
  meta: known('1차 승인됨', 'First approval given', 'finance'),
  entry: told('firstApproved'),
  on: {
    ...throughout,
    ...returning,
    ...changing,
    APPROVE_SECOND: {
      guard: and(['isFinance', 'isSecondPerson', 'isNotPreparer', ...approvable, ...released]),
      target: 'reserving',
      actions: 'recordSecondApproval',
    },
  },
});
