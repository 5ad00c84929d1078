import { and } from 'xstate';
import { openReachedTranche, tellCompany, tellPartner } from './orders.js';

const deciding = [
  'isCommittee',
  'areConditionsMet',
  'hasStageAhead',
  'hasConditionsWithDates',
  'hasHoldDate',
  'namesEarlierStage',
  'hasReason',
] as const;

const passed = [
  'addConditions',
  'advance',
  'nextStage',
  tellCompany('gatePassed'),
  tellPartner('gatePassed'),
] as const;

function answers(outcome: string) {
  return and([...deciding, { type: 'says', params: { outcome } }]);
}

/** The committee's five answers at a gate (domain.md section 5); what each needs is asked for before any is taken. */
export const gate = {
  DECIDE_GATE: [
    {
      guard: answers('HOLD'),
      target: 'hold',
      actions: ['holdGate', tellCompany('gateHeld'), tellPartner('gateHeld')],
    },
    {
      guard: answers('RECYCLE'),
      target: 'criteria',
      actions: ['recycle', 'nextStage', tellCompany('gateRecycled'), tellPartner('gateRecycled')],
    },
    {
      guard: answers('NO_GO'),
      target: '#specialEvaluation',
      actions: {
        type: 'openSpecialEvaluation',
        params: { cause: 'noGo', ground: 'changed-environment' },
      },
    },
    {
      guard: and([...deciding, 'reachesTarget']),
      target: '#finalReport',
      actions: [tellCompany('targetReached'), tellPartner('targetReached')],
    },
    // The number reached is written before the stage advances; the order for it follows both.
    {
      guard: and([...deciding, 'opensTranche']),
      target: 'criteria',
      actions: ['openReached', ...passed, openReachedTranche],
    },
    { guard: and([...deciding]), target: 'criteria', actions: passed },
  ],
} as const;
