import { and } from 'xstate';
import { known } from '../words.js';
import { tellAgency } from '../tellings.js';
import { applyList, placeUpheld, promoteIntoVacancy, promoteNext, endReserve } from './orders.js';
import { call } from './setup.js';

const proposing = {
  PROPOSE_LIST: {
    guard: and(['isOfficer', 'isKnownList', 'isListCurrent']),
    target: '#proposed',
    actions: ['recordProposal', tellAgency('listToDecide')],
  },
} as const;

/** The ranked list is made by an officer and decided, as a whole or with exceptions, by the committee (심의위원회). */
export const deliberating = call.createStateConfig({
  id: 'deliberating',
  meta: known('심의 중', 'Deliberating'),
  initial: 'drafting',
  states: {
    drafting: {
      id: 'drafting',
      meta: known('순위명부 작성 중', 'List being drafted', 'officer'),
      on: { ...proposing, CHANGE_CAPACITY: { guard: 'isCommittee', actions: 'changeCapacity' } },
    },
    proposed: {
      id: 'proposed',
      meta: known('순위명부 심의 대기', 'List before the committee', 'committee', 'officer'),
      on: {
        ...proposing,
        // The list was made for the capacity as it was.
        CHANGE_CAPACITY: {
          guard: 'isCommittee',
          target: '#drafting',
          actions: ['changeCapacity', 'dropProposal'],
        },
        RETURN_LIST: {
          guard: 'isCommittee',
          target: '#drafting',
          actions: ['recordReturn', 'dropProposal', tellAgency('listReturned')],
        },
        DECIDE_LIST: {
          guard: and([
            'isCommittee',
            'isProposedList',
            'isListCurrent',
            'isListWithinLimits',
            'isNotProposer',
          ]),
          target: '#notifying',
          actions: 'recordDecision',
        },
      },
    },
  },
});

// A place that was promised is never taken back: it becomes free only when a firm declines, lapses or withdraws.
const resizing = and(['isCommittee', 'isNotBelowPromised', 'isBudgetNotLowered', 'isFewPlacesAtOnce']);

/** Outcomes are on their way to every project; what comes back meanwhile is kept until all are. */
export const notifying = call.createStateConfig({
  id: 'notifying',
  meta: known('결과 통보 중', 'Notifying'),
  entry: applyList,
  on: {
    LIST_APPLIED: {
      guard: 'isSystem',
      target: '#notified',
      actions: ['recordApplied', 'orderKept', 'countKept', tellAgency('callNotified')],
    },
    PLACE_FREED: { guard: 'isSystem', actions: ['countFreed', 'keepFreed'] },
    OBJECTION_UPHELD: { guard: 'isSystem', actions: 'keepUpheld' },
    CHANGE_CAPACITY: { guard: resizing, actions: ['keepNewPlaces', 'changeCapacity'] },
  },
});

const placing = { guard: 'isSystem', actions: ['countOrder', placeUpheld] } as const;

const exhausted = [
  { guard: and(['isSystem', 'isExhaustedAlready']), actions: 'recordExhausted' },
  { guard: 'isSystem', actions: ['recordExhausted', tellAgency('reserveExhausted')] },
] as const;

const nextOne = ['countOrder', promoteIntoVacancy] as const;

/** While the reserve list is valid, a place that becomes free or is added goes to the next on it, until none is vacant. */
const filling = {
  PLACE_FREED: { guard: 'isSystem', actions: ['countFreed', 'countOrder', promoteNext] },
  PLACE_FILLED: [
    { guard: and(['isSystem', 'hasVacancy']), actions: ['recordFilled', ...nextOne] },
    { guard: 'isSystem', actions: 'recordFilled' },
  ],
  RESERVE_EXHAUSTED: [
    { guard: and(['isSystem', 'isToAskAgain']), actions: ['recordUnfilled', ...nextOne] },
    ...exhausted,
  ],
  // A firm whose objection failed waits in its turn again, and a place may have found nobody meanwhile.
  RESERVE_RETURNED: [
    { guard: and(['isSystem', 'hasVacancy']), actions: ['recordReturned', ...nextOne] },
    { guard: 'isSystem', actions: 'recordReturned' },
  ],
  OBJECTION_UPHELD: placing,
  UPHELD_PLACED: [
    { guard: and(['isSystem', 'leavesVacancy']), actions: ['recordPlaced', ...nextOne] },
    { guard: 'isSystem', actions: 'recordPlaced' },
  ],
  CHANGE_CAPACITY: {
    guard: resizing,
    actions: ['recordResized', 'keepNewPlaces', 'changeCapacity', 'orderKept', 'countKept'],
  },
} as const;

/** Everybody knows their outcome; objections may be filed. */
export const notified = call.createStateConfig({
  id: 'notified',
  meta: known('결과 통보됨', 'Notified'),
  after: { objection: { target: '#objections' } },
  on: filling,
});

/** No more objections may be filed; those that were are decided, and the reserve list still stands. */
export const objections = call.createStateConfig({
  id: 'objections',
  meta: known('이의신청 처리 및 예비순위 운영', 'Objections and reserve'),
  after: { reserve: { target: '#ending' } },
  on: filling,
});

/** The reserve list is over: nobody moves up any more, and an objection upheld late is still placed. */
export const ending = call.createStateConfig({
  id: 'ending',
  meta: known('예비순위 종료 중', 'Reserve list ending'),
  entry: endReserve,
  on: {
    RESERVE_EXHAUSTED: exhausted,
    PLACE_FREED: { guard: 'isSystem', actions: 'countFreed' },
    PLACE_FILLED: { guard: 'isSystem', actions: 'recordFilled' },
    UPHELD_PLACED: { guard: 'isSystem', actions: 'recordPlaced' },
    OBJECTION_UPHELD: placing,
    RESERVE_ENDED: {
      guard: 'isSystem',
      target: '#concluded',
      actions: ['recordEnd', tellAgency('callConcluded')],
    },
  },
});
