import { and } from 'xstate';
import { contextFrom } from './beginning.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { checking, claimable, claimed, firstApproved } from './tranche-v2/claiming.js';
import { trancheContextV2 } from './tranche-v2/context.js';
import { trancheEvidenceV2 } from './tranche-v2/guards.js';
import { told } from './tranche-v2/orders.js';
import { rejectedByPortal, releasing, reserving, unconfirmed } from './tranche-v2/paying.js';
import { trancheV2Setup } from './tranche-v2/setup.js';
import { cancelling, replanning } from './tranche-v2/stopping.js';
import { trancheEvents } from './tranche/events.js';
import { known } from './words.js';

const machine = trancheV2Setup.createMachine({
  id: 'tranche.v2',
  context: contextFrom(trancheContextV2),
  initial: 'scheduled',
  on: { CASH_SHARE_CORRECTED: { guard: 'isSystem', actions: 'correctCashShare' } },
  states: {
    scheduled: {
      id: 'scheduled',
      meta: known('지급 예정', 'Scheduled'),
      entry: told('scheduled'),
      on: {
        ...{ ...cancelling, ...replanning('scheduled') },
        OPEN_TRANCHE: { guard: 'isSystem', target: 'claimable', actions: 'open' },
        FREEZE: { guard: 'isSystem', target: '#held', actions: 'resumeAsScheduled' },
      },
    },
    ...{ claimable, checking, claimed, firstApproved },
    ...{ reserving, releasing, unconfirmed, rejectedByPortal },
    held: {
      id: 'held',
      meta: known('집행 정지', 'Held'),
      entry: [told('held'), 'voidClaim'],
      on: {
        ...{ ...cancelling, ...replanning('held') },
        UNFREEZE: [
          { guard: and(['isSystem', 'wasScheduled']), target: 'scheduled' },
          { guard: 'isSystem', target: 'claimable' },
        ],
        OPEN_TRANCHE: { guard: 'isSystem', actions: 'openOnceFree' },
      },
    },
    released: {
      id: 'released',
      type: 'final',
      meta: known('지급 완료', 'Released'),
      entry: told('released'),
    },
    refused: { id: 'refused', type: 'final', meta: known('지급 거절', 'Refused'), entry: told('refused') },
    cancelled: {
      id: 'cancelled',
      type: 'final',
      meta: known('지급 취소', 'Cancelled'),
      entry: told('cancelled'),
    },
  },
});

/**
 * A tranche (domain.md section 3): claimed with documents, approved by two people for exactly what stands, held against
 * three ceilings, and paid once, whatever the portal answers.
 */
export const trancheV2: Chart = {
  id: machine.id,
  subject: 'tranche',
  label: { ko: '단계별 지급', en: 'Tranche' },
  machine,
  events: eventsIn(machine, 'SCHEDULE', trancheEvents),
  evidence: trancheEvidenceV2 as Chart['evidence'],
};
