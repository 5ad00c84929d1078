import { assign, setup } from 'xstate';
import type { ChartEvent } from '../kernel/types.js';
import { roleGuards } from '../roles.js';
import { untilNextCondition } from './clinical-stages.js';
import { startClock, until } from './clocks.js';
import type { ProjectContext, ProjectInput } from './context.js';
import { listGuards, moneyGuards } from './guards-application.js';
import { clinicalGuards, clinicalRouting } from './guards-clinical.js';
import { lifeGuards, routingGuards, windowGuards } from './guards-life.js';
import { matchGuards } from './guards-match.js';
import { orderActions } from './orders.js';
import { clinicalUpdates as clinical } from './updates-clinical.js';
import {
  agreementUpdates as agreement,
  closingUpdates as closing,
  selectionUpdates as selection,
  stageUpdates as stage,
} from './updates-life.js';
import { matchUpdates as match } from './updates-match.js';

/** What the charts of all four tracks are made with: every guard, update, order and delay by its name. */
export const project = setup({
  types: { context: {} as ProjectContext, events: {} as ChartEvent, input: {} as ProjectInput },
  guards: {
    ...roleGuards,
    ...moneyGuards,
    ...listGuards,
    ...windowGuards,
    ...lifeGuards,
    ...routingGuards,
    ...clinicalGuards,
    ...clinicalRouting,
    ...matchGuards,
  },
  actions: {
    ...orderActions,
    startClock: assign(startClock),
    remember: assign(selection.remember),
    recordRefusal: assign(selection.recordRefusal),
    confirmPreferences: assign(selection.confirmPreferences),
    recordEvaluation: assign(selection.recordEvaluation),
    recordGrant: assign(selection.recordGrant),
    recordObjection: assign(selection.recordObjection),
    submitRoadmap: assign(agreement.submitRoadmap),
    coSignRoadmap: assign(agreement.coSignRoadmap),
    submitAgenda: assign(agreement.submitAgenda),
    coSignAgenda: assign(agreement.coSignAgenda),
    recordPlanRevision: assign(agreement.recordPlanRevision),
    recordSignature: assign(agreement.recordSignature),
    putInForce: assign(agreement.putInForce),
    nextStage: assign(stage.nextStage),
    openNextTranche: assign(stage.openNextTranche),
    recordTranche: assign(stage.recordTranche),
    recordReport: assign(stage.recordReport),
    recordGrade: assign(stage.recordGrade),
    openSpecialEvaluation: assign(closing.openSpecialEvaluation),
    recordExplanation: assign(closing.recordExplanation),
    closeSpecialEvaluation: assign(closing.closeSpecialEvaluation),
    stopBySpecialEvaluation: assign(closing.stopBySpecialEvaluation),
    endAs: assign(closing.endAs),
    recordFinalReport: assign(closing.recordFinalReport),
    recordFinalGrade: assign(closing.recordFinalGrade),
    recordCosts: assign(closing.recordCosts),
    recordSettlement: assign(closing.recordSettlement),
    proposeMatch: assign(match.proposeMatch),
    acceptMatch: assign(match.acceptMatch),
    dropMatch: assign(match.dropMatch),
    recordExploration: assign(match.recordExploration),
    recordConfirmation: assign(match.recordConfirmation),
    freezeCriteria: assign(clinical.freezeCriteria),
    recordGateData: assign(clinical.recordGateData),
    advance: assign(clinical.advance),
    openReached: assign(clinical.openReached),
    addConditions: assign(clinical.addConditions),
    meetCondition: assign(clinical.meetCondition),
    lapseConditions: assign(clinical.lapseConditions),
    holdGate: assign(clinical.holdGate),
    recycle: assign(clinical.recycle),
    holdStage: assign(clinical.holdStage),
    rememberHeld: assign(clinical.rememberHeld),
    liftHold: assign(clinical.liftHold),
  },
  delays: {
    objection: until('objection'),
    'objection-decision': until('objection-decision'),
    roadmap: until('roadmap'),
    agreement: until('agreement'),
    'plan-revision': until('plan-revision'),
    matching: until('matching'),
    agenda: until('agenda'),
    stage: until('stage'),
    'stage-report': until('stage-report'),
    'gate-hold': until('gate-hold'),
    'gate-condition': untilNextCondition,
    'special-evaluation-explanation': until('special-evaluation-explanation'),
    'final-report': until('final-report'),
    'cost-report': until('cost-report'),
    repayment: until('repayment'),
  },
});
