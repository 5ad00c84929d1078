import { and, not, setup } from 'xstate';
import { order } from '../../../src/charts/effects.js';
import type { Chart, ChartEvent } from '../../../src/charts/kernel/types.js';
import { known } from '../../../src/charts/words.js';

const nowhere = () => false;

const machine = setup({
  types: { context: {} as Record<string, never>, events: {} as ChartEvent },
  guards: { isOfficer: nowhere },
  actions: {
    sendNotice: order<{ readonly to: string; readonly notice: string }>(),
    doMagic: order<undefined>(),
  },
}).createMachine({
  id: 'lawless.v1',
  context: {},
  initial: 'begun',
  states: {
    begun: {
      meta: known('시작됨', 'Begun', 'finance'),
      on: {
        SEND: [
          { guard: and(['isOfficer', 'isNobody' as 'isOfficer']), target: 'trap', actions: 'doMagic' },
          { guard: not('isOfficer'), target: 'trap', actions: () => undefined },
          {
            target: 'done',
            actions: [
              'payWhoeverAsks' as 'doMagic',
              { type: 'sendNotice', params: () => ({ to: 'company', notice: 'somethingHappened' }) },
            ],
          },
        ],
      },
    },
    trap: { meta: { label: { ko: '', en: 'Trap' }, awaits: [] }, after: { 1000: { target: 'trap' } } },
    island: { meta: known('섬', 'Island'), on: { SEND: 'done' } },
    done: { type: 'final', meta: known('종료', 'Done') },
  },
});

/** A chart that breaks every rule of all charts, to see that each is noticed. */
export const lawless: Chart = {
  ...{ id: machine.id, subject: 'tranche', label: { ko: '무법', en: 'Lawless' }, machine },
  events: { SEND: { label: { ko: 'Send', en: '보내기' }, source: 'public' } },
  evidence: { isSomebodyElse: () => ({}) },
};
