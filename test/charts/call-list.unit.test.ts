import { describe, expect, test } from 'vitest';
import {
  isNotOffered,
  isOffered,
  isRefused,
  knows,
  leadsTo,
  notices,
  orders,
  stays,
  waitsFor,
} from './support/expected.js';
import { inState } from './support/given.js';
import {
  APPLIED,
  BOOKED,
  DECIDE,
  LIST,
  OTHER_LIST,
  PROPOSE,
  freed,
  project,
  upheldOf,
} from './support/lives-call.js';
import { asks, committee, officer, system } from './support/moves.js';
import { SYSTEM } from '../../src/charts/kernel/types.js';

const CALL = 'call/2026/structured/selection';
const ground = '추가 예산';

const drafting = inState('call', 'deliberating.drafting');
const proposed = inState('call', 'deliberating.proposed');
const notifying = inState('call', 'notifying');

const decides = (listSha256: string, books: object = {}) =>
  committee('DECIDE_LIST', { listSha256 }).booked({ ...BOOKED, ...books });

describe('A ranked list', () => {
  test('is proposed by an officer, and the committee is told', () => {
    drafting
      .when(PROPOSE)
      .then(
        leadsTo('deliberating.proposed'),
        knows({ proposedList: LIST, proposedBy: ['person-officer-1'] }),
        notices('agency: listToDecide'),
      );
  });

  test('is stored before it is proposed', () => {
    drafting.when(PROPOSE.booked({ ...BOOKED, list: 'unknown' })).then(isRefused('isKnownList', {}));
  });

  test('is what the books would give now, not what they gave once', () => {
    drafting.when(PROPOSE.booked({ ...BOOKED, isCurrent: 'no' })).then(isRefused('isListCurrent', {}));
  });

  test('is not proposed without the books, but offered before one is named', () => {
    drafting
      .when(officer('PROPOSE_LIST', { listSha256: LIST }))
      .then(isRefused('isKnownList', {}, 'isListCurrent'));
    drafting.when(asks('officer', 'PROPOSE_LIST')).then(isOffered);
    drafting.when(asks('committee', 'PROPOSE_LIST')).then(isRefused('isOfficer'));
  });

  test('that is proposed may be replaced by another before it is decided', () => {
    proposed
      .when(
        officer('PROPOSE_LIST', { listSha256: OTHER_LIST }).booked(BOOKED).by({ person: 'person-officer-2' }),
      )
      .then(
        leadsTo('deliberating.proposed'),
        knows({ proposedList: OTHER_LIST, proposedBy: ['person-officer-2'] }),
      );
  });

  test('that the committee returns is drafted anew, with the reason at hand until the next is proposed', () => {
    const returns = committee('RETURN_LIST', { reason: '동점 처리 근거를 보완하십시오.' });
    proposed.when(returns).then(
      leadsTo('deliberating.drafting'),
      knows({
        ...{ proposedList: null, proposedBy: [] },
        returnedFor: '동점 처리 근거를 보완하십시오.',
      }),
      notices('agency: listReturned'),
    );
    proposed
      .and(returns)
      .when(PROPOSE)
      .then(knows({ proposedList: LIST, returnedFor: null }));
    proposed.when(officer('RETURN_LIST', { reason: '취소' })).then(isRefused('isCommittee'));
  });

  test('goes back to be drafted where the capacity is changed for which it was made', () => {
    proposed
      .when(committee('CHANGE_CAPACITY', { capacity: 2, ground }))
      .then(leadsTo('deliberating.drafting'), knows({ capacity: 2, proposedList: null, proposedBy: [] }));
  });
});

describe('The committee’s decision', () => {
  test('brings everybody their outcome, in the name of whoever decided', () => {
    proposed.when(DECIDE.received('2026-07-06T05:00:00.000Z', '2026-07-06T05:00:09.000Z')).then(
      leadsTo('notifying'),
      knows({ decidedList: LIST, notifiedAt: null }),
      orders('applyList', {
        ...{ callId: CALL, listSha256: LIST, receivedAt: '2026-07-06T05:00:00.000Z' },
        by: { person: 'person-committee-1', role: 'committee', org: 'agency' },
      }),
    );
  });

  test('may make exceptions: another list, based on the proposed one', () => {
    proposed
      .when(decides(OTHER_LIST, { basedOn: LIST }))
      .then(leadsTo('notifying'), knows({ proposedList: LIST, decidedList: OTHER_LIST }));
  });

  test.each([
    ['another list', {}],
    ['a list that is based on another', { basedOn: 'e'.repeat(64) }],
  ])('is not on %s', (_, books) => {
    proposed.when(decides(OTHER_LIST, books)).then(isRefused('isProposedList', { proposedList: LIST }));
  });

  test('is refused where scores or applications have changed since', () => {
    proposed.when(decides(LIST, { isCurrent: 'no' })).then(isRefused('isListCurrent', {}));
  });

  test.each([
    [{ overCapacity: 'yes' }, { overCapacity: 'yes', overBudget: 'no' }],
    [{ overBudget: 'yes' }, { overCapacity: 'no', overBudget: 'yes' }],
  ])('does not select beyond the limits: %j', (books, evidence) => {
    proposed.when(decides(LIST, books)).then(isRefused('isListWithinLimits', evidence));
  });

  test('without the books is none, but is offered before a list is named', () => {
    proposed
      .when(committee('DECIDE_LIST', { listSha256: LIST }))
      .then(isRefused('isListCurrent', {}, 'isListWithinLimits'));
    proposed.when(asks('committee', 'DECIDE_LIST')).then(isOffered);
  });

  test('is not by the one who proposed the list, nor by somebody who acts for them or for whom they act', () => {
    const seen = { proposer: 'person-officer-1' };
    proposed.when(DECIDE.by({ person: 'person-officer-1' })).then(isRefused('isNotProposer', seen));
    proposed.when(DECIDE.by({ onBehalfOf: 'person-officer-1' })).then(isRefused('isNotProposer', seen));
    drafting
      .and(PROPOSE.by({ onBehalfOf: 'person-committee-1' }))
      .when(DECIDE)
      .then(isRefused('isNotProposer', { proposer: 'person-officer-1, person-committee-1' }));
  });

  test('is the committee’s', () => {
    proposed
      .when(officer('DECIDE_LIST', { listSha256: LIST }).booked(BOOKED).by({ person: 'person-officer-2' }))
      .then(isRefused('isCommittee', { role: 'officer' }));
  });

  test('is made once: whoever decides the same list a moment later finds it decided', () => {
    notifying.when(DECIDE.by({ person: 'person-committee-2' })).then(isNotOffered);
    notifying.when(PROPOSE).then(isNotOffered);
  });
});

describe('While outcomes are being notified', () => {
  test('the call waits for nothing but the end of it, from which objection and reserve run', () => {
    notifying.when(APPLIED.at('2026-07-06T05:10:00.000Z')).then(
      leadsTo('notified'),
      notices('agency: callNotified'),
      knows({
        ...{ applied: { selected: 3, reserve: 2, rejected: 4 }, notifiedAt: '2026-07-06T05:10:00.000Z' },
        clocks: {
          objection: { from: '2026-07-06T05:10:00.000Z', due: '2026-07-16T14:59:59.999Z', rule: 'civil' },
          reserve: { from: '2026-07-06T05:10:00.000Z', due: '2027-01-06T14:59:59.999Z', rule: 'civil' },
        },
      }),
      waitsFor({ objection: '2026-07-16T14:59:59.999Z' }),
    );
  });

  test('a place given up is kept, and filled as soon as everybody knows', () => {
    notifying
      .when(freed(1))
      .then(stays, orders('promoteNext'), knows({ freed: 1, kept: { freed: [project(1)] } }));
    notifying
      .and(freed(1))
      .when(APPLIED)
      .then(
        orders('promoteNext', { callId: CALL, by: SYSTEM, freed: project(1) }),
        knows({ freed: 1, filling: 1, kept: { freed: [], upheld: [], places: 0 } }),
      );
  });

  test('several places given up are each filled, and an objection upheld comes before them', () => {
    notifying
      .and(freed(1), upheldOf(8), freed(2))
      .when(APPLIED)
      .then(
        orders('placeUpheld', { callId: CALL, by: SYSTEM, projectId: project(8) }),
        orders(
          'promoteNext',
          { callId: CALL, by: SYSTEM, freed: project(1) },
          { callId: CALL, by: SYSTEM, freed: project(2) },
        ),
        ({ step }) =>
          expect(step?.orders.map(({ name }) => name)).toEqual([
            ...['placeUpheld', 'promoteNext', 'promoteNext', 'sendNotice'],
          ]),
        knows({ freed: 2, filling: 3, kept: { freed: [], upheld: [], places: 0 } }),
      );
  });

  test('no place is taken back; one that is added is filled as soon as everybody knows', () => {
    notifying
      .when(committee('CHANGE_CAPACITY', { capacity: 2, ground }))
      .then(isRefused('isNotBelowPromised', { promised: '3' }));
    notifying
      .and(committee('CHANGE_CAPACITY', { capacity: 5, ground }))
      .when(APPLIED)
      .then(
        orders('promoteNext', ...[1, 2].map(() => ({ callId: CALL, by: SYSTEM, freed: null }))),
        knows({ capacity: 5, filling: 2 }),
      );
  });

  test('nobody but the service says that they are', () => {
    notifying
      .when(officer('LIST_APPLIED', { selected: 0, reserve: 0, rejected: 0 }))
      .then(isRefused('isSystem'));
    notifying.when(officer('PLACE_FREED', { projectId: project(1) })).then(isRefused('isSystem'));
    notifying.when(officer('OBJECTION_UPHELD', { projectId: project(1) })).then(isRefused('isSystem'));
    notifying.when(system('PLACE_FILLED', { projectId: project(1), rank: 1 })).then(isNotOffered);
  });
});
