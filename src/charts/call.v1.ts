import { contextFrom } from './beginning.js';
import { callContext, callDuties } from './call/context.js';
import type { CallContext } from './call/context.js';
import { deliberating, ending, notified, notifying, objections } from './call/deciding.js';
import { callEvents } from './call/events.js';
import { callEvidence } from './call/guards.js';
import { closed, evaluating, open, planned, screening } from './call/preparing.js';
import { call } from './call/setup.js';
import { clockDates } from './clockwork/dates.js';
import { clockEvents } from './clockwork/events.js';
import { clockEvidence } from './clockwork/guards.js';
import { clocksRecounted } from './clockwork/throughout.js';
import { eventsIn } from './events-in.js';
import type { Chart } from './kernel/types.js';
import { known } from './words.js';

const machine = call.createMachine({
  id: 'call.v1',
  context: contextFrom(callContext),
  initial: 'planned',
  on: clocksRecounted,
  states: {
    ...{ planned, open, closed, screening, evaluating },
    ...{ deliberating, notifying, notified, objections, ending },
    concluded: { id: 'concluded', type: 'final', meta: known('공고 종결', 'Concluded') },
  },
});

const windowDates = {
  callOpens: ({ window }: CallContext): string => window.opens,
  callCloses: ({ window }: CallContext): string => window.closes,
};

/**
 * The first chart of a call (공고): one competition of one track, from its window to the end of its reserve list. It knows
 * its window, capacity, budget, panel and the hashes of its lists; who competes is asked of the books.
 */
export const callV1: Chart = {
  ...{ id: machine.id, subject: 'call', label: { ko: '공고', en: 'Call' }, machine },
  events: eventsIn(machine, 'PLAN_CALL', { ...callEvents, ...clockEvents }),
  evidence: { ...callEvidence, ...clockEvidence } as Chart['evidence'],
  ...clockDates(callDuties, windowDates),
};
