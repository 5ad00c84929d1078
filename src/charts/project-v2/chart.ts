import type { AnyStateMachine } from 'xstate';
import { clockDates } from '../clockwork/dates.js';
import { clockEvents } from '../clockwork/events.js';
import { clockEvidence } from '../clockwork/guards.js';
import { eventsIn } from '../events-in.js';
import type { Bilingual, Chart } from '../kernel/types.js';
import { projectEvents } from '../project/events.js';
import { listEvidence, moneyEvidence } from '../project/guards-application.js';
import { clinicalEvidence } from '../project/guards-clinical.js';
import { lifeEvidence } from '../project/guards-life.js';
import { roleEvidence } from '../roles.js';
import { otherDates, projectDuties } from './clocks.js';
import { closingEvidence } from './closing-guards.js';
import { changeEvidence } from './change-guards.js';
import { callEvidence } from './guards-call.js';
import { panelEvidence } from './guards-panel.js';
import { lifeEvidenceV2 } from './life-guards.js';
import { moneyEvidenceV2 } from './money-guards.js';

const evidence = {
  ...{ ...roleEvidence, isPanelMember: roleEvidence['isOfficer'] },
  ...moneyEvidence,
  ...listEvidence,
  ...lifeEvidence,
  ...clinicalEvidence,
  ...panelEvidence,
  ...callEvidence,
  ...clockEvidence,
  ...closingEvidence,
  ...moneyEvidenceV2,
  ...lifeEvidenceV2,
  ...changeEvidence,
};

/** A project's machine as a chart: with the events that it takes and the facts that its guards can show. */
export function projectChartV2(subject: string, label: Bilingual, machine: AnyStateMachine): Chart {
  return {
    ...{ id: machine.id, subject, label, machine },
    events: eventsIn(machine, 'SUBMIT', { ...projectEvents, ...clockEvents }),
    evidence: evidence as Chart['evidence'],
    ...clockDates(projectDuties, otherDates),
  };
}
