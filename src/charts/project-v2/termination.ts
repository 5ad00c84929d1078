import { and } from 'xstate';
import { cancelTranches, tellCompany, tellPartner } from '../project/orders.js';
import { changeable } from './change-guards.js';
import { settleStage } from './closing.js';
import { holdBoth } from './life-orders.js';
import { rescheduleTranches } from './money-orders.js';
import { intoSpecialEvaluationV2 } from './special-evaluation-ways.js';

const based = ['isCommittee', 'hasLawfulBasis', 'isBasisEstablished'] as const;

/** What every stop brings besides: no tranche is left, and nobody spends anything any more. */
export const stopped = [cancelTranches, ...holdBoth] as const;

const terminated = [
  'recordBasis',
  { type: 'endAs', params: { outcome: 'terminated' } },
  'stopSpending',
] as const;
const told = [tellCompany('agreementTerminated'), tellPartner('agreementTerminated')] as const;

/**
 * What a committee may decide against a project at work: to terminate its agreement (해약), on a lawful basis that has
 * happened (domain.md section 2: there is no yearly gate in law).
 */
const terminating = { guard: and([...based]), target: '#finalEvaluation' } as const;

/** What can end a project whose stage is running: its money is settled then. */
export const inStage = {
  ...intoSpecialEvaluationV2,
  TERMINATE_AGREEMENT: { ...terminating, actions: [...terminated, ...settleStage, ...stopped, ...told] },
} as const;

/** What can end a project that has no stage yet, or has none any more that wasn't settled. */
export const outsideStage = {
  ...intoSpecialEvaluationV2,
  TERMINATE_AGREEMENT: { ...terminating, actions: [...terminated, ...stopped, ...told] },
} as const;

/** Where stage follows stage, one that was settled can also bring a cut of what the next ones get. */
export const inStages = {
  ...inStage,
  CUT_GRANT: {
    guard: and([...based, 'isCutBelow', ...changeable]),
    actions: [
      'recordBasis',
      'setGrant',
      rescheduleTranches,
      tellCompany('grantCut'),
      tellPartner('grantCut'),
    ],
  },
} as const;
