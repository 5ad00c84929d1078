import { and } from 'xstate';
import { clinical, clinicalHold } from '../project/clinical.js';
import { gate } from '../project/gate.js';
import { tellCompany, tellPartner } from '../project/orders.js';
import { settleStage } from './closing.js';
import { freezeForHold, unfreezeAfterHold } from './life-orders.js';
import { inTimeAgain } from './research.js';
import { projectV2 } from './setup.js';
import { inStages } from './termination.js';

const [hold, recycle, noGo, reachesTarget, opensTranche, passes] = gate.DECIDE_GATE;

/** The gate as in the first version; what ends the stage of a tranche settles it, before the next one is opened. */
const DECIDE_GATE = [
  hold,
  recycle,
  noGo,
  { ...reachesTarget, actions: [...settleStage, ...reachesTarget.actions] },
  { ...opensTranche, actions: [...settleStage, ...opensTranche.actions] },
  passes,
] as const;

const { states } = clinical;

/** The clinical stages, one after the other: criteria frozen before the data, then the gate (domain.md section 5). */
export const clinicalV2 = projectV2.createStateConfig({
  ...clinical,
  on: { ...clinical.on, ...inStages },
  states: {
    ...states,
    underWay: { ...states.underWay, after: { ...states.underWay.after, stage: { target: 'overdue' } } },
    overdue: { ...states.overdue, always: inTimeAgain('stage') },
    gate: { ...states.gate, on: { ...states.gate.on, DECIDE_GATE } },
  },
});

/** A regulator's clinical hold, as in the first version, with what may be decided against a project at work. */
export const clinicalHoldV2 = projectV2.createStateConfig({
  ...clinicalHold,
  on: { ...clinicalHold.on, ...inStages },
});

/**
 * What a regulator announces during a special evaluation: the project goes back under its hold, or no longer under it. One
 * that concerns the partner alone didn't freeze the tranches: the hold does.
 */
export const announcedMeanwhileV2 = {
  CLINICAL_HOLD: {
    guard: and(['isRegulatorOrOfficer', 'isNotOnHold']),
    actions: [
      'holdStage',
      { type: 'remember', params: { state: 'clinicalHold' } },
      freezeForHold,
      tellCompany('clinicalHold'),
      tellPartner('clinicalHold'),
    ],
  },
  LIFT_CLINICAL_HOLD: {
    guard: and(['isRegulatorOrOfficer', 'isOnHold']),
    actions: ['rememberHeld', 'liftHold', unfreezeAfterHold, tellCompany('clinicalHoldLifted')],
  },
} as const;
