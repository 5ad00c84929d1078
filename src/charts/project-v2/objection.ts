import { and } from 'xstate';
import { tellCompany } from '../project/orders.js';
import { known } from '../words.js';
import { objectionUpheld, reserveReturned } from './orders.js';
import { projectV2 } from './setup.js';

const decided = ['isSystem', 'isLatestObjection'] as const;
const upheld = [...decided, { type: 'says', params: { outcome: 'upheld' } }] as const;
const overTheRoadmap = { type: 'wasIn', params: { state: 'roadmapEvaluation' } } as const;
const heard = ['recordOutcome', 'recordRevision', tellCompany('objectionUpheld')] as const;

const toDeliberation = [
  {
    guard: and([...upheld, 'isInCall']),
    target: '#deliberation',
    actions: [...heard, objectionUpheld],
  },
  { guard: and([...upheld]), target: '#deliberation', actions: heard },
] as const;

const toTheRoadmap = [
  {
    guard: and([...upheld, overTheRoadmap, 'isInCall']),
    target: '#roadmapEvaluated',
    actions: [...heard, objectionUpheld],
  },
  { guard: and([...upheld, overTheRoadmap]), target: '#roadmapEvaluated', actions: heard },
] as const;

const unheard = ['recordOutcome', tellCompany('objectionDismissed')] as const;
const withdrawn = [...decided, { type: 'says', params: { outcome: 'withdrawn' } }] as const;

const back = [
  {
    guard: and([...withdrawn, 'isOnReserve']),
    target: '#reserved',
    actions: ['recordOutcome', reserveReturned],
  },
  { guard: and([...withdrawn]), target: '#rejected', actions: 'recordOutcome' },
  { guard: and([...decided, 'isOnReserve']), target: '#reserved', actions: [...unheard, reserveReturned] },
  { guard: and([...decided]), target: '#rejected', actions: unheard },
] as const;

// The reserve list doesn't stand still meanwhile: its turn may come, or its end.
const released = {
  RELEASED_FROM_RESERVE: { guard: and(['isFromOwnCall', 'isOnReserve']), actions: 'leaveReserve' },
} as const;

const basics = {
  id: 'objection',
  meta: known('이의신청 처리 중', 'Objection under way'),
} as const;

/** An objection is under way, as a subject of its own; `moving`: where a move up from the reserve list leads meanwhile. */
export function objection<Moving extends object>(moving: Moving) {
  return projectV2.createStateConfig({
    ...basics,
    on: { OBJECTION_DECIDED: [...toDeliberation, ...back], ...released, ...moving },
  });
}

/** The same where a project can be refused twice: an objection upheld leads back to the decision that it was about. */
export function objectionToEither<Moving extends object>(moving: Moving) {
  return projectV2.createStateConfig({
    ...basics,
    on: { OBJECTION_DECIDED: [...toTheRoadmap, ...toDeliberation, ...back], ...released, ...moving },
  });
}
