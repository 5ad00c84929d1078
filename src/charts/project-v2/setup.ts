import { assign, setup } from 'xstate';
import { clockwork } from '../clockwork/clockwork.js';
import { delaysNamed } from '../clockwork/dates.js';
import type { ChartEvent } from '../kernel/types.js';
import { listGuards, moneyGuards } from '../project/guards-application.js';
import { clinicalGuards, clinicalRouting } from '../project/guards-clinical.js';
import { lifeGuards, routingGuards, windowGuards } from '../project/guards-life.js';
import { matchGuards } from '../project/guards-match.js';
import { rolesWithPanel } from '../roles-panel.js';
import { changeGuards, changeRouting } from './change-guards.js';
import { changeUpdates as change } from './change-updates.js';
import { clockUpdatesV2 as clock, projectDuties, windowGuardsV2 } from './clocks.js';
import { closingGuards } from './closing-guards.js';
import { closingOrders } from './closing-orders.js';
import { closingUpdatesV2 as closingV2 } from './closing-updates.js';
import type { ProjectContextV2, ProjectInputV2 } from './context.js';
import { agreement, clinical, closing, match, selection, stage } from './first-version.js';
import { callGuards, callRouting } from './guards-call.js';
import { panelGuards, panelRouting } from './guards-panel.js';
import { lifeGuardsV2, lifeRouting } from './life-guards.js';
import { lifeOrders } from './life-orders.js';
import { lifeUpdates as life } from './life-updates.js';
import { moneyGuardsV2, moneyRouting } from './money-guards.js';
import { moneyUpdates } from './money.js';
import { orderActionsV2 } from './orders.js';
import { placeUpdates as place } from './place.js';
import { callUpdates as call } from './updates-call.js';
import { panelUpdates as panel } from './updates-panel.js';

const clocks = clockwork<ProjectContextV2>(projectDuties);

/** What the second version of all four tracks' charts is made with: every guard, update, order and delay by its name. */
export const projectV2 = setup({
  types: { context: {} as ProjectContextV2, events: {} as ChartEvent, input: {} as ProjectInputV2 },
  guards: {
    ...rolesWithPanel,
    ...moneyGuards,
    ...listGuards,
    ...windowGuards,
    ...lifeGuards,
    ...routingGuards,
    ...clinicalGuards,
    ...clinicalRouting,
    ...matchGuards,
    ...windowGuardsV2,
    ...clocks.guards,
    ...panelGuards,
    ...panelRouting,
    ...callGuards,
    ...callRouting,
    ...closingGuards,
    ...moneyGuardsV2,
    ...moneyRouting,
    ...lifeGuardsV2,
    ...lifeRouting,
    ...changeGuards,
    ...changeRouting,
  },
  actions: {
    ...orderActionsV2,
    ...closingOrders,
    ...lifeOrders,
    ...clocks.actions,
    recordDraw: assign(moneyUpdates.recordDraw),
    recordReversal: assign(moneyUpdates.recordReversal),
    dropDraw: assign(moneyUpdates.dropDraw),
    startClock: assign(clock.startClock),
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
    openSpecialEvaluation: assign(life.openSpecialEvaluation),
    recordExplanation: assign(life.recordExplanation),
    closeSpecialEvaluation: assign(life.closeSpecialEvaluation),
    stopBySpecialEvaluation: assign(life.stopBySpecialEvaluation),
    startExplanation: assign(life.startExplanation),
    stopSpending: assign(life.stopSpending),
    recordBasis: assign(life.recordBasis),
    requestChange: assign(change.requestChange),
    imposeChange: assign(change.imposeChange),
    concludeChange: assign(change.concludeChange),
    replacePartner: assign(change.replacePartner),
    extendStage: assign(change.extendStage),
    setGrant: assign(change.setGrant),
    splitAnew: assign(change.splitAnew),
    endAs: assign(closing.endAs),
    recordFinalReport: assign(closing.recordFinalReport),
    recordFinalGrade: assign(closing.recordFinalGrade),
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
    holdGate: assign(clock.holdGate),
    recycle: assign(clinical.recycle),
    holdStage: assign(clock.holdStage),
    rememberHeld: assign(clinical.rememberHeld),
    liftHold: assign(clock.liftHold),
    recordPreCheck: assign(call.recordPreCheck),
    recordProofs: assign(call.recordProofs),
    countObjection: assign(call.countObjection),
    recordRevision: assign(call.recordRevision),
    recordOutcome: assign(call.recordOutcome),
    beginRoadmapCheck: assign(call.beginRoadmapCheck),
    announceRoadmapCheck: assign(call.announceRoadmapCheck),
    recordRoadmapProgress: assign(call.recordRoadmapProgress),
    recordRoadmapCheck: assign(call.recordRoadmapCheck),
    startFinalReport: assign(closingV2.startFinalReport),
    beginSettlement: assign(closingV2.beginSettlement),
    hear: assign(closingV2.hear),
    beginReturn: assign(closingV2.beginReturn),
    beginRecovery: assign(closingV2.beginRecovery),
    beginSanction: assign(closingV2.beginSanction),
    assignPanel: assign(panel.assignPanel),
    changePanel: assign(panel.changePanel),
    concludePanel: assign(panel.concludePanel),
    renewPanel: assign(panel.renewPanel),
    takePlace: assign(place.takePlace),
    takeReserve: assign(place.takeReserve),
    takeRefusal: assign(place.takeRefusal),
    leaveReserve: assign(place.leaveReserve),
  },
  // How long each is says `dueOf` of the chart, after every step.
  delays: delaysNamed(
    ...([
      'objection',
      'roadmap',
      'roadmap-check',
      'agreement',
      'plan-revision',
      'matching',
      'agenda',
    ] as const),
    ...(['stage', 'stage-report', 'gate-hold', 'gate-condition'] as const),
    ...(['special-evaluation-explanation', 'final-report'] as const),
  ),
});
