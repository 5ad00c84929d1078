import type { AnyStateMachine } from 'xstate';
import { eventsIn } from '../events-in.js';
import type { Bilingual, Chart } from '../kernel/types.js';
import { roleEvidence } from '../roles.js';
import { projectEvents } from './events.js';
import { listEvidence, moneyEvidence } from './guards-application.js';
import { clinicalEvidence } from './guards-clinical.js';
import { lifeEvidence } from './guards-life.js';

const evidence = {
  ...roleEvidence,
  ...moneyEvidence,
  ...listEvidence,
  ...lifeEvidence,
  ...clinicalEvidence,
};

/** A project's machine as a chart: with the events that it takes and the facts that its guards can show. */
export function projectChart(subject: string, label: Bilingual, machine: AnyStateMachine): Chart {
  return {
    ...{ id: machine.id, subject, label, machine },
    events: eventsIn(machine, 'SUBMIT', projectEvents),
    evidence: evidence as Chart['evidence'],
  };
}
