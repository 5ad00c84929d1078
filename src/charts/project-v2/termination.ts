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
 * What a committee may decide against a project at work: to terminate its agreement (해약), or to cut its grant, each on a
 * lawful basis that has happened (domain.md section 2: there is no yearly gate in law).
 */
const against = {
  TERMINATE_AGREEMENT: [
    {
      guard: and([...based, 'hasStageToSettle']),
      target: '#finalEvaluation',
      actions: [...terminated, ...settleStage, ...stopped, ...told],
    },
    { guard: and([...based]), target: '#finalEvaluation', actions: [...terminated, ...stopped, ...told] },
  ],
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

/** What can end a project at work, or take money from it. */
export const atWork = { ...intoSpecialEvaluationV2, ...against } as const;
