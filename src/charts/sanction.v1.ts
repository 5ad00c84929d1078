import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { clockDates } from './clockwork/dates.js';
import { clockEvents } from './clockwork/events.js';
import { clockEvidence } from './clockwork/guards.js';
import { clocksThroughout } from './clockwork/throughout.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { sanctionContext, sanctionDuties } from './sanction/context.js';
import { sanctionEvents } from './sanction/events.js';
import { sanctionEvidence } from './sanction/guards.js';
import { tellProject } from './sanction/orders.js';
import { sanction } from './sanction/setup.js';
import { tellCompany } from './tellings.js';
import { known } from './words.js';

// The ministry's decision [assumed]: its committee decides for it.
const deciding = ['isCommittee', 'isLessThanProposed'] as const;

function decides(outcome: 'imposed' | 'reduced' | 'dropped', notice: string) {
  return {
    guard: and([...deciding, { type: 'says', params: { outcome } }]),
    target: outcome,
    actions: ['decide', tellProject, tellCompany(notice)],
  } as const;
}

const machine = sanction.createMachine({
  id: 'sanction.v1',
  context: contextFrom(sanctionContext),
  initial: 'notified',
  entry: tellCompany('sanctionNotified'),
  on: clocksThroughout(sanctionDuties),
  states: {
    notified: {
      meta: known('제재처분 사전통지됨', 'Prior notice given', 'applicant'),
      after: { 'sanction-reconsideration': { target: 'deciding', actions: 'startDeciding' } },
      on: {
        REQUEST_RECONSIDERATION: {
          guard: and(['isApplicant', 'isOwnCase', 'isWithinReconsiderationWindow']),
          target: 'deciding',
          actions: ['recordRequest', tellCompany('reconsiderationReceived')],
        },
      },
    },
    deciding: {
      meta: known('제재처분 결정 대기', 'To be decided', 'committee'),
      on: {
        DECIDE_SANCTION: [
          decides('dropped', 'sanctionDropped'),
          decides('reduced', 'sanctionReduced'),
          {
            guard: and([...deciding]),
            target: 'imposed',
            actions: ['decide', tellProject, tellCompany('sanctionImposed')],
          },
        ],
      },
    },
    imposed: { type: 'final', meta: known('제재처분 확정', 'Imposed') },
    reduced: { type: 'final', meta: known('감경', 'Reduced') },
    dropped: { type: 'final', meta: known('처분하지 않음', 'Dropped') },
  },
});

/**
 * The first chart of a sanction (제재처분): prior notice, 20 days in which the firm may ask for a reconsideration, then a
 * decision within 30 days (domain.md section 4). What it brings, the project sees to.
 */
export const sanctionV1: Chart = {
  ...{ id: machine.id, subject: 'sanction', label: { ko: '제재처분', en: 'Sanction' }, machine },
  events: eventsIn(machine, 'OPEN_SANCTION', { ...sanctionEvents, ...clockEvents }),
  evidence: { ...sanctionEvidence, ...clockEvidence } as Chart['evidence'],
  ...clockDates(sanctionDuties),
};
