import { and } from 'xstate';
import { known } from '../words.js';
import { gate } from './gate.js';
import { freezeTranches, tellCompany, tellPartner, unfreezeTranches } from './orders.js';
import { project } from './setup.js';
import { intoSpecialEvaluation } from './stages.js';

const submitData = {
  SUBMIT_GATE_DATA: {
    guard: and(['isApplicantOrPartner', 'isOwnCase']),
    target: 'gate',
    actions: 'recordGateData',
  },
} as const;

const announcedHold = {
  guard: 'isRegulatorOrOfficer',
  target: '#clinicalHold',
  actions: ['holdStage', freezeTranches, tellCompany('clinicalHold'), tellPartner('clinicalHold')],
} as const;

const meeting = { guard: and(['isOfficer', 'isOpenCondition']), actions: 'meetCondition' } as const;

/** In each of the clinical states: conditions are met, or their day passes. Entered anew, the state waits for the next. */
function conditioned<State extends string>(state: State) {
  return {
    after: {
      'gate-condition': {
        ...{ target: state, reenter: true },
        actions: ['lapseConditions', tellCompany('conditionOverdue'), tellPartner('conditionOverdue')],
      },
    },
    on: { MEET_CONDITION: { ...meeting, target: state, reenter: true } },
  } as const;
}

const [inCriteria, inStage, inDelay, atGate, inHold] = [
  conditioned('criteria'),
  conditioned('underWay'),
  conditioned('overdue'),
  conditioned('gate'),
  conditioned('hold'),
];

/** The clinical stages, one after the other: criteria frozen before the data, then the gate (domain.md section 5). */
export const clinical = project.createStateConfig({
  id: 'clinical',
  meta: known('단계별 개발', 'Clinical stages', 'applicant', 'partner'),
  initial: 'criteria',
  on: { ...intoSpecialEvaluation, CLINICAL_HOLD: announcedHold },
  states: {
    criteria: {
      id: 'criteria',
      meta: known('관문 기준 확정 대기', 'Gate criteria to be frozen', 'officer'),
      entry: { type: 'remember', params: { state: 'criteria' } },
      after: inCriteria.after,
      on: {
        ...inCriteria.on,
        FREEZE_CRITERIA: {
          guard: 'isOfficer',
          target: 'underWay',
          actions: ['freezeCriteria', { type: 'startClock', params: { clock: 'stage' } }],
        },
      },
    },
    underWay: {
      id: 'underWay',
      meta: known('단계 수행 중', 'Stage under way', 'applicant', 'partner'),
      entry: { type: 'remember', params: { state: 'underWay' } },
      after: {
        ...inStage.after,
        stage: { target: 'overdue', actions: tellCompany('gateDataOverdue') },
      },
      on: { ...inStage.on, ...submitData },
    },
    overdue: {
      id: 'dataOverdue',
      meta: known('관문 자료 지연', 'Gate data overdue', 'applicant', 'partner'),
      entry: { type: 'remember', params: { state: 'dataOverdue' } },
      after: inDelay.after,
      on: { ...inDelay.on, ...submitData },
    },
    gate: {
      id: 'gate',
      meta: known('관문 심의', 'At the gate', 'committee'),
      entry: { type: 'remember', params: { state: 'gate' } },
      after: atGate.after,
      on: { ...atGate.on, ...gate },
    },
    hold: {
      id: 'gateHold',
      meta: known('관문 보류', 'Held at the gate', 'applicant', 'partner'),
      entry: { type: 'remember', params: { state: 'gateHold' } },
      after: { ...inHold.after, 'gate-hold': { target: 'gate' } },
      on: { ...inHold.on, ...submitData },
    },
  },
});

/** What a regulator announces during a special evaluation: the project goes back under its hold, or no longer under it. */
export const announcedMeanwhile = {
  CLINICAL_HOLD: {
    guard: and(['isRegulatorOrOfficer', 'isNotOnHold']),
    actions: [
      'holdStage',
      { type: 'remember', params: { state: 'clinicalHold' } },
      tellCompany('clinicalHold'),
      tellPartner('clinicalHold'),
    ],
  },
  LIFT_CLINICAL_HOLD: {
    guard: and(['isRegulatorOrOfficer', 'isOnHold']),
    actions: ['rememberHeld', 'liftHold', tellCompany('clinicalHoldLifted')],
  },
} as const;

function lifted(state: string) {
  return {
    guard: and(['isRegulatorOrOfficer', { type: 'wasHeldIn', params: { state } }]),
    target: `#${state}`,
    actions: ['liftHold', unfreezeTranches, tellCompany('clinicalHoldLifted')],
  } as const;
}

/** A regulator's clinical hold: money is frozen and the stage's clock stands still until it is lifted (section 5). */
export const clinicalHold = project.createStateConfig({
  id: 'clinicalHold',
  meta: known('규제기관 임상 보류', 'Clinical hold', 'regulator'),
  entry: { type: 'remember', params: { state: 'clinicalHold' } },
  on: {
    ...intoSpecialEvaluation,
    MEET_CONDITION: meeting,
    LIFT_CLINICAL_HOLD: [
      ...['underWay', 'dataOverdue', 'gate', 'gateHold'].map(lifted),
      {
        guard: 'isRegulatorOrOfficer',
        target: '#criteria',
        actions: ['liftHold', unfreezeTranches, tellCompany('clinicalHoldLifted')],
      },
    ],
  },
});
