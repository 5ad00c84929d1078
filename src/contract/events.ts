import type { z } from 'zod';
import { callPayloads } from './events-call.js';
import { clockPayloads, recountPayloads } from './events-clocks.js';
import { changePayloads, projectChangePayloads } from './events-change.js';
import { projectMoneyPayloads } from './events-money.js';
import { objectionPayloads } from './events-objection.js';
import {
  agreementPayloads,
  clinicalPayloads,
  lifePayloads,
  matchPayloads,
  selectionPayloads,
} from './events-project.js';
import { panelPayloads, roadmapCheckPayloads } from './events-project-panel.js';
import { recoveryPayloads } from './events-recovery.js';
import { sanctionPayloads } from './events-sanction.js';
import { settlementPayloads } from './events-settlement.js';
import { tranchePayloads } from './events-tranche.js';
import type { Subject } from './names.js';

export { applicationSchema } from './events-application.js';
export type { Application } from './events-application.js';

type Payloads = Readonly<Record<string, z.ZodType>>;

const everyProject: Payloads = {
  ...selectionPayloads,
  ...panelPayloads,
  ...agreementPayloads,
  ...lifePayloads,
  ...projectChangePayloads,
  ...projectMoneyPayloads,
  ...clockPayloads,
};

const payloads: Readonly<Record<Subject, Payloads>> = {
  mitIlpProject: { ...everyProject, ...matchPayloads },
  structuredProject: { ...everyProject, ...roadmapCheckPayloads },
  autonomousProject: everyProject,
  ecoBridgeProject: { ...everyProject, ...clinicalPayloads },
  tranche: tranchePayloads,
  call: { ...callPayloads, ...recountPayloads },
  objection: { ...objectionPayloads, ...clockPayloads },
  change: { ...changePayloads, ...clockPayloads },
  settlement: { ...settlementPayloads, ...clockPayloads },
  recovery: { ...recoveryPayloads, ...clockPayloads },
  sanction: { ...sanctionPayloads, ...clockPayloads },
};

/** What an event from outside has to say: the schema of its `data`; undefined for an event that nobody outside can send. */
export function payloadOf(subject: Subject, type: string): z.ZodType | undefined {
  return Object.hasOwn(payloads[subject], type) ? payloads[subject][type] : undefined;
}
